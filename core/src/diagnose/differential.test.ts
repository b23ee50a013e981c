import { reasonIds } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { candidatesOf, withShares } from './differential.ts';
import { observationNumber, weightsOf } from './weights.ts';

const weight = (candidate: { weights: Int8Array } | undefined, id: string): number | undefined =>
  candidate?.weights[observationNumber(id)];

describe('candidates of a reason', () => {
  test.each(reasonIds)('%s: sorted by id, shares of 100, the same each time', (reason) => {
    const candidates = candidatesOf(reason);
    const ids = candidates.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(candidates.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(candidatesOf(reason)).toBe(candidates);
  });

  test('weigh as their cause says, save where the reason says otherwise', () => {
    const [generic, edge] = (['unknown.text', 'recipient.edge-blocked'] as const).map((reason) =>
      candidatesOf(reason).find(({ id }) => id === 'mx-points-elsewhere'),
    );
    expect(weight(generic, 'status-subject:network')).toBeGreaterThan(0);
    expect(weight(edge, 'status-subject:network')).toBe(0);
    expect(weight(edge, 'mx-history:changed')).toBe(weight(generic, 'mx-history:changed'));
  });

  test('never change the weights of the cause itself', () => {
    const cause = candidatesOf('recipient.edge-blocked').find(({ id }) => id === 'mx-points-elsewhere')?.cause ?? -1;
    expect(weightsOf(cause)[observationNumber('status-subject:network')]).toBeGreaterThan(0);
  });
});

describe('the shares of a rule', () => {
  test('take the place of those of the reason, with its weights where it has the cause', () => {
    const candidates = withShares('recipient.edge-blocked', { 'sender-reputation': 30, 'account-closed': 70 });
    expect(candidates.map(({ id, share }) => [id, share])).toEqual([
      ['account-closed', 70],
      ['sender-reputation', 30],
    ]);
    const own = candidatesOf('recipient.edge-blocked').find(({ id }) => id === 'sender-reputation');
    expect(candidates[1]?.weights).toBe(own?.weights);
    expect(weight(candidates[0], 'recipient-confirms:gone')).toBeGreaterThan(0);
  });
});
