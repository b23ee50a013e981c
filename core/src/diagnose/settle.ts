import type { Settle } from './observation.ts';
import type { Ranked } from './rank.ts';
import { factor, table, testOf } from './weights.ts';

/**
 * What finding out costs, by effort from 1 to 5: the question itself, which somebody has to read and answer, and
 * then the looking. Without the first a row of cheap questions that tell little would come before the one that settles.
 */
const costs = [0, 5, 6, 8, 11, 19];
/** Below so many millionths of a bit a question is not worth asking. */
const WORTH_ASKING = 20_000;
/** Causes below this are not worth separating. */
const WORTH_SEPARATING = 2;

/** A test with what it is worth. */
export interface Worth {
  readonly test: number;
  /** Expected information in millionths of a bit. */
  readonly bits: number;
  /** The same for its cost. */
  readonly perCost: number;
}

/**
 * The tests that would tell the causes apart, the best for its cost first: by how much each is
 * expected to lower the uncertainty (entropy) over the causes. Outcomes of a test are taken to be as
 * likely under a cause as their factors say, scaled to a sum of 1.
 *
 * @param ranked the causes as they stand
 * @param observed what is known already: nothing is asked twice
 * @param skipped tests that nobody can answer here
 */
export function worthOfTests(
  ranked: readonly Ranked[],
  observed: readonly number[],
  skipped: ReadonlySet<number> = new Set(),
): Worth[] {
  const known = new Set(observed.map(testOf));
  const shares = ranked.map(({ hundredths }) => hundredths / 100);
  const before = entropy(shares);
  const worth: Worth[] = [];
  for (const [test, { asks, effort, outcomes }] of table.tests.entries()) {
    if (!asks || known.has(test) || skipped.has(test)) continue;
    const likelihoods = ranked.map(({ candidate }) => likelihoodsOf(candidate.weights, outcomes));
    if (likelihoods.every((row) => row === null)) continue;
    let after = 0;
    for (let o = 0; o < outcomes.length; o++) {
      const joint = shares.map((share, i) => share * (likelihoods[i]?.[o] ?? 1 / outcomes.length));
      const chance = joint.reduce((a, b) => a + b, 0);
      if (chance > 0) after += chance * entropy(joint.map((value) => value / chance));
    }
    const bits = Math.round((before - after) * 1e6);
    const perCost = Math.round(bits / (costs[effort] as number));
    if (bits >= WORTH_ASKING) worth.push({ test, bits, perCost });
  }
  return worth.sort((a, b) => b.perCost - a.perCost || a.test - b.test);
}

/** How likely each outcome is under a cause; null where the test says nothing about it. */
function likelihoodsOf(weights: Int8Array, outcomes: readonly number[]): number[] | null {
  if (outcomes.every((outcome) => weights[outcome] === 0)) return null;
  const factors = outcomes.map((outcome) => factor(weights[outcome] as number));
  const sum = factors.reduce((a, b) => a + b, 0);
  return factors.map((value) => value / sum);
}

function entropy(shares: readonly number[]): number {
  let sum = 0;
  for (const share of shares) if (share > 0) sum -= share * Math.log2(share);
  return sum;
}

/** The test to make next; null where none would tell anything. */
export function settle(
  ranked: readonly Ranked[],
  observed: readonly number[],
  skipped?: ReadonlySet<number>,
): Settle | null {
  const [best] = worthOfTests(ranked, observed, skipped);
  const test = best === undefined ? undefined : table.tests[best.test];
  if (test === undefined) return null;
  const separates = ranked
    .filter(({ candidate, hundredths }) => hundredths >= WORTH_SEPARATING && speaksOf(candidate.weights, test.outcomes))
    .map(({ candidate }) => candidate.id);
  return { observe: test.id, separates };
}

function speaksOf(weights: Int8Array, outcomes: readonly number[]): boolean {
  return outcomes.some((outcome) => weights[outcome] !== 0);
}
