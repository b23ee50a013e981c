import { describe, expect, test } from 'vitest';
import { differentialTable } from '../differential/index.ts';
import { cueTable, type ObservationId, observationTests, type TestId } from '../observation/index.ts';
import { type CauseId, causeTable, type Weights } from './index.ts';

const causes = Object.entries(causeTable) as [CauseId, (typeof causeTable)[CauseId]][];

/** Beyond this a weight would say that something is all but proven by one look: a hundred to one. */
const USUAL_WEIGHT = 20;
/** A thousand to one. Nothing that somebody reads in a bounce is as sure as that. */
const MOST_WEIGHT = 30;
/** Of a hundred weights no more than so many may stand beyond the usual. */
const MOST_UNUSUAL = 2;

const grades = ['measured', 'read', 'read-paraphrased', 'believed'];

/** All weights of the causes, and those that differ behind a reason. */
const weights: readonly (readonly [place: string, observation: string, weight: number])[] = [
  ...causes.flatMap(([id, { evidence }]) => listed(id, evidence)),
  ...Object.entries(differentialTable).flatMap(([reason, { evidence = {} }]) =>
    Object.entries(evidence).flatMap(([id, own]) => listed(`${reason}/${id}`, own)),
  ),
];

function listed(place: string, evidence: Weights): [string, string, number][] {
  return Object.entries(evidence).map(([observation, weight]) => [place, observation, weight]);
}

function isSentence(text: string): boolean {
  return /^[A-Z].*[.?]$/.test(text) && !/ {2}|\p{Cc}/u.test(text);
}

describe.each(causes)('%s', (id, { says, owner, steps, verify, evidence, sources }) => {
  test('is said in sentences that end', () => {
    expect([says, verify, ...steps].filter((text) => !isSentence(text))).toEqual([]);
    expect(says.length).toBeLessThanOrEqual(160);
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps).size).toBe(steps.length);
  });

  test('stands behind some reason, for an owner who can act', () => {
    const reasons = Object.values(differentialTable).filter(({ shares }) => Object.hasOwn(shares, id));
    expect(reasons.length).toBeGreaterThan(0);
    expect(['sender', 'sending-platform', 'receiving-platform', 'recipient-admin', 'recipient', 'nobody']).toContain(
      owner,
    );
  });

  test('says where it comes from, and claims no measurement of its weights', () => {
    expect(sources.length).toBeGreaterThan(0);
    for (const { name, url, read, grade } of sources) {
      expect(name.trim()).not.toBe('');
      if (url !== undefined) expect(url).toMatch(/^https:\/\/\S+$/);
      expect(read).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
      expect(grades).toContain(grade);
    }
  });

  test('is not raised by every outcome of a test, nor lowered by every one', () => {
    const contradictions = (Object.keys(observationTests) as TestId[]).filter((test) => {
      const found = Object.keys(observationTests[test].outcomes).map(
        (outcome) => evidence[`${test}:${outcome}` as ObservationId] ?? 0,
      );
      return found.length > 1 && (found.every((weight) => weight > 0) || found.every((weight) => weight < 0));
    });
    expect(contradictions).toEqual([]);
  });
});

describe('weights', () => {
  test('are whole decibans of something', () => {
    expect(weights.filter(([, , weight]) => !Number.isInteger(weight))).toEqual([]);
    // In a cause of its own a zero is a word too many; behind a reason it takes a weight away.
    expect(causes.flatMap(([id, { evidence }]) => listed(id, evidence)).filter(([, , weight]) => weight === 0)).toEqual(
      [],
    );
  });

  test('stay within what one look can tell', () => {
    expect(weights.filter(([, , weight]) => Math.abs(weight) > MOST_WEIGHT)).toEqual([]);
    const unusual = weights.filter(([, , weight]) => Math.abs(weight) > USUAL_WEIGHT);
    expect(unusual.length).toBeLessThanOrEqual((MOST_UNUSUAL * weights.length) / 100);
  });

  test('name observations that exist', () => {
    const known = new Set([
      ...Object.entries(observationTests).flatMap(([test, { outcomes }]) =>
        Object.keys(outcomes).map((outcome) => `${test}:${outcome}`),
      ),
      ...Object.keys(cueTable).map((cue) => `text:${cue}`),
    ]);
    expect(weights.filter(([, observation]) => !known.has(observation))).toEqual([]);
  });
});

describe('a person who is there', () => {
  /** What proves that somebody reads mail under the address. */
  const alive: readonly ObservationId[] = ['recipient-confirms:exists', 'other-sender:accepted', 'second-try:accepted'];

  test.each(alive)('%s never speaks for a dead address', (observation) => {
    const dead: readonly CauseId[] = [
      'address-does-not-exist',
      'account-closed',
      'address-malformed',
      'mailbox-abandoned',
      'mailbox-moved',
      'domain-gone',
      'domain-mistyped',
    ];
    for (const id of dead) expect(causeTable[id].evidence[observation] ?? 0, id).toBeLessThanOrEqual(0);
  });
});
