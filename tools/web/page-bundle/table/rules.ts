import type { RuleRow, RuleTable, SystemRow } from '../../../../knowledge/src/rule-table.ts';
import { readColumn, writeColumn } from './column.ts';
import { readLines, writeLines } from './lines.ts';
import { readWords, writeWords } from './words.ts';

/** The rules of all systems as texts; those that end in `Of` have a line for each rule (`Column`). */
export interface RuleTexts {
  /** JSON. */
  readonly systems: string;
  readonly ids: string;
  readonly reasons: string;
  readonly reasonOf: string;
  readonly codes: string;
  readonly codesOf: string;
  /** What few rules have, as JSON without its braces. */
  readonly others: string;
  readonly othersOf: string;
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
  const reasons = writeColumn(rows.map(({ reason }) => reason));
  const codes = writeColumn(rows.map((row) => row.codes.join(' ')));
  const others = writeColumn(
    rows.map(({ id: _id, reason: _reason, codes: _codes, ...row }) => JSON.stringify(row).slice(1, -1)),
  );
  return {
    systems: JSON.stringify({ version, heads }),
    ids: writeLines(rows.map(({ id }) => id)),
    reasons: writeLines(reasons.different),
    reasonOf: writeLines(reasons.places),
    codes: writeLines(codes.different),
    codesOf: writeLines(codes.places),
    others: writeLines(others.different),
    othersOf: writeLines(others.places),
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
  const reasons = readColumn({ different: readLines(texts.reasons), places: readLines(texts.reasonOf) });
  const codes = readColumn({ different: readLines(texts.codes), places: readLines(texts.codesOf) });
  const others = readColumn({ different: readLines(texts.others), places: readLines(texts.othersOf) });
  const rows = readLines(texts.ids).map((id, i) => {
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
