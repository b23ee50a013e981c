import { expect, test } from 'vitest';
import { nextOption } from './next-option.ts';

test.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', 1, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', -1, 3, 2],
  ['ArrowDown', -1, 0, null],
  ['Home', 1, 3, null],
  ['a', 1, 3, null],
])('%s at %i of %i', (key, active, count, next) => expect(nextOption(key, active, count)).toBe(next));
