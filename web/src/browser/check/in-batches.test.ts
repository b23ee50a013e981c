import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inBatches } from './in-batches.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands on together what comes close together, and what is urgent at once with all before it', () => {
  const batches: (readonly number[])[] = [];
  const { take, end } = inBatches<number>(
    (item) => item < 0,
    (items) => void batches.push(items),
  );
  for (const item of [1, 2, 3]) take(item);
  expect(batches).toEqual([]);
  vi.advanceTimersByTime(700);
  expect(batches).toEqual([[1, 2, 3]]);
  take(4);
  vi.advanceTimersByTime(100);
  take(5);
  vi.advanceTimersByTime(400);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  take(6);
  take(-1);
  take(7);
  end();
  expect(batches.slice(2)).toEqual([[6, -1], [7]]);
  vi.runAllTimers();
  expect(batches).toHaveLength(4);
});
