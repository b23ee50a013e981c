import { describe, expect, test } from 'vitest';
import { systems } from '../../knowledge/src/generated/index.ts';
import { leftOut } from '../../knowledge/src/left-out.ts';
import { skippedBecause } from '../corpora.ts';
import { isMarkerHeld } from './marker-holder.ts';
import { type Holding, holdingOfPhrase, holdingOfRefusal } from './row-holder.ts';
import { phraseCorpus, phraseRows, refusalCorpus, refusalRows } from './source-rows.ts';

/**
 * Every refusal and phrase that was collected for this project stands in the knowledge files with its source and no
 * higher grade, or in the list of those left out.
 */

const rules = new Set(systems.flatMap(({ slug, system }) => system.entries.map(({ id }) => `${slug}/${id}`)));

describe('the list of rows left out', () => {
  const ids = Object.keys(leftOut);

  test('is sorted', () => expect(ids).toEqual(ids.toSorted()));

  test.each(Object.entries(leftOut))('%s: its reason is a sentence that names entries there are', (_, reason) => {
    expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    for (const named of reason.match(/\b[a-z0-9-]+\/[a-z0-9-]+\b/g) ?? []) expect(rules).toContain(named);
  });
});

const absent = refusalCorpus.missing === null ? phraseCorpus : refusalCorpus;
describe.skipIf(absent.missing !== null)(`collected rows${skippedBecause(absent)}`, () => {
  const holdings = new Map<string, Holding>([
    ...refusalRows.map((row) => [row.id, holdingOfRefusal(row)] as const),
    ...phraseRows.filter(({ kind }) => kind === 'reason').map((row) => [row.id, holdingOfPhrase(row)] as const),
  ]);
  const markerRows = phraseRows.filter(({ kind }) => kind === 'marker');

  test('are those that were counted', () => {
    expect(refusalRows.length).toBe(872);
    expect(phraseRows.length).toBe(101);
    expect(holdings.size + markerRows.length).toBe(872 + 101);
  });

  test('each is held by an entry or left out for a reason', () => {
    const lost = [...holdings].flatMap(([id, holding]) =>
      holding.held || Object.hasOwn(leftOut, id) ? [] : [`${id}: no entry has its ${holding.lacks} (${holding.near})`],
    );
    expect(lost).toEqual([]);
    const held = [...holdings.values()].filter((holding) => holding.held).length;
    console.log(`${held} rows held by entries, ${Object.keys(leftOut).length} left out`);
  });

  test('each phrase that marks a mail or a section is known', () => {
    const lost = markerRows.filter((row) => !isMarkerHeld(row) && !Object.hasOwn(leftOut, row.id));
    expect(lost.map(({ id }) => id)).toEqual([]);
    console.log(`${markerRows.length} phrases held as markers`);
  });

  test('none is both held and left out', () => {
    expect(Object.keys(leftOut).filter((id) => holdings.get(id)?.held)).toEqual([]);
    expect(markerRows.filter((row) => Object.hasOwn(leftOut, row.id) && isMarkerHeld(row))).toEqual([]);
  });

  test('every id in the list is that of a row', () => {
    const known = new Set([...holdings.keys(), ...markerRows.map(({ id }) => id)]);
    expect(Object.keys(leftOut).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('what there is', () => {
  test('at least eighty files on providers, mail servers and filters', () => {
    const count = (folder: string) => systems.filter(({ path }) => path.startsWith(`${folder}/`)).length;
    expect(count('provider') + count('mta') + count('filter')).toBeGreaterThanOrEqual(80);
  });

  test('at least 850 entries with a source, a line that they win and one that they leave alone', () => {
    const complete = systems
      .flatMap(({ system }) => system.entries)
      .filter(
        ({ sources, matches, mustNotMatch }) => Math.min(sources.length, matches.length, mustNotMatch.length) > 0,
      );
    expect(complete.length).toBeGreaterThanOrEqual(850);
  });
});
