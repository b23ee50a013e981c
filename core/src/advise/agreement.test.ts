import { describe, expect, test } from 'vitest';
import type { RankedCause } from '../diagnose/observation.ts';
import { agreed, mayBeSuppressed } from './agreement.ts';

/** Causes with shares in hundredths; what they ask for is looked up by their place. */
function ranked(...hundredths: number[]): RankedCause[] {
  const ids = ['address-does-not-exist', 'mailbox-moved', 'sender-reputation'] as const;
  return hundredths.map((share, i) => ({
    id: ids[i] ?? 'greylisted',
    probability: share / 100,
    owner: 'sender',
    evidence: [],
  }));
}

const isAddress = (cause: string): 'suppress' | 'fix' => (cause === 'sender-reputation' ? 'fix' : 'suppress');

describe('agreed', () => {
  test.each<[number[], string | null]>([
    [[40, 26, 34], null],
    [[40, 27, 33], 'suppress'],
    [[33, 0, 67], 'fix'],
    [[34, 0, 66], null],
  ])('%j: what holds 60 %% and twice the next', (shares, wanted) =>
    expect(agreed(ranked(...shares), isAddress)).toBe(wanted),
  );

  test('less than 60 % agree on nothing, however little the others hold', () =>
    expect(agreed(ranked(59, 0, 20, 21), (cause) => cause)).toBe(null));
});

describe('suppressing asks for 70 %', () => {
  test.each<[number[], boolean]>([
    [[40, 29, 31], false],
    [[40, 30, 30], true],
  ])('%j', (shares, may) => expect(mayBeSuppressed(ranked(...shares), isAddress)).toBe(may));
});
