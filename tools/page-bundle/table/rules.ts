import type { RuleRow, RuleTable, SystemRow } from '../../../knowledge/src/rule-table.ts';
import { readWords, writeWords } from './words.ts';

/** The rules of all systems as texts, each with a line for each rule: like stands under like. */
export interface RuleTexts {
  /** JSON. */
  readonly systems: string;
  readonly ids: string;
  readonly reasons: string;
  readonly codes: string;
  /** What few rules have, as JSON without its braces. */
  readonly others: string;
  readonly words: string;
  readonly wideWords: string;
}

type SystemHead = Omit<SystemRow, 'rules'>;

/** A table as texts. */
export function writeRules({ version, systems, words, wideWords }: RuleTable): RuleTexts {
  const rows = systems.flatMap(({ rules }) => rules);
  const heads = systems.map(({ slug, name, kind, hosts, domains, ruleCount }): SystemHead => {
    return { slug, name, kind, hosts, domains, ruleCount };
  });
  const column = (say: (row: RuleRow) => string): string => rows.map(say).join('\n');
  return {
    systems: JSON.stringify({ version, heads }),
    ids: column(({ id }) => id),
    reasons: column(({ reason }) => reason),
    codes: column(({ codes }) => codes.join(' ')),
    others: column(({ id: _id, reason: _reason, codes: _codes, ...others }) => JSON.stringify(others).slice(1, -1)),
    words: writeWords(words, systems.length, rows.length),
    wideWords: writeWords(wideWords(), systems.length, rows.length),
  };
}

/** The inverse of {@link writeRules}. The text of the wide words is asked for when a refusal needs them. */
export function readRules(
  texts: Readonly<Record<Exclude<keyof RuleTexts, 'wideWords'>, string>>,
  wideWords: () => string,
): RuleTable {
  const { version, heads } = JSON.parse(texts.systems) as { version: string; heads: SystemHead[] };
  const reasons = texts.reasons.split('\n');
  const codes = texts.codes.split('\n');
  const others = texts.others.split('\n');
  const rows = texts.ids.split('\n').map((id, i) => {
    const said = codes[i] as string;
    return {
      id,
      reason: reasons[i],
      codes: said === '' ? [] : said.split(' '),
      ...(JSON.parse(`{${others[i]}}`) as Partial<RuleRow>),
    } as RuleRow;
  });
  let first = 0;
  return {
    version,
    words: readWords(texts.words, heads.length),
    wideWords: () => readWords(wideWords(), heads.length),
    systems: heads.map((head) => {
      first += head.ruleCount;
      return { ...head, rules: rows.slice(first - head.ruleCount, first) };
    }),
  };
}
