import type { SystemProse } from '../../../knowledge/src/prose.ts';
import type { SystemRow } from '../../../knowledge/src/rule-table.ts';
import { readBlocks, writeBlocks } from './blocks.ts';

/** The prose of all entries as texts, in the order of the rules. */
export interface ProseTexts {
  /** A line an entry. */
  readonly meanings: string;
  /** A block an entry. */
  readonly steps: string;
  /** A line an entry, empty where it has no link. */
  readonly links: string;
}

/** What the texts of an entry's prose are about: entries of one name in several systems say much the same. */
type RuleNames = readonly Pick<SystemRow, 'slug' | 'rules'>[];

/** Stands for the steps of the last entry of the same name. */
const SAME = '=';

/** The prose of the systems as texts. */
export function writeProse(systems: RuleNames, proseOf: (slug: string) => SystemProse): ProseTexts {
  const entries = systems.flatMap(({ slug, rules }) =>
    rules.map(({ id }) => ({ id, prose: proseOf(slug)[id] as SystemProse[string] })),
  );
  const before = new Map<string, string>();
  const steps = entries.map(({ id, prose }) => {
    const said = JSON.stringify(prose[1]);
    const isSame = before.get(id) === said;
    before.set(id, said);
    return isSame ? [SAME] : prose[1];
  });
  return {
    meanings: entries.map(({ prose }) => prose[0]).join('\n'),
    steps: writeBlocks(steps),
    links: entries.map(({ prose }) => prose[2] ?? '').join('\n'),
  };
}

/** The inverse of {@link writeProse}: the prose of each system by its slug. */
export function readProse(systems: RuleNames, texts: ProseTexts): Map<string, SystemProse> {
  const meanings = texts.meanings.split('\n');
  const links = texts.links.split('\n');
  const blocks = readBlocks(texts.steps);
  const before = new Map<string, readonly string[]>();
  let entry = 0;
  return new Map(
    systems.map(({ slug, rules }) => [
      slug,
      Object.fromEntries(
        rules.map(({ id }) => {
          const said = blocks[entry] as string[];
          const steps = said[0] === SAME ? (before.get(id) as readonly string[]) : said;
          before.set(id, steps);
          const link = links[entry] || null;
          return [id, [meanings[entry++] as string, steps, link] as const];
        }),
      ),
    ]),
  );
}
