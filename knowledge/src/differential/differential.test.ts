import { describe, expect, test } from 'vitest';
import { type CauseId, causeTable } from '../cause/index.ts';
import { type ReasonId, reasonIds } from '../vocabulary/reason.ts';
import { differentialTable } from './index.ts';

/** Reasons that one cause alone can stand behind. */
const settled: readonly ReasonId[] = [
  'notice.autoreply',
  'notice.challenge',
  'notice.complaint',
  'notice.delivered',
  'notice.forged',
  'notice.subscribe',
  'notice.unsubscribe',
  'suppressed.by-esp',
];

/** Rows of the published tables: nobody changes these without a better table. */
const published: Partial<Record<ReasonId, readonly number[]>> = {
  'recipient.edge-blocked': [62, 14, 8, 6, 5, 3, 2],
  'policy.generic': [24, 22, 16, 14, 12, 8, 4],
};

test('every reason has its causes, in the words of the vocabulary', () => {
  expect(Object.keys(differentialTable).sort()).toEqual([...reasonIds].sort());
});

describe.each(reasonIds)('%s', (reason) => {
  const { shares, evidence = {}, grade } = differentialTable[reason];
  const numbers = Object.values(shares);

  test('has shares that are whole, above 0, and sum to 100', () => {
    expect(numbers.filter((share) => !Number.isInteger(share) || share <= 0)).toEqual([]);
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(100);
    expect(Object.keys(shares).filter((id) => !Object.hasOwn(causeTable, id))).toEqual([]);
  });

  test('has more than one cause, unless it is settled', () => {
    if (settled.includes(reason)) expect(numbers).toHaveLength(1);
    else expect(numbers.length).toBeGreaterThan(1);
  });

  test('claims no measurement', () => {
    expect(['read', 'read-paraphrased', 'believed']).toContain(grade);
  });

  test('weighs otherwise only causes of its own, and only where it differs', () => {
    for (const [id, own] of Object.entries(evidence)) {
      expect(Object.keys(shares), id).toContain(id);
      const usual = causeTable[id as CauseId].evidence as Readonly<Record<string, number>>;
      const same = Object.entries(own).filter(([observation, weight]) => (usual[observation] ?? 0) === weight);
      expect(same, id).toEqual([]);
    }
  });

  test('keeps the shares of a published table', () => {
    const table = published[reason];
    if (table !== undefined) expect([...numbers].sort((a, b) => b - a)).toEqual(table);
  });
});
