import type { CauseId } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import type { Candidate } from './differential.ts';
import { named, rank } from './rank.ts';

/** Observation 0 weighs so much for the cause, observation 1 so much, and so on. */
const candidate = (id: string, share: number, ...weights: number[]): Candidate => ({
  cause: 0,
  id: id as CauseId,
  share,
  weights: Int8Array.from(weights),
});

const shown = (
  candidates: readonly Candidate[],
  observed: readonly number[] = [],
  tilts?: readonly number[],
): string[] => rank(candidates, observed, tilts).map(({ candidate: { id }, hundredths }) => `${id} ${hundredths}`);

describe('before anything is seen', () => {
  test('causes stand by their shares', () => {
    expect(shown([candidate('a', 20), candidate('b', 70), candidate('c', 10)])).toEqual(['b 70', 'a 20', 'c 10']);
  });

  test('equal ones stand by id', () => {
    expect(shown([candidate('c', 25), candidate('a', 25), candidate('b', 50)])).toEqual(['b 50', 'a 25', 'c 25']);
  });

  test('a single cause has everything, whatever speaks against it', () => {
    expect(shown([candidate('a', 100, -60)], [0])).toEqual(['a 100']);
  });
});

describe('what is seen multiplies the odds', () => {
  test('ten decibans make a cause ten times as likely', () => {
    expect(shown([candidate('a', 50, 10), candidate('b', 50, 0)], [0])).toEqual(['a 91', 'b 9']);
    expect(shown([candidate('a', 50, -10), candidate('b', 50, 0)], [0])).toEqual(['b 91', 'a 9']);
  });

  test('observations add up', () => {
    const apart = shown([candidate('a', 50, 4, 6), candidate('b', 50, 0, 0)], [0, 1]);
    expect(apart).toEqual(shown([candidate('a', 50, 10), candidate('b', 50, 0)], [0]));
  });

  test('what moves all causes alike moves none', () => {
    const before = shown([candidate('a', 60, 7), candidate('b', 40, 7)]);
    expect(shown([candidate('a', 60, 7), candidate('b', 40, 7)], [0])).toEqual(before);
  });

  test('a tilt counts like an observation, by the place of the candidate', () => {
    expect(shown([candidate('a', 50), candidate('b', 50)], [], [0, 10])).toEqual(['b 91', 'a 9']);
  });

  test('far behind is far enough: beyond a million to one nothing overflows', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => i);
    const far = [candidate('a', 50, ...crowd.map(() => 100)), candidate('b', 50, ...crowd.map(() => -100))];
    expect(shown(far, crowd)).toEqual(['a 100', 'b 0']);
    expect(rank(far, crowd).every(({ hundredths }) => Number.isInteger(hundredths))).toBe(true);
  });

  test('the strongest evidence is named first, then that with the lower number; what weighs nothing not at all', () => {
    const [first] = rank([candidate('a', 50, 3, -9, 0, 3), candidate('b', 50, 0, 0, 0, 0)], [0, 1, 2, 3]);
    expect(rank([candidate('a', 50, 3, -9, 0, 3)], [0, 1, 2, 3])[0]?.moved).toEqual([1, 0, 3]);
    expect(first?.candidate.id).toBe('b');
    expect(first?.moved).toEqual([]);
  });
});

describe('shares in hundredths', () => {
  test('sum to 100, the largest remainders rounded up', () => {
    const thirds = ['a', 'b', 'c'].map((id) => candidate(id, 1));
    expect(shown(thirds)).toEqual(['a 34', 'b 33', 'c 33']);
    const sevenths = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => candidate(id, 1));
    expect(shown(sevenths)).toEqual(['a 15', 'b 15', 'c 14', 'd 14', 'e 14', 'f 14', 'g 14']);
  });

  test('sum to 100 for many mixtures', () => {
    for (let seed = 1; seed < 200; seed++) {
      const candidates = Array.from({ length: 2 + (seed % 7) }, (_, i) =>
        candidate(`c${i}`, 1 + ((seed * (i + 3)) % 97), ((seed * 7 + i * 13) % 41) - 20),
      );
      const sum = rank(candidates, [0]).reduce((total, { hundredths }) => total + hundredths, 0);
      expect(sum, `seed ${seed}`).toBe(100);
    }
  });

  test('never put a less likely cause before a likelier one', () => {
    const ranked = rank([candidate('a', 40, 3), candidate('b', 35, 4), candidate('c', 25, -2)], [0]);
    const numbers = ranked.map(({ hundredths }) => hundredths);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });
});

describe('the same causes', () => {
  const candidates = [candidate('a', 30, 5, -3), candidate('b', 30, -3, 5), candidate('c', 40, 0, 0)];

  test('rank the same in any order of the candidates', () => {
    expect(shown([...candidates].reverse(), [0, 1])).toEqual(shown(candidates, [0, 1]));
  });

  test('rank the same twice, and nothing handed in is changed', () => {
    const before = JSON.stringify(candidates);
    expect(shown(candidates, [0])).toEqual(shown(candidates, [0]));
    expect(JSON.stringify(candidates)).toBe(before);
  });
});

describe('a cause is named', () => {
  const nameOf = (...shares: number[]): string | null =>
    named(
      rank(
        shares.map((share, i) => candidate(`c${i}`, share)),
        [],
      ),
    );

  test('from 60 % on, and twice as likely as the next', () => {
    expect(nameOf(60, 30, 10)).toBe('c0');
    expect(nameOf(62, 31, 7)).toBe('c0');
    expect(nameOf(100)).toBe('c0');
  });

  test('not below 60 %', () => {
    expect(nameOf(59, 21, 20)).toBeNull();
    expect(nameOf(50, 50)).toBeNull();
  });

  test('not where the next is more than half as likely', () => {
    expect(nameOf(61, 31, 8)).toBeNull();
    expect(nameOf(65, 35)).toBeNull();
  });

  test('not where there is none', () => expect(named([])).toBeNull());
});
