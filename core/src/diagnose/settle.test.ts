import type { CauseId } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { type Candidate, candidatesOf } from './differential.ts';
import { rank } from './rank.ts';
import { settle, worthOfTests } from './settle.ts';
import { observationNumber, table } from './weights.ts';

const testNumber = (id: string): number => table.tests.findIndex((item) => item.id === id);
const seen = (...ids: string[]): number[] => ids.map(observationNumber).sort((a, b) => a - b);
const edge = candidatesOf('recipient.edge-blocked');

/** A cause that is moved by nothing but these observations. */
function candidate(id: string, share: number, weights: Readonly<Record<string, number>> = {}): Candidate {
  const row = new Int8Array(table.observations.length);
  for (const [observation, weight] of Object.entries(weights)) row[observationNumber(observation)] = weight;
  return { cause: 0, id: id as CauseId, share, weights: row };
}

const proposed = (candidates: readonly Candidate[], observed: readonly number[] = [], skipped?: ReadonlySet<number>) =>
  worthOfTests(rank(candidates, observed), observed, skipped).map((worth) => table.tests[worth.test]?.id);

describe('what a test is worth', () => {
  test('a test that moves two even causes apart is proposed, one that moves them alike is not', () => {
    const apart = { 'typo:likely': 10, 'typo:unlikely': -10 };
    expect(proposed([candidate('a', 50, apart), candidate('b', 50)])).toEqual(['typo']);
    expect(proposed([candidate('a', 50, apart), candidate('b', 50, apart)])).toEqual([]);
  });

  test('of two tests that tell as much the one with less effort comes first', () => {
    const both = {
      'recipient-confirms:exists': 10,
      'recipient-confirms:gone': -10,
      'typo:likely': 10,
      'typo:unlikely': -10,
    };
    expect(proposed([candidate('a', 50, both), candidate('b', 50)])).toEqual(['typo', 'recipient-confirms']);
  });

  test('one that settles comes before a cheaper one that hardly tells', () => {
    const weights = {
      'typo:likely': 1,
      'typo:unlikely': -1,
      'control-recipient-same-domain:accepted': 15,
      'control-recipient-same-domain:refused': -15,
    };
    expect(proposed([candidate('a', 50, weights), candidate('b', 50)])[0]).toBe('control-recipient-same-domain');
  });

  test('is at most the uncertainty that there is, and never below nothing', () => {
    for (const { bits, perCost } of worthOfTests(rank(edge, []), [])) {
      expect(bits).toBeGreaterThan(0);
      expect(bits).toBeLessThanOrEqual(Math.log2(edge.length) * 1e6);
      expect(Number.isInteger(perCost)).toBe(true);
    }
  });

  test('is sorted by worth for its cost, equal ones by their place in the table', () => {
    const worth = worthOfTests(rank(edge, []), []);
    const again = [...worth].sort((a, b) => b.perCost - a.perCost || a.test - b.test);
    expect(worth).toEqual(again);
    expect(worthOfTests(rank(edge, []), [])).toEqual(worth);
  });
});

describe('what is not proposed', () => {
  test('what is known already', () => {
    expect(proposed(edge)).toContain('control-recipient-same-domain');
    expect(proposed(edge, seen('control-recipient-same-domain:accepted'))).not.toContain(
      'control-recipient-same-domain',
    );
  });

  test('what was skipped', () => {
    const skipped = new Set([testNumber('control-recipient-same-domain')]);
    expect(proposed(edge, [], skipped)).not.toContain('control-recipient-same-domain');
    expect(proposed(edge, [], skipped).length).toBeGreaterThan(0);
  });

  test('what nobody can be asked', () => {
    const silent = { 'permanence:temporary': 15, 'permanence:permanent': -15 };
    expect(proposed([candidate('a', 50, silent), candidate('b', 50)])).toEqual([]);
  });

  test('what would hardly tell anything', () => {
    expect(proposed([candidate('a', 50, { 'typo:likely': 1 }), candidate('b', 50)])).toEqual([]);
  });

  test('anything at all, where one cause is certain', () => {
    expect(proposed([candidate('a', 100, { 'typo:likely': 10 })])).toEqual([]);
    expect(settle(rank([candidate('a', 100)], []), [])).toBeNull();
  });
});

describe('the next step', () => {
  test('separates the causes that it speaks of, the likeliest first, and no unlikely ones', () => {
    const found = settle(rank(edge, []), []);
    expect(found?.observe).toBe('control-recipient-same-domain');
    const order = rank(edge, []).map((item) => item.candidate.id);
    expect(found?.separates).toEqual(order.filter((id) => found?.separates.includes(id)));
    expect(found?.separates).toContain('domain-misconfigured-at-receiver');
    const after = seen('control-recipient-same-domain:refused');
    const next = settle(rank(edge, after), after);
    expect(next?.separates).not.toContain('directory-not-synchronised');
  });

  test('is null where nothing would tell more', () => {
    expect(settle(rank([candidate('a', 50), candidate('b', 50)], []), [])).toBeNull();
  });
});
