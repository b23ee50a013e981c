import { expect, test } from 'vitest';
import { BitReader, PARTS } from './bit-source.ts';
import { BitWriter } from './bit-writer.ts';

/** Bits and chances that look accidental and are the same each time. */
function* accidental(count: number): Generator<number> {
  for (let i = 0, state = 1; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Writes bits that have such chances, and reads them again. */
function again(bits: readonly (0 | 1)[], chances: readonly number[]): { bits: number[]; size: number } {
  const writer = new BitWriter();
  writer.push(bits);
  for (const chance of chances) writer.next(chance);
  const bytes = writer.finish();
  const reader = new BitReader(bytes);
  return { bits: chances.map((chance) => reader.next(chance)), size: bytes.length };
}

test.each([
  ['as likely as not', () => PARTS / 2],
  ['nearly certain, and wrong half of the time', () => PARTS - 1],
  ['nearly impossible, and right half of the time', () => 1],
  ['of any likelihood', (accident: number) => 1 + Math.floor(accident * (PARTS - 1))],
])('bits %s are read as they were written', (_, chanceOf) => {
  const bits = [...accidental(5000)].map((accident): 0 | 1 => (accident < 0.5 ? 1 : 0));
  const chances = [...accidental(5001)].slice(1).map(chanceOf);
  expect(again(bits, chances).bits).toEqual(bits);
});

test('a bit costs what its chance is worth', () => {
  const rare = [...accidental(80_000)].map((accident): 0 | 1 => (accident < 0.05 ? 1 : 0));
  const entropy = -(0.05 * Math.log2(0.05) + 0.95 * Math.log2(0.95));
  const { bits, size } = again(
    rare,
    rare.map(() => Math.round(0.05 * PARTS)),
  );
  expect(bits).toEqual(rare);
  expect(size / ((80_000 * entropy) / 8)).toBeCloseTo(1, 1);
});

test('nothing at all can be written and read', () => {
  expect(again([], [])).toEqual({ bits: [], size: 1 });
});

test('a reader that asks for more than there is to write is told', () => {
  expect(() => new BitWriter().next(1)).toThrow('reads on behind the end');
});
