/** Bytes of a block. A form that a person pastes fits into one. */
export const BLOCK_BYTES = 64 * 1024;

/**
 * Bytes that come in chunks, copied into blocks of one size: kept as they come, chunks of one byte each,
 * which any client can send, would hold a hundred times their length in objects.
 */
export class GatheredBytes {
  readonly #blocks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Bytes of memory that the blocks hold. */
  get held(): number {
    return this.#blocks.length * BLOCK_BYTES;
  }

  /** Bytes of memory that would be held besides, were so many bytes added. */
  growthFor(bytes: number): number {
    const blocks = Math.ceil((this.#length + bytes) / BLOCK_BYTES) - this.#blocks.length;
    return blocks * BLOCK_BYTES;
  }

  add(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.byteLength; ) {
      const at = this.#length % BLOCK_BYTES;
      const part = chunk.subarray(from, from + BLOCK_BYTES - at);
      this.#lastBlock(at).set(part, at);
      from += part.byteLength;
      this.#length += part.byteLength;
    }
  }

  /**
   * All of it in a buffer of its own, which can be handed to a thread without being copied. Each block is
   * let go once it is copied, and afterwards nothing is held here.
   */
  join(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length);
    const blocks = this.#blocks.reverse();
    let at = 0;
    for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
      bytes.set(block.subarray(0, this.#length - at), at);
      at += block.byteLength;
    }
    this.#length = 0;
    return bytes;
  }

  /** Lets all of it go. */
  clear(): void {
    this.#blocks.length = 0;
    this.#length = 0;
  }

  #lastBlock(at: number): Uint8Array {
    const last = at === 0 ? undefined : this.#blocks.at(-1);
    if (last !== undefined) return last;
    const block = new Uint8Array(BLOCK_BYTES);
    this.#blocks.push(block);
    return block;
  }
}
