import { type ReasonId, reasonIds, reasonTable, type SystemKind } from '@whybounce/knowledge';
import { anatomyOf } from './anatomy.ts';
import { MAX_TITLE_WORDS, type SearchedComparison } from './compact-words.ts';
import { listedCodes } from './page-slugs.ts';
import { parseCode } from './written-code.ts';

/** What a page is about. */
export const searchKinds = ['entry', 'code', 'system', 'comparison', 'cause', 'reason'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** A page as it is searched. */
export interface SearchDocument {
  readonly kind: SearchKind;
  /** As the page's own function takes it: `system/entry`, `5.4.1`, `gmail`. */
  readonly id: string;
  readonly title: string;
  /** Codes that it goes with, as they stand in replies. */
  readonly codes: readonly string[];
  /** What is particular to it: distinctive words, hosts, names. */
  readonly words: readonly string[];
  /** Sentences, of which one is shown. */
  readonly sentences: readonly string[];
}

/** What is searched of an entry. */
export interface SearchedEntry {
  readonly id: string;
  readonly codes?: readonly string[];
  /** Its distinctive words; of all but the first the case does not matter. */
  readonly text?: readonly string[];
  readonly meaning: string;
  readonly steps: readonly string[];
  readonly reason: ReasonId;
}

/** What is searched of a system. */
export interface SearchedSystem {
  readonly slug: string;
  readonly name: string;
  readonly kind: SystemKind;
  readonly hosts?: readonly string[];
  readonly domains?: readonly string[];
  readonly marks?: readonly string[];
  readonly entries: readonly SearchedEntry[];
}

/** What is searched of a cause. */
export interface SearchedCause {
  readonly id: string;
  readonly says: string;
  readonly steps: readonly string[];
  readonly verify: string;
}

/** Where pages come from: the knowledge's own files, or what a web page holds of them anyway. */
export interface SearchSource {
  /** Sorted by slug. */
  readonly systems: readonly SearchedSystem[];
  readonly comparisons: readonly SearchedComparison[];
  /** Sorted by id. */
  readonly causes: readonly SearchedCause[];
}

/** Codes of an entry that stand in its title. */
const MAX_TITLE_CODES = 2;

/** Every page as it is searched. */
export function searchDocuments({ systems, comparisons, causes }: SearchSource): SearchDocument[] {
  return [
    ...systems.flatMap(systemDocuments),
    ...listedCodes().flatMap(codeDocument),
    ...comparisons.map(
      ({ slug, title, words, inShort }): SearchDocument => ({
        kind: 'comparison',
        id: slug,
        title,
        codes: [],
        words,
        sentences: [inShort],
      }),
    ),
    ...causes.map(
      ({ id, says, steps, verify }): SearchDocument => ({
        kind: 'cause',
        id,
        title: says,
        codes: [],
        words: [id],
        sentences: [says, ...steps, verify],
      }),
    ),
    ...reasonIds.map((id): SearchDocument => {
      const { says } = reasonTable[id];
      return { kind: 'reason', id, title: says, codes: [], words: [id.replaceAll(/[.-]/g, ' ')], sentences: [says] };
    }),
  ];
}

function systemDocuments(system: SearchedSystem): SearchDocument[] {
  const { slug, name, kind, hosts = [], domains = [], marks = [], entries } = system;
  const hub: SearchDocument = {
    kind: 'system',
    id: slug,
    title: name,
    codes: [],
    words: [slug, kind.replaceAll('-', ' '), ...hosts, ...domains, ...marks],
    sentences: hosts.length === 0 ? [] : [`${name}: ${hosts.join(', ')}`],
  };
  return [hub, ...entries.map((entry) => entryDocument(system, entry))];
}

function entryDocument({ slug, name, kind }: SearchedSystem, entry: SearchedEntry): SearchDocument {
  const { id, codes = [], text = [], meaning, steps, reason } = entry;
  return {
    kind: 'entry',
    id: `${slug}/${id}`,
    title: entryTitle(name, kind, codes, text),
    codes: codes.flatMap(spellOut),
    words: [...text.map((line) => line.replaceAll(/[*#]/g, ' ')), id.replaceAll('-', ' ')],
    sentences: [meaning, ...steps, reasonTable[reason].says],
  };
}

/** An entry has no title of its own: whose refusal, under which codes, in which words. */
function entryTitle(name: string, kind: SystemKind, codes: readonly string[], words: readonly string[]): string {
  const [first = ''] = words;
  const cut = first.length > MAX_TITLE_WORDS ? `${first.slice(0, MAX_TITLE_WORDS - 1)}…` : first;
  // A star of a pattern stands for any words.
  const shown = cut.replaceAll('*', '…');
  const said = [...codes.slice(0, MAX_TITLE_CODES), shown].filter((part) => part !== '').join(' ');
  // `General wording: recipient` says nothing to whoever looks for a mailbox that is full.
  return kind === 'wording' && name.includes(': ') ? `${said} (any system)` : `${name}: ${said}`;
}

/** A code as it is searched; none for what is no code. */
export function codeDocument(text: string): SearchDocument[] {
  const code = parseCode(text);
  if (code === null) return [];
  const { detail, subject, class: itsClass } = anatomyOf(code);
  const parts = [detail?.means, detail?.notAlways, subject?.means, itsClass?.means];
  const name = detail?.name ?? [itsClass?.name, subject?.name].filter((part) => part !== undefined).join(', ');
  return [
    {
      kind: 'code',
      id: code.text,
      title: `${code.text} ${name}`,
      codes: spellOut(code.text),
      words: detail === null ? [] : [detail.name, detail.standard],
      sentences: parts.filter((part) => part !== undefined && part !== null),
    },
  ];
}

/** `X.7.26` as 4.7.26 and 5.7.26 too, a range as each of its codes. */
function spellOut(text: string): string[] {
  const code = parseCode(text);
  if (code === null || code.form === 'reply') return code === null ? [] : [code.text];
  const digits = code.digit === null ? ['x', 4, 5] : [code.digit];
  const details = Array.from({ length: code.to - code.from + 1 }, (_, i) => code.from + i);
  return digits.flatMap((digit) => details.map((detail) => `${digit}.${code.subject}.${detail}`));
}
