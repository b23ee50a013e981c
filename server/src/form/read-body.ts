import type { ByteBudget } from './byte-budget.ts';
import { GatheredBytes } from './gathered-bytes.ts';

/** A body that was read, or why it was not. */
export type ReadBody =
  | { readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  /** This client, or all together, hold all the memory that bodies may have. */
  | { readonly kind: 'busy' };

/** How fast a body must come, in milliseconds. */
export interface Pace {
  /** How often it is looked. */
  readonly windowMs: number;
  /** What a whole body may take. */
  readonly wholeMs: number;
}

/** What a body may take. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Bytes that are still read, and forgotten, of one that is refused. */
  readonly maxDiscarded: number;
  readonly budget: ByteBudget;
  /** Whose share of the budget it takes. */
  readonly client: string;
  readonly pace: Pace;
}

/**
 * Reads a body. What is held counts by the bytes that have come, not by those that were announced, so
 * that nobody can hold memory by announcing.
 *
 * Whoever gets the bytes gives as many back to the budget when done with them.
 *
 * @param announced the length that the request announces; null where it announces none
 * @throws what the stream throws, as when the client has gone
 */
export async function readBody(
  stream: ReadableStream<Uint8Array> | null,
  announced: number | null,
  { maxBytes, maxDiscarded, budget, client, pace }: BodyLimits,
): Promise<ReadBody> {
  if (stream === null) return { kind: 'body', bytes: new Uint8Array() };
  if (announced !== null && announced > maxBytes) {
    await discardBody(stream, maxDiscarded);
    return { kind: 'too-large' };
  }
  const gathered = new GatheredBytes();
  let taken = 0;
  let kept = 0;
  let why: Exclude<ReadBody['kind'], 'body'> | null;
  try {
    why = await gather(stream, gathered, pace, (bytes) => {
      if (gathered.length + bytes > maxBytes) return 'too-large';
      const growth = gathered.growthFor(bytes);
      if (!budget.take(client, growth)) return 'busy';
      taken += growth;
      return null;
    });
    if (why === null) {
      const bytes = gathered.join();
      kept = bytes.byteLength;
      return { kind: 'body', bytes };
    }
  } finally {
    gathered.clear();
    budget.giveBack(client, taken - kept);
  }
  if (why !== 'too-slow') await discardBody(stream, maxDiscarded);
  return { kind: why };
}

/**
 * Gathers a stream to its end, or until there is a reason not to.
 *
 * @param refuses whether so many bytes more are refused, and why
 */
async function gather(
  stream: ReadableStream<Uint8Array>,
  gathered: GatheredBytes,
  pace: Pace,
  refuses: (bytes: number) => 'too-large' | 'busy' | null,
): Promise<'too-large' | 'too-slow' | 'busy' | null> {
  const reader = stream.getReader();
  let isTooSlow = false;
  // letting go of the stream ends the wait for its next chunk, and leaves the connection for an answer
  const stopWatching = watchPace(gathered, pace, () => {
    isTooSlow = true;
    reader.releaseLock();
  });
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const why = refuses(next.value.byteLength);
      if (why !== null) return why;
      gathered.add(next.value);
    }
    return null;
  } catch (error) {
    if (isTooSlow) return 'too-slow';
    throw error;
  } finally {
    stopWatching();
    reader.releaseLock();
  }
}

/**
 * Looks from time to time whether a body comes fast enough for what it holds: in each window it must bring
 * the part of what it held before that the window is of the whole time. Any client of steady speed does. One
 * that sends nearly all at once and then drips, to hold memory for the rest of the time, does not.
 *
 * @returns what ends the watch
 */
function watchPace(gathered: GatheredBytes, { windowMs, wholeMs }: Pace, onSlow: () => void): () => void {
  let before = 0;
  const timer = setInterval(() => {
    const { length } = gathered;
    if ((length - before) * wholeMs < before * windowMs) {
      clearInterval(timer);
      onSlow();
    }
    before = length;
  }, windowMs);
  return () => clearInterval(timer);
}

/**
 * Reads a body without keeping anything, and gives up behind a number of bytes: a browser shows an answer only
 * when it could send its whole request.
 */
export async function discardBody(stream: ReadableStream<Uint8Array> | null, most: number): Promise<void> {
  if (stream === null) return;
  const reader = stream.getReader();
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > most) return;
  }
}
