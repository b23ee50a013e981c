import type { CauseId, ReasonId } from '@whybounce/knowledge';
import { table, unpack, type WeightRow, weightsOf } from './weights.ts';

/** A cause that can stand behind a reason, before anything else was seen. */
export interface Candidate {
  readonly cause: number;
  readonly id: CauseId;
  /** Of 100. */
  readonly share: number;
  readonly weights: WeightRow;
}

const byReason = new Map<ReasonId, readonly Candidate[]>();

/** The causes that can stand behind a reason, by id. */
export function candidatesOf(reason: ReasonId): readonly Candidate[] {
  let candidates = byReason.get(reason);
  if (candidates === undefined) {
    const { shares, evidence } = table.reasons[reason];
    candidates = pairs(shares).map(([cause, share]) => {
      const own = evidence.find((item) => item.cause === cause);
      const weights = own === undefined ? weightsOf(cause) : unpack(own.weights, weightsOf(cause).slice());
      return { cause, id: table.causes[cause]?.id as CauseId, share, weights };
    });
    byReason.set(reason, candidates);
  }
  return candidates;
}

/** The same with the shares of a rule that knows better than its reason. */
export function withShares(reason: ReasonId, shares: Readonly<Partial<Record<CauseId, number>>>): readonly Candidate[] {
  const known = candidatesOf(reason);
  return (Object.keys(shares) as CauseId[]).sort().map((id) => {
    const cause = table.causes.findIndex((item) => item.id === id);
    const candidate = known.find((item) => item.id === id);
    return { cause, id, share: shares[id] ?? 0, weights: candidate?.weights ?? weightsOf(cause) };
  });
}

function pairs(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] as number, flat[2 * i + 1] as number]);
}
