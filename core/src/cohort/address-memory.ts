import { detached } from './key-table.ts';

/** What is remembered of one address; anything further is taken for known. */
const MAX_REMEMBERED = 16;

/** Remembers a few numbers about each of many addresses. */
export class AddressMemory {
  readonly #known = new Map<string, number[]>();
  readonly #limit: number;

  /** @param limit addresses of which anything is remembered; of further ones everything is new */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Remembers a number; false where it is known of the address, or nothing further is remembered of it. */
  isNew(address: string, number: number): boolean {
    const known = this.#known.get(address);
    if (known === undefined) {
      if (this.#known.size < this.#limit) this.#known.set(detached(address), [number]);
      return true;
    }
    if (known.includes(number) || known.length >= MAX_REMEMBERED) return false;
    known.push(number);
    return true;
  }
}
