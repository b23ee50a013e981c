import type { CauseId } from '@whybounce/knowledge';
import type { Candidate } from './differential.ts';
import { factor } from './weights.ts';

/** A cause with how likely it is, in hundredths. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly hundredths: number;
  /** Numbers of the observations that moved it, the strongest first. */
  readonly moved: readonly number[];
}

/** A cause is named only from here on… */
const NAMED_FROM = 60;
/** … and only where it is so many times as likely as the next one. */
const NAMED_TIMES = 2;

/**
 * Ranks the causes of a refusal by what was observed (Bayes, with the observations taken as
 * independent given the cause): the share of each times the factors of its evidence, then scaled to
 * a sum of 1. Whole weights, sorted ids, no logarithms: every engine gives the same bytes.
 *
 * @param candidates the causes with their shares
 * @param observed numbers of the observations, each once, ascending
 * @param tilts further decibans for a candidate, by its place
 * @returns the likeliest first; equal ones by id
 */
export function rank(
  candidates: readonly Candidate[],
  observed: readonly number[],
  tilts?: readonly number[],
): Ranked[] {
  const sums = candidates.map(({ weights }, i) => {
    let sum = tilts?.[i] ?? 0;
    for (const observation of observed) sum += weights[observation] as number;
    return sum;
  });
  // Only ratios count, so the largest sum becomes 0 and no factor leaves the range.
  const most = Math.max(...sums);
  const scores = candidates.map(({ share }, i) => share * factor((sums[i] as number) - most));
  const hundredths = inHundredths(scores);
  return candidates
    .map((candidate, i) => ({
      candidate,
      score: scores[i] as number,
      hundredths: hundredths[i] as number,
      moved: observed
        .filter((observation) => candidate.weights[observation] !== 0)
        .sort((a, b) => weightAt(candidate, b) - weightAt(candidate, a) || a - b),
    }))
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
}

function weightAt({ weights }: Candidate, observation: number): number {
  return Math.abs(weights[observation] as number);
}

/** Shares of the sum in whole hundredths that sum to 100: the largest remainders are rounded up, earlier ones first. */
function inHundredths(scores: readonly number[]): number[] {
  const sum = scores.reduce((a, b) => a + b, 0);
  if (sum === 0) return scores.map(() => 0);
  const exact = scores.map((score) => (100 * score) / sum);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - (whole[i] as number) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) whole[i] = (whole[i] as number) + 1;
  return whole;
}

/** The cause that is likely enough to be named: at least 60 % and twice the next; else null. */
export function named(ranked: readonly Ranked[]): CauseId | null {
  const [first, second] = ranked;
  if (first === undefined || first.hundredths < NAMED_FROM) return null;
  return first.hundredths >= NAMED_TIMES * (second?.hundredths ?? 0) ? first.candidate.id : null;
}
