import { expect, test } from 'vitest';
import { type Click, isPlainClick } from './search-links.ts';

const plain: Click = {
  button: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  defaultPrevented: false,
};

test('a plain click stays here', () => expect(isPlainClick(plain)).toBe(true));

test.each([
  { button: 1 },
  { button: 2 },
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { defaultPrevented: true },
])('%o goes where the browser takes it', (more) => expect(isPlainClick({ ...plain, ...more })).toBe(false));
