import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remember, shownIn } from './history.ts';

/** A browser's history as far as it is needed: entries, the last of which is shown. */
let entries: unknown[] = [];

beforeEach(() => {
  entries = [null];
  vi.stubGlobal('history', {
    get state() {
      return entries.at(-1);
    },
    pushState: (state: unknown) => void entries.push(state),
    replaceState: (state: unknown) => void entries.splice(-1, 1, state),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('an event that is opened from the list adds an entry, further ones take its place and know the list before them', () => {
  for (const open of [null, 1, 2, 3]) remember('a', open);
  expect(entries.map(shownIn)).toEqual([
    { reading: 'a', open: null, isFromList: false },
    { reading: 'a', open: 3, isFromList: true },
  ]);
});

test('behind a link inside the page nobody knows what stands before', () => {
  for (const open of [null, 1]) remember('a', open);
  entries.push(null);
  remember('a', 2);
  expect(shownIn(entries.at(-1))).toEqual({ reading: 'a', open: 2, isFromList: false });
});

test('entries of another reading, or of others, are not ours', () => {
  for (const open of [null, 1]) remember('a', open);
  remember('b', 4);
  expect(shownIn(entries.at(-1))).toEqual({ reading: 'b', open: 4, isFromList: false });
  for (const state of [null, undefined, 3, {}, { whybounce: { open: 1 } }]) expect(shownIn(state)).toBeNull();
});
