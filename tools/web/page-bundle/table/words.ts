import { packOwners, unpackOwners, type WordList } from '../../../../knowledge/src/rule-table.ts';
import { readBlocks, writeBlocks } from './blocks.ts';

/** A list of words as text: a block for the marks of each system, then one for the words of each rule. */
export function writeWords({ lines, owners }: WordList, systems: number, rules: number): string {
  const blocks: string[][] = Array.from({ length: systems + rules }, () => []);
  const all = lines === '' ? [] : lines.split('\n');
  for (const [i, owner] of unpackOwners(owners, all.length).entries())
    blocks[owner < 0 ? -1 - owner : systems + owner]?.push(all[i] as string);
  return writeBlocks(blocks);
}

/** The inverse of {@link writeWords}. */
export function readWords(text: string, systems: number): WordList {
  const blocks = readBlocks(text);
  const ownersOf = (part: readonly string[][]): number[] => part.flatMap((lines, owner) => lines.map(() => owner));
  return {
    lines: blocks.flat().join('\n'),
    owners: packOwners(ownersOf(blocks.slice(0, systems)), ownersOf(blocks.slice(systems))),
  };
}
