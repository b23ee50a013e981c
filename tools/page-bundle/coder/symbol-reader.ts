import { type BitSource, PARTS } from './bit-source.ts';
import { type CodeTree, waysOf } from './code-tree.ts';
import { CHANCE_BITS, firstChances, HISTORIES, nextHistory } from './history.ts';
import { CERTAIN, STEPS, squashed, stretched } from './logistic.ts';

/** Contexts of which each bit's history is kept. */
export const NEAR = 4;
/** Contexts, seldom met twice, of which only the last symbol is kept. */
export const FAR = 2;

/** What each bit is foretold from: the opinions of all contexts, and {@link CONSTANT}. */
const OPINIONS = NEAR + FAR + 1;
const CONSTANT = 0.3;
const FIRST_WEIGHT = 0.3;
/** How fast weights, and chances (a part of 2^n), move towards what is seen. */
const LEARN = 0.004 / PARTS;
const FOLLOW = 7;
/** Bits of a symbol whose histories stand side by side, so that the processor fetches them at once. */
const BUCKET_BITS = 3;
/** How often in a row a far context foretold rightly: so many bits of its place count it. */
const OFTEN_BITS = 4;
const OFTEN = 2 ** OFTEN_BITS;
const MOST_RIGHT = OFTEN - 1;
/** So many bits of a symbol have a trust of their own in each far context. */
const DEPTHS = 8;

/** From a chance that is learnt to one in {@link PARTS}. */
const TO_PARTS = CHANCE_BITS - Math.log2(PARTS);
const SURE = 2 ** CHANCE_BITS - 1;

/** Contexts as hashes: the near ones, from the nearest, then the far ones. */
export type Contexts = Int32Array;

/**
 * Reads symbols, of which each bit is foretold from the contexts in which it stands.
 *
 * A near context keeps the last bits that it saw at a place, and each such history has a chance of its
 * own: so it shows what "seen once" is worth, which counts in lists of phrases. A far one keeps the
 * symbol that it saw last. Their opinions are mixed by weights that move towards those that were right
 * (M. Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression", 2005). All of it is
 * `+`, `-`, `*` and `/` of IEEE 754, so that every browser comes to the numbers that the build came to.
 */
export class SymbolReader {
  readonly #bits: BitSource;
  readonly #tree: CodeTree;
  readonly #ways: Int32Array;
  readonly #tableBits: number;
  readonly #histories: Uint8Array;
  readonly #chances = new Int32Array(NEAR * HISTORIES);
  /** The symbol last seen in each far context, and how often in a row. */
  readonly #lasts: Int32Array;
  readonly #trust = new Int32Array(FAR * DEPTHS * OFTEN).fill(0.75 * SURE);
  /** By how many near contexts are known, and which far ones foretell something. */
  readonly #weights = new Float64Array((NEAR + 1) * 2 ** FAR * OPINIONS).fill(FIRST_WEIGHT);
  readonly #places = new Int32Array(FAR);
  readonly #ahead = new Int32Array(FAR);

  /** @param tableBits how much room the contexts get: bytes of each, as a power of two; what shares a place disturbs each other */
  constructor(tree: CodeTree, bits: BitSource, tableBits: number) {
    this.#tree = tree;
    this.#bits = bits;
    this.#ways = waysOf(tree);
    this.#tableBits = tableBits;
    this.#histories = new Uint8Array(NEAR << tableBits);
    this.#lasts = new Int32Array(FAR << (tableBits - BUCKET_BITS + 1));
    const chances = firstChances();
    for (let i = 0; i < NEAR; i++) this.#chances.set(chances, i * HISTORIES);
  }

  /** The next symbol. The contexts A to D are near, E and F far; loops over them would take a third more time. */
  read(contexts: Contexts): number {
    const { children, root } = this.#tree;
    const histories = this.#histories;
    const chances = this.#chances;
    const weights = this.#weights;
    const trust = this.#trust;
    const tableBits = this.#tableBits;
    const toBucket = 32 - tableBits + BUCKET_BITS;
    this.#lookFar(contexts);
    let turnsE = this.#ahead[0] as number;
    let turnsF = this.#ahead[1] as number;
    let trustE = (this.#lasts[this.#places[0] as number] as number) & MOST_RIGHT;
    let trustF = DEPTHS * OFTEN + ((this.#lasts[this.#places[1] as number] as number) & MOST_RIGHT);
    const hashA = contexts[0] as number;
    const hashB = contexts[1] as number;
    const hashC = contexts[2] as number;
    const hashD = contexts[3] as number;
    let node = root;
    let depth = 0;
    while (node >= 0) {
      const spread = Math.imul(node + 1, 0x9e3779b1);
      const bucketA = (scatter(hashA ^ spread) >>> toBucket) << BUCKET_BITS;
      const bucketB = (1 << tableBits) + ((scatter(hashB ^ spread) >>> toBucket) << BUCKET_BITS);
      const bucketC = (2 << tableBits) + ((scatter(hashC ^ spread) >>> toBucket) << BUCKET_BITS);
      const bucketD = (3 << tableBits) + ((scatter(hashD ^ spread) >>> toBucket) << BUCKET_BITS);
      for (let inner = 1; inner < 1 << BUCKET_BITS && node >= 0; ) {
        const slotA = bucketA + inner;
        const historyA = histories[slotA] as number;
        const atA = historyA;
        const chanceA = chances[atA] as number;
        const opinionA = stretched[chanceA >> TO_PARTS] as number;
        const slotB = bucketB + inner;
        const historyB = histories[slotB] as number;
        const atB = HISTORIES + historyB;
        const chanceB = chances[atB] as number;
        const opinionB = stretched[chanceB >> TO_PARTS] as number;
        const slotC = bucketC + inner;
        const historyC = histories[slotC] as number;
        const atC = 2 * HISTORIES + historyC;
        const chanceC = chances[atC] as number;
        const opinionC = stretched[chanceC >> TO_PARTS] as number;
        const slotD = bucketD + inner;
        const historyD = histories[slotD] as number;
        const atD = 3 * HISTORIES + historyD;
        const chanceD = chances[atD] as number;
        const opinionD = stretched[chanceD >> TO_PARTS] as number;
        let set = historyD !== 0 ? 4 : historyC !== 0 ? 3 : historyB !== 0 ? 2 : historyA !== 0 ? 1 : 0;
        set *= 2 ** FAR;
        let opinionE = 0;
        let opinionF = 0;
        if (turnsE > 1) {
          set += 2;
          opinionE = stretched[(trust[trustE] as number) >> TO_PARTS] as number;
          if ((turnsE & 1) === 0) opinionE = -opinionE;
        }
        if (turnsF > 1) {
          set++;
          opinionF = stretched[(trust[trustF] as number) >> TO_PARTS] as number;
          if ((turnsF & 1) === 0) opinionF = -opinionF;
        }
        set *= OPINIONS;
        const weightA = weights[set + 0] as number;
        const weightB = weights[set + 1] as number;
        const weightC = weights[set + 2] as number;
        const weightD = weights[set + 3] as number;
        const weightE = weights[set + 4] as number;
        const weightF = weights[set + 5] as number;
        const weightG = weights[set + 6] as number;
        let sum =
          weightA * opinionA +
          weightB * opinionB +
          (weightC * opinionC + weightD * opinionD) +
          (weightE * opinionE + weightF * opinionF + weightG * CONSTANT);
        if (sum > CERTAIN) sum = CERTAIN;
        else if (sum < -CERTAIN) sum = -CERTAIN;
        const chance = squashed[((sum + CERTAIN) * STEPS) | 0] as number;
        const bit = this.#bits.next(chance);
        const error = ((bit === 1 ? PARTS : 0) - chance) * LEARN;
        const goal = bit === 1 ? SURE : 0;
        weights[set + 0] = weightA + error * opinionA;
        weights[set + 1] = weightB + error * opinionB;
        weights[set + 2] = weightC + error * opinionC;
        weights[set + 3] = weightD + error * opinionD;
        weights[set + 4] = weightE + error * opinionE;
        weights[set + 5] = weightF + error * opinionF;
        weights[set + 6] = weightG + error * CONSTANT;
        chances[atA] = chanceA + ((goal - chanceA) >> FOLLOW);
        histories[slotA] = nextHistory[(historyA << 1) | bit] as number;
        chances[atB] = chanceB + ((goal - chanceB) >> FOLLOW);
        histories[slotB] = nextHistory[(historyB << 1) | bit] as number;
        chances[atC] = chanceC + ((goal - chanceC) >> FOLLOW);
        histories[slotC] = nextHistory[(historyC << 1) | bit] as number;
        chances[atD] = chanceD + ((goal - chanceD) >> FOLLOW);
        histories[slotD] = nextHistory[(historyD << 1) | bit] as number;
        if (turnsE > 1) {
          const isRight = (turnsE & 1) === bit ? 1 : 0;
          trust[trustE] = moved(trust[trustE] as number, isRight);
          turnsE = isRight === 1 ? turnsE >> 1 : 0;
        }
        if (turnsF > 1) {
          const isRight = (turnsF & 1) === bit ? 1 : 0;
          trust[trustF] = moved(trust[trustF] as number, isRight);
          turnsF = isRight === 1 ? turnsF >> 1 : 0;
        }
        inner = (inner << 1) | bit;
        node = children[2 * node + bit] as number;
        if (depth < DEPTHS - 1) {
          depth++;
          trustE += OFTEN;
          trustF += OFTEN;
        }
      }
    }
    this.#keepFar(-1 - node);
    return -1 - node;
  }

  /** Finds what the far contexts foretell: the turns to a symbol, or nothing. */
  #lookFar(contexts: Contexts): void {
    const bits = this.#tableBits - BUCKET_BITS + 1;
    for (let i = 0; i < FAR; i++) {
      const place = (i << bits) + (Math.imul(contexts[NEAR + i] as number, 0x9e3779b1) >>> (32 - bits));
      const last = this.#lasts[place] as number;
      this.#places[i] = place;
      this.#ahead[i] = last === 0 ? 0 : (this.#ways[last >> OFTEN_BITS] as number);
    }
  }

  #keepFar(symbol: number): void {
    for (let i = 0; i < FAR; i++) {
      const place = this.#places[i] as number;
      const last = this.#lasts[place] as number;
      const isSame = last !== 0 && last >> OFTEN_BITS === symbol;
      if (!isSame) this.#lasts[place] = (symbol << OFTEN_BITS) | 1;
      else if ((last & MOST_RIGHT) < MOST_RIGHT) this.#lasts[place] = last + 1;
    }
  }
}

/** Spreads hashes evenly. */
function scatter(hash: number): number {
  const half = Math.imul(hash, 0x85ebca6b);
  return Math.imul(half ^ (half >>> 15), 0x2c1b3c6d);
}

/** A chance, moved towards a bit that came. */
function moved(chance: number, bit: number): number {
  return chance + (((bit === 1 ? SURE : 0) - chance) >> FOLLOW);
}
