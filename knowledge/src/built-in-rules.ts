import { packedTable } from './generated/rules.ts';
import { wideWords } from './generated/wide-words.ts';
import { type RuleTable, unpackTable } from './rule-table.ts';

/** The rules of all systems in this package. */
export const ruleTable: RuleTable = unpackTable(packedTable, wideWords);
