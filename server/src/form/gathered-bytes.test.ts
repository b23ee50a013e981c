import { expect, it } from 'vitest';
import { BLOCK_BYTES, GatheredBytes } from './gathered-bytes.ts';

/** Bytes of which none is like its neighbours. */
const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i % 251);

it.each([
  ['nothing', 0, 1],
  ['bytes one by one', BLOCK_BYTES + 3, 1],
  ['chunks that do not fit into blocks', 3 * BLOCK_BYTES + 10, 1_000],
  ['chunks as long as a block', 2 * BLOCK_BYTES, BLOCK_BYTES],
  ['one chunk longer than a block', 2 * BLOCK_BYTES + 7, 3 * BLOCK_BYTES],
])('joins %s, and holds nothing afterwards', (_, length, size) => {
  const all = counting(length);
  const gathered = new GatheredBytes();
  for (let at = 0; at < length; at += size) gathered.add(all.subarray(at, at + size));
  expect(gathered.length).toBe(length);
  expect(gathered.held).toBe(Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES);
  const joined = gathered.join();
  expect(Buffer.compare(joined, all)).toBe(0);
  expect(joined.buffer.byteLength).toBe(length);
  expect([gathered.length, gathered.held]).toEqual([0, 0]);
});

it('tells beforehand how much memory a chunk takes', () => {
  const gathered = new GatheredBytes();
  expect(gathered.growthFor(0)).toBe(0);
  expect(gathered.growthFor(1)).toBe(BLOCK_BYTES);
  gathered.add(new Uint8Array(BLOCK_BYTES - 1));
  expect(gathered.growthFor(1)).toBe(0);
  expect(gathered.growthFor(2)).toBe(BLOCK_BYTES);
  expect(gathered.growthFor(BLOCK_BYTES + 2)).toBe(2 * BLOCK_BYTES);
});

it('lets all of it go', () => {
  const gathered = new GatheredBytes();
  gathered.add(new Uint8Array(10));
  gathered.clear();
  expect([gathered.length, gathered.held]).toEqual([0, 0]);
});
