import { normalise } from '../core/src/text/normalise.ts';
import type { Entry } from '../knowledge/src/define.ts';
import {
  packOwners,
  type RuleRow,
  type RuleTable,
  type SystemRow,
  type WordList,
} from '../knowledge/src/rule-table.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

function ruleRow(entry: Entry): RuleRow {
  const { id, reason, text = [], codes = [], needsCode, needsHost, anywhere, weak, owner, action, classes, causes } = entry;
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
  };
}

function systemRow({ slug, system }: KnowledgeFile): SystemRow {
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

/** What the matcher needs of all knowledge files. */
export function tableOf(files: readonly KnowledgeFile[], version: string): RuleTable {
  const owned = (words: string, owner: number): OwnedWords => ({ words: normalise(words), owner });
  const marks = files.flatMap(({ system }, number) => (system.marks ?? []).map((words) => owned(words, number)));
  const entries = files.flatMap(({ system }) => system.entries);
  const words = entries.flatMap(({ text = [] }, number) => text.map((line) => owned(line, number)));
  const wide = wordList(marks.filter(isWide), words.filter(isWide));
  return {
    version,
    systems: files.map(systemRow),
    words: wordList(marks.filter(isAscii), words.filter(isAscii)),
    wideWords: () => wide,
  };
}
