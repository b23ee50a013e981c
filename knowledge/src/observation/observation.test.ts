import { describe, expect, test } from 'vitest';
import { causeTable } from '../cause/index.ts';
import { differentialTable } from '../differential/index.ts';
import { type CueId, cueTable, observationTests, sayObservation, type TestId } from './index.ts';

const testIds = Object.keys(observationTests) as TestId[];
const cueIds = Object.keys(cueTable) as CueId[];
const outcomesOf = (id: TestId): string[] =>
  Object.keys(observationTests[id].outcomes).map((outcome) => `${id}:${outcome}`);

/** Observations that no cause weighs, and why. */
const silent: Readonly<Record<string, string>> = {
  'address-age:under-a-year': 'the middle of an age: it closes the question',
  'list-segment:scattered': 'what is expected: it closes the question',
  'status-subject:mailbox': 'X.2 is given for full, closed and filtered alike',
  'status-subject:protocol': 'X.5 is given with every kind of refusal',
};

const spoken = new Set([
  ...Object.values(causeTable).flatMap(({ evidence }) => Object.keys(evidence)),
  ...Object.values(differentialTable).flatMap(({ evidence = {} }) =>
    Object.values(evidence).flatMap((own) => Object.entries(own).flatMap(([id, weight]) => (weight === 0 ? [] : [id]))),
  ),
]);

describe.each(testIds)('%s', (id) => {
  const { ask, how, effort, outcomes, yes, no } = observationTests[id];

  test('is asked and answered in sentences', () => {
    if (ask !== null) expect(ask).toMatch(/^[A-Z].*\?$/);
    if (how !== null) expect(how).toMatch(/^[A-Z].*\.$/);
    for (const says of Object.values(outcomes)) expect(says).toMatch(/^[A-Z].*\.$/);
    expect(new Set(Object.values(outcomes)).size).toBe(Object.keys(outcomes).length);
    expect([1, 2, 3, 4, 5]).toContain(effort);
  });

  test('has outcomes in kebab-case, and a plain yes and no that are two of them', () => {
    for (const outcome of Object.keys(outcomes)) expect(outcome).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const plain of [yes, no]) if (plain !== undefined) expect(Object.keys(outcomes)).toContain(plain);
    if (yes !== undefined) expect(no).not.toBe(yes);
  });

  test('can be asked only where it tells something, and more than one answer is possible', () => {
    if (ask === null) return;
    expect(Object.keys(outcomes).length).toBeGreaterThan(1);
    expect(outcomesOf(id).some((observation) => spoken.has(observation))).toBe(true);
  });
});

describe.each(cueIds)('text:%s', (id) => {
  const { says, text } = cueTable[id];

  test('says what the words give away', () => {
    expect(says).toMatch(/^It .*\.$/);
  });

  test('has words in lower case, each once', () => {
    expect(text.length).toBeGreaterThan(0);
    expect(new Set(text).size).toBe(text.length);
    expect(text.filter((words) => words !== words.toLowerCase() || words.trim() !== words)).toEqual([]);
  });
});

test('cues stand in alphabetical order', () => {
  expect(cueIds).toEqual([...cueIds].sort());
});

test('every observation is used by some cause, or there is a reason why not', () => {
  const all = [...testIds.flatMap(outcomesOf), ...cueIds.map((id) => `text:${id}`)];
  expect(all.filter((id) => !spoken.has(id)).sort()).toEqual(Object.keys(silent).sort());
});

test('an observation is said as a sentence, and only one that exists', () => {
  expect(sayObservation('control-recipient-same-domain:accepted')).toBe(
    observationTests['control-recipient-same-domain'].outcomes['accepted'],
  );
  expect(sayObservation('text:access-denied')).toBe(cueTable['access-denied'].says);
  for (const id of ['', ':', 'text:', 'text:toString', 'stage:nowhere', 'toString:yes', 'stage'])
    expect(sayObservation(id)).toBeNull();
});
