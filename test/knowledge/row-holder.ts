import { ruleTable } from '@whybounce/knowledge';
import { CodeSet, enhancedNumber, NO_CODE } from '../../core/src/match/codes.ts';
import { Matcher } from '../../core/src/match/matcher.ts';
import { normalise } from '../../core/src/text/normalise.ts';
import { type Span, wordsSpan } from '../../core/src/text/words-span.ts';
import type { Entry, Grade } from '../../knowledge/src/define.ts';
import { systems } from '../../knowledge/src/generated/index.ts';
import { isMeaningOf } from './row-reasons.ts';
import { slugsFor } from './row-systems.ts';
import { isNotRaised, landmarksOf } from './same-source.ts';
import type { PhraseRow, RefusalRow } from './source-rows.ts';

/** Whether an entry holds a row, and if none does what the nearest ones lack. */
export type Holding =
  | { readonly held: true; readonly by: readonly string[] }
  | {
      readonly held: false;
      readonly lacks: 'words' | 'meaning' | 'source' | 'grade';
      readonly near: readonly string[];
    };

/** An entry with the rule that it becomes: `gmail/mailbox-full`. */
interface Ruled {
  readonly rule: string;
  readonly entry: Entry;
}

const matcher = new Matcher(ruleTable);
const entriesOf = new Map(
  systems.map(({ slug, system }) => [
    slug,
    system.entries.map((entry): Ruled => ({ rule: `${slug}/${entry.id}`, entry })),
  ]),
);
const hostsOf = new Map(systems.map(({ slug, system }) => [slug, system.hosts ?? []]));

/** The entries that hold a collected refusal: its words and codes, its meaning, its source, and no higher grade. */
export function holdingOfRefusal(row: RefusalRow): Holding {
  const slugs = slugsFor(row.provider);
  const readers = bareReaders(row, slugs);
  const carriers = slugs
    .flatMap((slug) => entriesOf.get(slug) ?? [])
    .filter(({ rule, entry }) => agrees(entry, row) && (readers.has(rule) || carries(entry, row)));
  const alike = carriers.filter(({ entry }) => isMeaningOf(row.category, entry.reason));
  if (alike.length === 0 && carriers.length > 0) return { held: false, lacks: 'meaning', near: rulesOf(carriers) };
  return withSource(alike, row);
}

/** The entries of any file that hold a phrase of another language. */
export function holdingOfPhrase(row: PhraseRow): Holding {
  const forms = [row.phrase, ...(row.alternatives ?? [])];
  const carriers = [...entriesOf.values()]
    .flat()
    .filter(({ entry }) => forms.some((form) => tellsBy(entry, (line) => spanOf(form, line))));
  return withSource(carriers, row);
}

function withSource(carriers: readonly Ruled[], row: { readonly source: string; readonly evidence: Grade }): Holding {
  if (carriers.length === 0) return { held: false, lacks: 'words', near: [] };
  const landmarks = landmarksOf(row.source, row.evidence);
  const sourcesOf = ({ entry }: Ruled) =>
    entry.sources.filter(({ name, url = '', grade }) =>
      landmarks === null
        ? grade === 'believed'
        : landmarks.some((landmark) => `${name} ${url}`.toLowerCase().includes(landmark)),
    );
  const sourced = carriers.filter((carrier) => sourcesOf(carrier).length > 0);
  if (sourced.length === 0) return { held: false, lacks: 'source', near: rulesOf(carriers) };
  const sound = sourced.filter((carrier) => sourcesOf(carrier).some(({ grade }) => isNotRaised(grade, row.evidence)));
  if (sound.length === 0) return { held: false, lacks: 'grade', near: rulesOf(sourced) };
  return { held: true, by: rulesOf(sound) };
}

const rulesOf = (ruled: readonly Ruled[]): readonly string[] => ruled.map(({ rule }) => rule);

/** Whether an entry tells by the row's words: in a line that it is proven to win its own words meet them. */
function carries(entry: Entry, { signature, regex }: RefusalRow): boolean {
  if (signature === null) return (entry.text ?? []).length === 0;
  return tellsBy(entry, (line) => (regex === null ? spanOf(signature, line) : spanOfRegex(regex, line)));
}

function tellsBy({ text = [], matches }: Entry, find: (line: string) => Span | null): boolean {
  return matches.some((proof) => {
    const line = normalise(typeof proof === 'string' ? proof : proof.line);
    const span = find(line);
    return span !== null && text.some((words) => meet(wordsSpan(words, line), span));
  });
}

const meet = (one: Span | null, other: Span): boolean => one !== null && one[0] < other[1] && other[0] < one[1];

/** The rules that by its words read a reply of nothing but the row's code and words best, from a server of each system. */
function bareReaders({ basic, enhanced, signature }: RefusalRow, slugs: readonly string[]): ReadonlySet<string> {
  const rules = new Set<string>();
  if (signature === null) return rules;
  for (const host of [null, ...slugs.flatMap((slug) => hostsOf.get(slug) ?? [])])
    for (const enhancedStatus of orNull(enhanced.flatMap(endsOf)))
      for (const replyCode of orNull(basic.map(Number))) {
        const diagnostic = signature.replaceAll(GAP, ' zq ');
        const { best } = matcher.match({ diagnostic, host, recipientDomain: null, replyCode, enhancedStatus });
        if (best?.ground.endsWith('words')) rules.add(best.rule);
      }
  return rules;
}

/** Whether one of the row's codes is one of the entry's, where both have any. */
function agrees({ codes = [] }: Entry, { basic, enhanced }: RefusalRow): boolean {
  if (codes.length === 0 || basic.length + enhanced.length === 0) return true;
  const set = new CodeSet(codes);
  return orNull(enhanced.flatMap(endsOf)).some((status) =>
    orNull(basic.map(Number)).some((reply) => set.agreement(reply ?? 0, enhancedNumber(status)) !== NO_CODE),
  );
}

const orNull = <T>(values: readonly T[]): readonly (T | null)[] => (values.length > 0 ? values : [null]);

/** `5.7.606-5.7.649` as its two ends, `#4.4.3` without the sign. */
function endsOf(code: string): string[] {
  return code.replace('#', '').split('-');
}

const GAP = ' * ';

/** Where words with gaps stand in a normalised line, in their order; null if they do not. */
function spanOf(words: string, line: string): Span | null {
  let start = -1;
  let end = 0;
  for (const piece of normalise(words).split(GAP)) {
    const at = line.indexOf(piece, end);
    if (at < 0) return null;
    if (start < 0) start = at;
    end = at + piece.length;
  }
  return [start, end];
}

function spanOfRegex(regex: string, line: string): Span | null {
  const found = new RegExp(regex, 'i').exec(line);
  return found === null ? null : [found.index, found.index + found[0].length];
}
