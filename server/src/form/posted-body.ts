import { BODY_WINDOW_MS, MAX_DISCARDED_BYTES, REQUEST_TIMEOUT_MS } from '../limits.ts';
import type { ByteBudget } from './byte-budget.ts';
import { type ReadBody, readBody } from './read-body.ts';

/**
 * The body of a request; null where the client went away before it was sent. Whoever gets its bytes gives as many back to
 * the budget when done with them.
 *
 * @param client whose share of the budget it takes
 */
export async function postedBody(
  { body, headers }: Request,
  maxBytes: number,
  budget: ByteBudget,
  client: string,
): Promise<ReadBody | null> {
  const announced = headers.get('Content-Length');
  const limits = {
    maxBytes,
    maxDiscarded: MAX_DISCARDED_BYTES,
    budget,
    client,
    pace: { windowMs: BODY_WINDOW_MS, wholeMs: REQUEST_TIMEOUT_MS },
  };
  try {
    return await readBody(body, announced === null ? null : Number(announced), limits);
  } catch {
    return null;
  }
}
