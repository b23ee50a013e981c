import type { SystemProse } from '../../../../knowledge/src/prose.ts';
import type { SystemRow } from '../../../../knowledge/src/rule-table.ts';
import { readColumn, writeColumn } from './column.ts';
import { readLines, writeLines } from './lines.ts';

/** The prose of all entries as texts, in the order of the rules. */
export interface ProseTexts {
  /** Different meanings (`Column`), with {@link SYSTEM} for the first word of the system's name. */
  readonly meanings: string;
  readonly meaningOf: string;
  /** Different steps of entries, one step behind the other (`Column`). */
  readonly steps: string;
  readonly stepsOf: string;
  /** Different links; empty for none. */
  readonly links: string;
  readonly linkOf: string;
}

/** What the texts of an entry's prose are about: entries of one name in several systems say much the same. */
type RuleNames = readonly Pick<SystemRow, 'slug' | 'name' | 'rules'>[];

/** Stands for the first word of a system's name: the files of twenty languages say the same of each. */
const SYSTEM = '{}';
/** Stands between two steps. */
const NEXT_STEP = ' | ';

/**
 * The prose of the systems as texts.
 *
 * @throws RangeError for a step that is empty or has in it what stands between two
 */
export function writeProse(systems: RuleNames, proseOf: (slug: string) => SystemProse): ProseTexts {
  const entries = systems.flatMap(({ slug, rules }) => rules.map(({ id }) => proseOf(slug)[id] as SystemProse[string]));
  const steps = writeColumn(
    entries.map(([, said]) => {
      const bad = said.find((step) => step === '' || step.includes(NEXT_STEP));
      if (bad !== undefined)
        throw new RangeError(`A step cannot be empty or hold "${NEXT_STEP}": ${JSON.stringify(bad)}`);
      return said.join(NEXT_STEP);
    }),
  );
  const meanings = writeColumn(
    systems.flatMap(({ slug, name, rules }) => rules.map(({ id }) => nameless(proseOf(slug)[id]?.[0] ?? '', name))),
  );
  const links = writeColumn(entries.map(([, , link]) => link ?? ''));
  return {
    meanings: writeLines(meanings.different),
    meaningOf: writeLines(meanings.places),
    steps: writeLines(steps.different),
    stepsOf: writeLines(steps.places),
    links: writeLines(links.different),
    linkOf: writeLines(links.places),
  };
}

/** The inverse of {@link writeProse}: the prose of each system by its slug. */
export function readProse(systems: RuleNames, texts: ProseTexts): Map<string, SystemProse> {
  const meanings = readColumn({ different: readLines(texts.meanings), places: readLines(texts.meaningOf) });
  const steps = readColumn({ different: readLines(texts.steps), places: readLines(texts.stepsOf) });
  const links = readColumn({ different: readLines(texts.links), places: readLines(texts.linkOf) });
  let entry = 0;
  return new Map(
    systems.map(({ slug, name, rules }) => [
      slug,
      Object.fromEntries(
        rules.map(({ id }) => {
          const said = steps[entry] as string;
          const prose = [
            (meanings[entry] as string).replaceAll(SYSTEM, firstWord(name)),
            said === '' ? [] : said.split(NEXT_STEP),
            links[entry] || null,
          ] as const;
          entry++;
          return [id, prose];
        }),
      ),
    ]),
  );
}

function firstWord(name: string): string {
  return name.split(' ', 1)[0] as string;
}

/** @throws RangeError for a meaning that has in it what stands for the name */
function nameless(meaning: string, name: string): string {
  if (meaning.includes(SYSTEM)) throw new RangeError(`A meaning cannot hold "${SYSTEM}": ${JSON.stringify(meaning)}`);
  return meaning.replaceAll(firstWord(name), SYSTEM);
}
