/** A body that was read, or why it was not. */
export type ReadBody =
  | { readonly kind: 'body'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'too-large' }
  /** Other requests hold all the memory that bodies may have. */
  | { readonly kind: 'busy' };

/** Bytes that all requests together may hold. */
export class ByteBudget {
  #free: number;

  constructor(bytes: number) {
    this.#free = bytes;
  }

  /** Bytes that nobody holds. */
  get free(): number {
    return this.#free;
  }

  /** Takes bytes; false where there are not as many. */
  take(bytes: number): boolean {
    if (bytes > this.#free) return false;
    this.#free -= bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#free += bytes;
  }
}

/** What a body may take. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Bytes that are still read, and forgotten, of one that is too large. */
  readonly maxDiscarded: number;
  readonly budget: ByteBudget;
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
  { maxBytes, maxDiscarded, budget }: BodyLimits,
): Promise<ReadBody> {
  if (stream === null) return { kind: 'body', bytes: new Uint8Array() };
  const reader = stream.getReader();
  if (announced !== null && announced > maxBytes) {
    await discard(reader, maxDiscarded);
    return { kind: 'too-large' };
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isKept = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { byteLength } = next.value;
      const why = length + byteLength > maxBytes ? 'too-large' : budget.take(byteLength) ? null : 'busy';
      if (why !== null) {
        chunks.length = 0;
        await discard(reader, maxDiscarded);
        return { kind: why };
      }
      length += byteLength;
      chunks.push(next.value);
    }
    isKept = true;
  } finally {
    if (!isKept) budget.giveBack(length);
  }
  return { kind: 'body', bytes: joined(chunks, length) };
}

/** Reads on without keeping anything, and gives up behind a number of bytes. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > most) return;
  }
}

/** The chunks in a buffer of their own, which can be handed to a thread without being copied. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
