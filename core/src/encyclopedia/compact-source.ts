import {
  type CauseId,
  loadDiagnosisProse,
  loadProse,
  type RuleTable,
  ruleTable,
  type SystemProse,
  unpackOwners,
  type WordList,
} from '@whybounce/knowledge';
import { compactWords } from '../generated/compact-words.ts';
import { unpackEntry } from './compact-words.ts';
import type { SearchedEntry, SearchedSystem, SearchSource } from './search-documents.ts';

/**
 * What is searched, from the tables that the engine has anyway: rules and prose. Spares a web page the
 * files of all systems, which hold sources and examples too.
 */
export async function engineTables(): Promise<SearchSource> {
  const [proses, { causes }] = await Promise.all([
    Promise.all(ruleTable.systems.map(({ slug }) => loadProse(slug))),
    loadDiagnosisProse(),
  ]);
  const words = ownedWords(ruleTable);
  const written = compactWords.entries.split('\n');
  let number = 0;
  const systems = ruleTable.systems.map((system, at): SearchedSystem => {
    const { slug, name, kind, hosts, domains, rules } = system;
    const prose = proses[at] ?? {};
    const entries = rules.map((row): SearchedEntry => {
      const [meaning, steps] = proseOf(prose, row.id);
      const text = unpackEntry(written[number] ?? '', words.ascii.get(number) ?? [], words.wide.get(number) ?? []);
      number += 1;
      return { id: row.id, codes: row.codes, text, meaning, steps, reason: row.reason };
    });
    return { slug, name, kind, hosts, domains, marks: marksOf(words, at), entries };
  });
  return {
    systems,
    comparisons: compactWords.comparisons,
    causes: (Object.keys(causes) as CauseId[]).sort().map((id) => ({ id, ...causes[id] })),
  };
}

function proseOf(prose: SystemProse, id: string): readonly [meaning: string, steps: readonly string[]] {
  const entry = Object.hasOwn(prose, id) ? prose[id] : undefined;
  return entry === undefined ? ['', []] : [entry[0], entry[1]];
}

/** Lines by whose they are, as the table counts: rules from 0 up, the marks of systems from -1 down. */
interface OwnedWords {
  readonly ascii: ReadonlyMap<number, readonly string[]>;
  readonly wide: ReadonlyMap<number, readonly string[]>;
}

function ownedWords({ words, wideWords }: RuleTable): OwnedWords {
  return { ascii: byOwner(words), wide: byOwner(wideWords()) };
}

function marksOf({ ascii, wide }: OwnedWords, system: number): string[] {
  const owner = -1 - system;
  return [...(ascii.get(owner) ?? []), ...(wide.get(owner) ?? [])];
}

function byOwner({ lines, owners }: WordList): Map<number, string[]> {
  const list = lines.split('\n');
  const numbers = unpackOwners(owners, list.length);
  const owned = new Map<number, string[]>();
  for (const [at, line] of list.entries()) {
    const owner = numbers[at] ?? 0;
    const own = owned.get(owner);
    if (own === undefined) owned.set(owner, [line]);
    else own.push(line);
  }
  return owned;
}
