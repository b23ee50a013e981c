import type { BitSource } from './bit-source.ts';
import type { CodeTree } from './code-tree.ts';
import { CHANCES, squashTable, stretchTable, SQUASH_LIMIT, SQUASH_STEPS } from './logistic.ts';

export const CONTEXTS = 6;
const DENSE = 4;
const RUNS = 2;
const TABLE_BITS = Number(globalThis.process?.env.TB ?? 22);
const INPUTS = CONTEXTS + 1;
const RUN_BITS = Number(globalThis.process?.env.RB ?? 18);
const FOLLOW = Number(globalThis.process?.env.FO ?? 0.01);
const LEARN = Number(globalThis.process?.env.LE ?? 0.003);
const FIRST_WEIGHT = Number(globalThis.process?.env.FW ?? 0.3);

export class SymbolReader {
  readonly #histories: Uint8Array;
  readonly #chances = firstChances();
  readonly #weights = new Float64Array(INPUTS * (CONTEXTS + 1) * 4).fill(FIRST_WEIGHT);
  readonly #tree: CodeTree;
  readonly #bits: BitSource;
  readonly #opinions = new Float64Array(INPUTS).fill(0.3);
  readonly #runs = new Int32Array(RUNS << RUN_BITS);
  readonly #codes: Int32Array;
  readonly #trust = new Int32Array(RUNS * 8 * 16).fill(3 << 20);
  readonly #buckets = new Int32Array(CONTEXTS);
  readonly #shift: number;
  readonly #size: number;

  constructor(tree: CodeTree, bits: BitSource, tableBits = TABLE_BITS) {
    this.#tree = tree;
    this.#bits = bits;
    this.#shift = 32 - tableBits + 3;
    this.#size = 1 << tableBits;
    this.#histories = new Uint8Array(DENSE * this.#size);
    this.#codes = codesOf(tree);
  }

  read(contexts: Int32Array): number {
    const histories = this.#histories;
    const chances = this.#chances;
    const weights = this.#weights;
    const opinions = this.#opinions;
    const buckets = this.#buckets;
    const { root, children } = this.#tree;
    const size = this.#size;
    const shift = this.#shift;
    let node = root;
    const runs = this.#runs, codes = this.#codes, trust = this.#trust;
    const s4 = Math.imul(contexts[4]!, 0x9e3779b1) >>> (32 - RUN_BITS), s5 = (1 << RUN_BITS) + (Math.imul(contexts[5]!, 0x9e3779b1) >>> (32 - RUN_BITS));
    const r4 = runs[s4]!, r5 = runs[s5]!;
    let g4 = r4 === 0 ? 0 : codes[r4 >> 4]!, g5 = r5 === 0 ? 0 : codes[r5 >> 4]!;
    let t4 = (r4 & 15), t5 = 128 + (r5 & 15);
    // a code: its bits, lowest first, ended by a 1
    while (node >= 0) {
      const spread = Math.imul(node + 1, 0x9e3779b1);
      for (let i = 0; i < DENSE; i++) {
        const hash = Math.imul((contexts[i] as number) ^ spread, 0x85ebca6b);
        buckets[i] = i * size + ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> shift) << 3);
      }
      for (let inner = 1; inner < 8 && node >= 0; ) {
        let known = 0;
        for (let i = 0; i < DENSE; i++) {
          const history = histories[(buckets[i] as number) + inner] as number;
          if (history !== 0) known = i + 1;
          opinions[i] = stretchTable[(chances[(i << 8) | history] as number) >> 10] as number;
        }
        let o = 0;
        if (g4 > 1) { o = stretchTable[trust[t4]! >> 10]!; if ((g4 & 1) === 0) o = -o; }
        opinions[4] = o;
        o = 0;
        if (g5 > 1) { o = stretchTable[trust[t5]! >> 10]!; if ((g5 & 1) === 0) o = -o; }
        opinions[5] = o;
        const set = ((known * 2 + (g4 > 1 ? 1 : 0)) * 2 + (g5 > 1 ? 1 : 0)) * INPUTS;
        let sum = 0;
        for (let i = 0; i < INPUTS; i++) sum += (weights[set + i] as number) * (opinions[i] as number);
        if (sum > SQUASH_LIMIT) sum = SQUASH_LIMIT;
        else if (sum < -SQUASH_LIMIT) sum = -SQUASH_LIMIT;
        const chance = squashTable[((sum + SQUASH_LIMIT) * SQUASH_STEPS) | 0] as number;
        const bit = this.#bits.next(chance);
        const error = (bit - chance) * LEARN;
        const one = bit << 22;
        for (let i = 0; i < INPUTS; i++) weights[set + i] = (weights[set + i] as number) + error * (opinions[i] as number);
        for (let i = 0; i < DENSE; i++) {
          const slot = (buckets[i] as number) + inner;
          const history = histories[slot] as number;
          const at = (i << 8) | history;
          const c = chances[at] as number;
          chances[at] = c + ((one - c) >> RATE);
          histories[slot] = nextHistory[(history << 1) | bit] as number;
        }
        if (g4 > 1) { const right = (g4 & 1) === bit; trust[t4]! += ((right ? (1 << 22) - 1 : 0) - trust[t4]!) >> 6; g4 = right ? g4 >> 1 : 0; if (t4 < 112) t4 += 16; }
        if (g5 > 1) { const right = (g5 & 1) === bit; trust[t5]! += ((right ? (1 << 22) - 1 : 0) - trust[t5]!) >> 6; g5 = right ? g5 >> 1 : 0; if (t5 < 240) t5 += 16; }
        inner = (inner << 1) | bit;
        node = children[2 * node + bit] as number;
      }
    }
    const symbol = -1 - node;
    runs[s4] = r4 >> 4 === symbol && r4 !== 0 ? ((r4 & 15) < 15 ? r4 + 1 : r4) : (symbol << 4) | 1;
    runs[s5] = r5 >> 4 === symbol && r5 !== 0 ? ((r5 & 15) < 15 ? r5 + 1 : r5) : (symbol << 4) | 1;
    return -1 - node;
  }
}
const RATE = Number(globalThis.process?.env.RA ?? 7);
const nextHistory = Uint8Array.from({ length: 512 }, (_, i) => {const history = i >> 1, bit = i & 1; return history === 0 ? 2 | bit : history < 128 ? (history << 1) | bit : 128 | ((history << 1) & 127) | bit});

/** The share of ones in each history, drawn a little towards one half. */
function firstChances(): Int32Array {
  return Int32Array.from({ length: 256 * CONTEXTS }, (_, i) => {
    const history = i & 255;
    let ones = 0;
    let seen = 0;
    for (let rest = history; rest > 1; rest >>= 1) {
      ones += rest & 1;
      seen++;
    }
    return ((ones + 0.4) / (seen + 0.8)) * (1 << 22) - 1;
  });
}

function codesOf({ root, children }: CodeTree): Int32Array {
  const codes = new Int32Array(children.length / 2 + 1);
  const walk = (node: number, bits: number, depth: number): void => {
    if (node < 0) { codes[-1 - node] = bits | (1 << depth); return; }
    walk(children[2 * node]!, bits, depth + 1);
    walk(children[2 * node + 1]!, bits | (1 << depth), depth + 1);
  };
  walk(root, 0, 0);
  return codes;
}
