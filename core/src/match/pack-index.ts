import type { RuleTable } from '@whybounce/knowledge';
import { chooseGrams } from '../text/gram-index.ts';
import { chooseWideGrams } from '../text/wide-gram-index.ts';
import { CodeSet } from './codes.ts';

/** Everything that a matcher would work out of a table when it is built, as JSON can hold it. */
export interface PackedIndex {
  /** Where the grams of the table's words stand ({@link chooseGrams}). */
  readonly grams: string;
  readonly wideGrams: string;
  /** Rules without words by the codes that they name. */
  readonly codes: readonly (readonly [code: number, rules: readonly number[]])[];
}

/** Rules without words by the codes that they name. */
export function codesOf(table: RuleTable): Map<number, readonly number[]> {
  const rules = new Map<number, number[]>();
  let rule = 0;
  for (const { codeOnly, codes } of table.systems.flatMap((system) => system.rules)) {
    for (const code of codeOnly ? new CodeSet(codes).keys() : []) {
      const known = rules.get(code);
      if (known === undefined) rules.set(code, [rule]);
      else known.push(rule);
    }
    rule++;
  }
  return rules;
}

/** The index of a table, to be stored beside it. */
export function packIndex(table: RuleTable): PackedIndex {
  return {
    grams: chooseGrams(table.words.lines),
    wideGrams: chooseWideGrams(table.wideWords().lines),
    codes: [...codesOf(table)],
  };
}
