import type { Entry, MailSystem } from './define.ts';
import { packOwners, type RuleRow, type RuleTable, type SystemRow, type WordList } from './rule-table.ts';

/** A system with the name of its file. */
export interface NamedSystem {
  /** `gmail` */
  readonly slug: string;
  readonly system: Pick<MailSystem, 'name' | 'kind' | 'hosts' | 'domains' | 'marks'> & {
    readonly entries: readonly RuleEntry[];
  };
}

/** What a rule is made from; an overlay's may have a priority. */
export type RuleEntry = Omit<
  Entry,
  'meaning' | 'steps' | 'link' | 'sources' | 'status' | 'matches' | 'mustNotMatch'
> & {
  readonly priority?: number;
};

function ruleRow(entry: RuleEntry): RuleRow {
  const { id, reason, text = [], codes = [], needsCode, needsHost, anywhere, weak } = entry;
  const { owner, action, classes, causes, priority } = entry;
  return {
    id,
    reason,
    codes,
    ...(text.length === 0 && { codeOnly: true as const }),
    ...(needsCode && { needsCode }),
    ...(needsHost && { needsHost }),
    ...(anywhere && { anywhere }),
    ...(weak && { weak }),
    ...(owner && { owner }),
    ...(action && { action }),
    ...(classes && { classes }),
    ...(causes && { causes }),
    ...(priority !== undefined && { priority }),
  };
}

function systemRow({ slug, system }: NamedSystem): SystemRow {
  const { name, kind, hosts = [], domains = [], entries } = system;
  return { slug, name, kind, hosts, domains, ruleCount: entries.length, rules: entries.map(ruleRow) };
}

interface OwnedWords {
  readonly words: string;
  readonly owner: number;
}

function wordList(marks: readonly OwnedWords[], words: readonly OwnedWords[]): WordList {
  return {
    lines: [...marks, ...words].map((line) => line.words).join('\n'),
    owners: packOwners(
      marks.map(({ owner }) => owner),
      words.map(({ owner }) => owner),
    ),
  };
}

const isAscii = ({ words }: OwnedWords): boolean => !/[\u0080-\uffff]/.test(words);
const isWide = (line: OwnedWords): boolean => !isAscii(line);

/**
 * What the matcher needs of all systems.
 *
 * @param normalise how words are written to be compared: the matcher's own way, as it reads refusals so
 */
export function tableOf(
  systems: readonly NamedSystem[],
  version: string,
  normalise: (words: string) => string,
): RuleTable {
  const owned = (words: string, owner: number): OwnedWords => ({ words: normalise(words), owner });
  const marks = systems.flatMap(({ system }, number) => (system.marks ?? []).map((words) => owned(words, number)));
  const entries = systems.flatMap(({ system }) => system.entries);
  const words = entries.flatMap(({ text = [] }, number) => text.map((line) => owned(line, number)));
  const wide = wordList(marks.filter(isWide), words.filter(isWide));
  return {
    version,
    systems: systems.map(systemRow),
    words: wordList(marks.filter(isAscii), words.filter(isAscii)),
    wideWords: () => wide,
  };
}
