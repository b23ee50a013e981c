import { type Entry, type MailSystem, reasonIds, reasonTable } from '@whybounce/knowledge';
import { causeTable } from '@whybounce/knowledge/cause';
import { comparisons } from '@whybounce/knowledge/comparison';
import { loadSystem, systemSlugs } from '@whybounce/knowledge/system';
import { anatomyOf } from './anatomy.ts';
import { causeIds } from './cause-page.ts';
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

/** What of an entry's words and codes stands in its title. */
const MAX_TITLE_WORDS = 80;
const MAX_TITLE_CODES = 2;

/** Every page as it is searched; loads the files of all systems. */
export async function searchDocuments(): Promise<SearchDocument[]> {
  const systems = await Promise.all(systemSlugs.map(async (slug) => ({ slug, system: await loadSystem(slug) })));
  return [
    ...systems.flatMap(({ slug, system }) => (system === null ? [] : systemDocuments(slug, system))),
    ...listedCodes().flatMap(codeDocument),
    ...comparisons.map(
      (comparison): SearchDocument => ({
        kind: 'comparison',
        id: comparison.slug,
        title: comparison.title,
        codes: [],
        words: comparison.kind === 'verdicts' ? [comparison.line] : comparison.sides.map(({ name }) => name),
        sentences: [comparison.inShort],
      }),
    ),
    ...causeIds().map((id): SearchDocument => {
      const { says, steps, verify } = causeTable[id];
      return { kind: 'cause', id, title: says, codes: [], words: [id], sentences: [says, ...steps, verify] };
    }),
    ...reasonIds.map((id): SearchDocument => {
      const { says } = reasonTable[id];
      return { kind: 'reason', id, title: says, codes: [], words: [id.replaceAll(/[.-]/g, ' ')], sentences: [says] };
    }),
  ];
}

function systemDocuments(slug: string, system: MailSystem): SearchDocument[] {
  const { name, kind, hosts = [], domains = [], marks = [], entries } = system;
  const hub: SearchDocument = {
    kind: 'system',
    id: slug,
    title: name,
    codes: [],
    words: [slug, kind.replaceAll('-', ' '), ...hosts, ...domains, ...marks],
    sentences: hosts.length === 0 ? [] : [`${name}: ${hosts.join(', ')}`],
  };
  return [hub, ...entries.map((entry) => entryDocument(slug, name, entry))];
}

function entryDocument(slug: string, name: string, entry: Entry): SearchDocument {
  const { id, codes = [], text = [], meaning, steps, reason } = entry;
  return {
    kind: 'entry',
    id: `${slug}/${id}`,
    title: entryTitle(name, codes, text),
    codes: codes.flatMap(spellOut),
    words: [...text.map((line) => line.replaceAll(/[*#]/g, ' ')), id.replaceAll('-', ' ')],
    sentences: [meaning, ...steps, reasonTable[reason].says],
  };
}

/** An entry has no title of its own: whose refusal, under which codes, in which words. */
function entryTitle(name: string, codes: readonly string[], words: readonly string[]): string {
  const [first = ''] = words;
  const cut = first.length > MAX_TITLE_WORDS ? `${first.slice(0, MAX_TITLE_WORDS - 1)}…` : first;
  return [`${name}:`, ...codes.slice(0, MAX_TITLE_CODES), cut].filter((part) => part !== '').join(' ');
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
