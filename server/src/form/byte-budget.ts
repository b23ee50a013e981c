/** Bytes that all clients together may hold, and how many of them one client may. */
export class ByteBudget {
  readonly #perClient: number;
  readonly #held = new Map<string, number>();
  #free: number;

  constructor(bytes: number, perClient: number) {
    this.#free = bytes;
    this.#perClient = perClient;
  }

  /** Bytes that nobody holds. */
  get free(): number {
    return this.#free;
  }

  /** Takes bytes for a client; false where there are not as many, or it may not have as many. */
  take(client: string, bytes: number): boolean {
    const held = (this.#held.get(client) ?? 0) + bytes;
    if (bytes > this.#free || held > this.#perClient) return false;
    this.#free -= bytes;
    if (held > 0) this.#held.set(client, held);
    return true;
  }

  /** Gives back what was taken for a client. */
  giveBack(client: string, bytes: number): void {
    this.#free += bytes;
    const held = (this.#held.get(client) ?? 0) - bytes;
    // clients come and go: what they leave behind must not grow
    if (held > 0) this.#held.set(client, held);
    else this.#held.delete(client);
  }
}
