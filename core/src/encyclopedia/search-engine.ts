import { codeDocument, type SearchDocument, type SearchKind, searchKinds } from './search-documents.ts';
import type { SearchLibrary } from './search-library.ts';
import { type Pin, pinsOf } from './search-pins.ts';
import { foldText, isNumeric, queryTerms } from './search-terms.ts';
import { variantsOf } from './search-variants.ts';

/** A page that was found. */
export interface SearchResult {
  readonly kind: SearchKind;
  /** As the page's own function takes it: `system/entry`, `5.4.1`, `gmail`. */
  readonly id: string;
  readonly title: string;
  /** The sentence of the page that has most of the words that were asked for. */
  readonly snippet: string;
  /** The larger the better; nothing but its order means anything. */
  readonly score: number;
}

/** Characters of a query that are looked at: a pasted reply is shorter, and a whole mail is no query. */
const MAX_QUERY = 2_048;
/** Terms that are looked for: each costs a walk through the index, the more so with typing errors. */
const MAX_TERMS = 24;
/** Quoted phrases that are looked for: each costs a pass over all pages. */
const MAX_PHRASES = 4;
/** Results that anybody can ask for. */
const MAX_RESULTS = 100;
/** Characters of a snippet. */
const MAX_SNIPPET = 160;
/** How much more a page counts that has the words of the query side by side. */
const PHRASE = 4;
/** How much more a hub counts than one of the many entries that it leads to. */
const HUB = 1.5;
/** Shorter terms are too common for their beginnings or misspellings to tell anything. */
const SHORTEST_PREFIX = 3;
const SHORTEST_FUZZY = 5;
/** Letters of a term that may differ, as a share. */
const FUZZINESS = 0.2;

/**
 * Searches all pages of a library: words, "exact phrases", codes, hosts, beginnings of words, small typing
 * errors, other words for the same. What is named outright comes first (a code, a system, an id), then the entry that reads the
 * query as a reply, then what its words find.
 *
 * @param query what somebody typed or pasted; only its first 2,048 characters count
 * @param limit how many results at most, from 1 to 100
 * @returns the best first; of equal ones entries before codes before systems, then by id
 */
export function searchIn(library: SearchLibrary, query: string, limit: number): SearchResult[] {
  const asked = query.toWellFormed().slice(0, MAX_QUERY);
  if (foldText(asked) === '') return [];
  const terms = [...new Set(queryTerms(asked))].slice(0, MAX_TERMS);
  const isPage = ({ kind, id }: Pin): boolean => library.byKey.has(`${kind} ${id}`);
  const pins = pinsOf(asked, isPage).flatMap(({ kind, id }) => {
    const number = library.byKey.get(`${kind} ${id}`);
    if (number !== undefined) return library.documents[number] ?? [];
    return kind === 'code' ? codeDocument(id) : [];
  });
  const scores = scoresOf(library, asked, terms);
  const first = Math.max(0, ...scores.values());
  const found = [...scores]
    .map(([number, score]) => ({ document: library.documents[number] as SearchDocument, score }))
    .filter(({ document }) => !pins.includes(document))
    .sort((a, b) => b.score - a.score || compareDocuments(a.document, b.document));
  return [...new Set(pins)]
    .map((document, i) => ({ document, score: first + pins.length - i }))
    .concat(found)
    .slice(0, Math.max(1, Math.min(Math.trunc(limit) || 1, MAX_RESULTS)))
    .map(({ document, score }) => resultOf(document, score, terms));
}

/** What each page is worth for a query, rounded so that no engine's arithmetic changes the order. */
function scoresOf(
  { index, texts, terms: filed, documents }: SearchLibrary,
  asked: string,
  terms: readonly string[],
): Map<number, number> {
  const variants = new Map(variantsOf(terms, (term) => filed.has(term)).map((variant) => [variant.term, variant]));
  const found = index.search([...terms, ...variants.keys()].join(' '), {
    tokenize: (text) => text.split(' '),
    prefix: (term) => term.length >= SHORTEST_PREFIX && !isNumeric(term) && !variants.has(term),
    fuzzy: (term) => term.length >= SHORTEST_FUZZY && !isNumeric(term) && !variants.has(term) && FUZZINESS,
    boostTerm: (term) => variants.get(term)?.weight ?? 1,
  });
  const phrases = [...asked.matchAll(/["“]([^"“”]+)["”]/g)]
    .slice(0, MAX_PHRASES)
    .map(([, words = '']) => foldText(words));
  const whole = terms.length > 1 ? foldText(asked.replaceAll(/["“”]/g, ' ')) : null;
  const scores = new Map<number, number>();
  for (const { id, score, queryTerms: matched } of found) {
    const text = texts[id as number] ?? '';
    if (!phrases.every((phrase) => text.includes(phrase))) continue;
    const together = whole !== null && text.includes(whole) ? PHRASE : 1;
    const hub = documents[id as number]?.kind === 'system' ? HUB : 1;
    // MiniSearch multiplies by the terms that a page has: a term and its variants are one.
    const typed = new Set(matched.map((term) => variants.get(term)?.typed ?? term)).size / Math.max(matched.length, 1);
    scores.set(id as number, Math.round(100 * score * typed * together * hub) / 100);
  }
  return scores;
}

function compareDocuments(a: SearchDocument, b: SearchDocument): number {
  const byKind = searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind);
  return byKind !== 0 ? byKind : a.id < b.id ? -1 : 1;
}

function resultOf(document: SearchDocument, score: number, terms: readonly string[]): SearchResult {
  const { kind, id, title } = document;
  return { kind, id, title, snippet: snippetOf(document, terms), score: Math.round(100 * score) / 100 };
}

/** The first of the sentences that have most of the terms, cut at a word. */
function snippetOf({ sentences }: SearchDocument, terms: readonly string[]): string {
  let best = '';
  let most = -1;
  for (const sentence of sentences) {
    const folded = foldText(sentence);
    const count = terms.filter((term) => folded.includes(term)).length;
    if (count > most) [best, most] = [sentence, count];
  }
  if (best.length <= MAX_SNIPPET) return best;
  const cut = best.slice(0, MAX_SNIPPET);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`;
}
