/** What stands for the keys beyond a table's limit. */
export const OTHERS = '(others)';

/** Number of what is not known. */
export const UNKNOWN = 0;
/** Number of all keys beyond the limit. */
export const BEYOND = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The same text in memory of its own. A part of a string keeps the whole in memory, and a name cut out of
 * a log keeps the piece of the log that was read with it.
 */
export function detached(text: string): string {
  return decoder.decode(encoder.encode(text));
}

/** Gives keys small numbers. A hostile input can name any number of domains, so beyond a limit all share one. */
export class KeyTable {
  readonly #numbers = new Map<string, number>();
  readonly #keys: (string | null)[] = [null, OTHERS];
  readonly #limit: number;

  /** @param limit different keys that get a number of their own */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The number of a key, given to it now if it has none. */
  number(key: string | null): number {
    if (key === null) return UNKNOWN;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#numbers.size >= this.#limit) return BEYOND;
    const own = detached(key);
    const same = this.#numbers.get(own);
    if (same !== undefined) return same;
    const number = this.#keys.push(own) - 1;
    this.#numbers.set(own, number);
    return number;
  }

  /** The number of a key that was seen before; undefined for others. */
  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  key(number: number): string | null {
    return this.#keys[number] ?? null;
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#keys.length;
  }
}
