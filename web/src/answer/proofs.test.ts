import type { Proof } from '@whybounce/knowledge';
import { loadSystem, systemSlugs } from '@whybounce/knowledge/system';
import { expect, test } from 'vitest';
import { rulePath } from '../address.ts';
import { Desk } from './desk.ts';

/** Numbers that look like chance and are the same every time (a linear congruential generator). */
function* numbers(seed: number): Generator<number, never, undefined> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const SAMPLE = 300;
const entries = (
  await Promise.all(
    systemSlugs.map(async (slug) => {
      const system = await loadSystem(slug);
      return (system?.entries ?? []).map(({ id, matches }) => ({ rule: `${slug}/${id}`, matches }));
    }),
  )
).flat();
const chance = numbers(20_261_128);
const sample = entries
  .map((entry) => ({ entry, key: chance.next().value }))
  .sort((a, b) => a.key - b.key)
  .slice(0, SAMPLE)
  .map(({ entry }) => entry);

const partsOf = (proof: Proof) => (typeof proof === 'string' ? { line: proof, host: null } : proof);

test('every proof of a sample of entries leads to its own page', async () => {
  const desk = new Desk();
  const astray: string[] = [];
  let proofs = 0;
  for (const { rule, matches } of sample)
    for (const { line, host } of matches.map(partsOf)) {
      proofs++;
      const { overview, first } = await desk.read([{ name: 'pasted', content: line, host }]);
      if (overview !== null || first.verdict?.rule?.href !== rulePath(rule))
        astray.push(`${rule}: ${first.verdict?.rule?.href} for ${line}`);
    }
  expect(astray).toEqual([]);
  expect(sample).toHaveLength(SAMPLE);
  expect(proofs).toBeGreaterThan(SAMPLE);
});
