/** What can be kept, by what it weighs. */
interface Weighed {
  readonly bytes: Uint8Array;
}

/** Keeps the bodies that were asked for last, up to a number of bytes. Two that ask for one at once get one. */
export class ContentCache<T extends Weighed> {
  readonly #entries = new Map<string, T>();
  readonly #pending = new Map<string, Promise<T>>();
  readonly #maxBytes: number;
  #bytes = 0;

  /** @param maxBytes of all bodies together; a larger body is made but not kept */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The body of a key, made where it is not kept. What `make` throws is thrown to all who asked. */
  async get(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#entries.get(key);
    if (kept !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, kept);
      return kept;
    }
    const pending = this.#pending.get(key);
    if (pending !== undefined) return pending;
    const made = make().finally(() => this.#pending.delete(key));
    this.#pending.set(key, made);
    const entry = await made;
    this.#keep(key, entry);
    return entry;
  }

  #keep(key: string, entry: T): void {
    if (this.#entries.has(key) || entry.bytes.byteLength > this.#maxBytes) return;
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes.byteLength;
    for (const [oldest, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(oldest);
      this.#bytes -= bytes.byteLength;
    }
  }
}
