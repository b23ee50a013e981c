/** Enough for the mail that is under way on a busy host; at some 300 bytes each this stays under 20 MB. */
export const MAX_QUEUE_IDS = 50_000;

/**
 * Remembers what earlier lines said of a queue id. Kept in two generations: when the younger is full the
 * older is dropped whole, so the oldest ids go first and no step is slow (deleting single old keys from
 * the front of a Map gets slower with each).
 */
export class QueueMemory<Entry> {
  readonly #half: number;
  #young = new Map<string, Entry>();
  #old = new Map<string, Entry>();
  /** The entry that was asked for last: the lines of one message often follow each other. */
  #lastId = '';
  #last: Entry | undefined;
  #turns = 0;

  constructor(limit: number = MAX_QUEUE_IDS) {
    if (!Number.isInteger(limit) || limit < 2)
      throw new RangeError(`the limit of queue ids must be 2 or more, not ${limit}`);
    this.#half = limit >> 1;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(id: string): Entry | undefined {
    if (this.#last !== undefined && id === this.#lastId) return this.#last;
    this.#lastId = id;
    this.#last = this.#young.get(id) ?? this.#old.get(id);
    return this.#last;
  }

  set(id: string, entry: Entry): void {
    if (this.#young.size >= this.#half && !this.#young.has(id)) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#turns++;
    }
    this.#young.set(id, entry);
    this.#lastId = id;
    this.#last = entry;
  }

  /** How often the older generation was dropped. */
  get turns(): number {
    return this.#turns;
  }

  /** Another entry in the place of a known one, which becomes no younger by that. */
  replace(id: string, entry: Entry): void {
    if (this.#young.has(id)) this.#young.set(id, entry);
    else if (this.#old.has(id)) this.#old.set(id, entry);
    if (id === this.#lastId) this.#last = entry;
  }

  delete(id: string): void {
    if (id === this.#lastId) this.#last = undefined;
    if (!this.#young.delete(id) || this.#old.size > 0) this.#old.delete(id);
  }
}

/** V8 copies strings shorter than this when it slices or joins them. */
const COPIED = 13;

/** Keeps the compiler from dropping the look at a character in {@link detach}. */
let seen = 0;

/**
 * A copy that stands alone. A slice of a line keeps the whole chunk of the file alive in V8, so what is
 * remembered across lines must not be a slice. Looking at a character makes V8 write the joined text out,
 * and the next collection drops the joint: a smaller copy than a slice of a padded one.
 */
export function detach(text: string): string {
  if (text.length < COPIED) return text;
  const copy = `${text.slice(0, 1)}${text.slice(1)}`;
  seen = copy.charCodeAt(seen & 1);
  return copy;
}
