/** Bytes that are hashed together. */
const GRAM = 4;
/** The pass looks at every third place; so that none is missed each word is filed under three grams that follow each other. */
const STRIDE = 3;
/** Shortest word that has so many. */
export const SHORTEST_WORD = GRAM + STRIDE - 1;
/** Slots of the table, a power of two: some ten for each gram of a few hundred words, and no more than the processor keeps at hand. */
const BITS = 14;
/** Places of a word at which its grams may begin. */
const MAX_PLACES = 28;
/** 2^32 over the golden ratio: spreads neighbouring grams over the table. */
const MULTIPLIER = 0x9e3779b1;
/** Characters of a text that are looked at together. */
const WINDOW = 16_384;

const utf8 = new TextEncoder();

/** A stretch of the text as UTF-8, which engines write many times faster than they hand out its characters one by one. */
const room = new Uint8Array(3 * WINDOW);

/**
 * Finds which of a few hundred plain words stand anywhere in a text, in one pass that skips two places of three.
 * `GramIndex` does that for the patterns of ten thousand rules, and needs three times as long where there are few.
 */
export class WordFinder {
  /** The words as UTF-8. */
  readonly #words: readonly Uint8Array[];
  /** Characters of the longest word. */
  readonly #longest: number;
  /** A bit for each slot that has an entry: these stay at the processor's hand, the slots do not. */
  readonly #used = new Int32Array((1 << BITS) / 32);
  /** First entry of each slot, -1 for none. */
  readonly #heads = new Int16Array(1 << BITS).fill(-1);
  /** For each entry: the next of its slot, its gram, and where in its word that stands. */
  readonly #next: Int16Array;
  readonly #grams: Int32Array;
  readonly #offsets: Int16Array;

  /** @param words in the form of the texts, none shorter than {@link SHORTEST_WORD} */
  constructor(words: readonly string[]) {
    this.#words = words.map((word) => utf8.encode(word));
    this.#longest = words.reduce((most, { length }) => Math.max(most, length), 0);
    const entries = words.length * STRIDE;
    this.#next = new Int16Array(entries);
    this.#grams = new Int32Array(entries);
    this.#offsets = new Int16Array(entries);
    const places = rarestPlaces(this.#words);
    for (const [id, word] of this.#words.entries()) {
      const from = places[id] as number;
      for (let i = 0; i < STRIDE; i++) this.#file(id * STRIDE + i, word, from + i);
    }
  }

  #file(entry: number, word: Uint8Array, offset: number): void {
    const gram = gramAt(word, offset);
    const slot = slotOf(gram);
    this.#grams[entry] = gram;
    this.#offsets[entry] = offset;
    this.#next[entry] = this.#heads[slot] as number;
    this.#heads[slot] = entry;
    this.#used[slot >> 5] = (this.#used[slot >> 5] as number) | (1 << slot);
  }

  /** Calls `hit` with the number of each word that stands in the text, for each time that it does. */
  find(text: string, hit: (word: number) => void): void {
    if (text.length <= WINDOW) {
      this.#findIn(utf8.encodeInto(text, room).written, hit);
      return;
    }
    // Stretches overlap, so that no word is cut in all of them; what stands in two is told twice.
    for (let from = 0; from < text.length; from += WINDOW - this.#longest)
      this.#findIn(utf8.encodeInto(text.slice(from, from + WINDOW), room).written, hit);
  }

  /** The same for the first bytes of {@link room}. */
  #findIn(length: number, hit: (word: number) => void): void {
    const used = this.#used;
    const end = length - GRAM;
    for (let at = 0; at <= end; at += STRIDE) {
      const gram = gramAt(room, at);
      const slot = slotOf(gram);
      if (((used[slot >> 5] as number) & (1 << slot)) !== 0)
        this.#verify(this.#heads[slot] as number, gram, at, length, hit);
    }
  }

  #verify(first: number, gram: number, at: number, length: number, hit: (word: number) => void): void {
    for (let entry = first; entry >= 0; entry = this.#next[entry] as number) {
      if (this.#grams[entry] !== gram) continue;
      const id = Math.trunc(entry / STRIDE);
      const word = this.#words[id] as Uint8Array;
      const start = at - (this.#offsets[entry] as number);
      if (start >= 0 && start + word.length <= length && standsAt(word, start)) hit(id);
    }
  }
}

/** Whether a word stands at that place of {@link room}. */
function standsAt(word: Uint8Array, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (room[start + i] !== word[i]) return false;
  return true;
}

/**
 * For each word the place at which the grams begin that are rarest among all words: what is common here is common in
 * texts too. Written for the first run, before any engine has made it fast: each gram is worked out once.
 */
function rarestPlaces(words: readonly Uint8Array[]): Uint8Array {
  const frequency = new Uint16Array(1 << BITS);
  /** The slots of the grams of all words, a row each. */
  const slots = new Uint16Array(words.length * MAX_PLACES);
  const counts = new Uint8Array(words.length);
  for (let id = 0, row = 0; id < words.length; id++, row += MAX_PLACES) {
    const word = words[id] as Uint8Array;
    const end = Math.min(word.length, MAX_PLACES + GRAM - 1);
    let gram = 0;
    for (let at = 0; at < end; at++) {
      gram = (gram << 8) | (word[at] as number);
      if (at < GRAM - 1) continue;
      const slot = Math.imul(gram, MULTIPLIER) >>> (32 - BITS);
      slots[row + at - GRAM + 1] = slot;
      frequency[slot] = (frequency[slot] as number) + 1;
    }
    counts[id] = end - GRAM + 1;
  }
  const places = new Uint8Array(words.length);
  for (let id = 0, row = 0; id < words.length; id++, row += MAX_PLACES) {
    const end = row + (counts[id] as number);
    let lowest = Number.POSITIVE_INFINITY;
    let older = 0;
    let old = 0;
    for (let i = row; i < end; i++) {
      const count = frequency[slots[i] as number] as number;
      const sum = older + old + count;
      if (i - row >= STRIDE - 1 && sum < lowest) {
        lowest = sum;
        places[id] = i - row - STRIDE + 1;
      }
      older = old;
      old = count;
    }
  }
  return places;
}

function slotOf(gram: number): number {
  return Math.imul(gram, MULTIPLIER) >>> (32 - BITS);
}

/** Four bytes. */
function gramAt(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}
