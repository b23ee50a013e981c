import { describe, expect, test } from 'vitest';
import { deedOf, type KeyStroke } from './keys.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

test.each([
  ['/', 'search'],
  ['?', 'help'],
  ['a', null],
  ['Escape', null],
])('%s means %s', (key, deed) => expect(deedOf(stroke(key), false)).toBe(deed));

test('in a field letters are letters', () => expect(deedOf(stroke('/'), true)).toBeNull());

describe('not where the key means something else already', () => {
  test.each(['ctrlKey', 'metaKey', 'altKey', 'repeat', 'isComposing', 'defaultPrevented'] as const)('%s', (name) =>
    expect(deedOf(stroke('/', { [name]: true }), false)).toBeNull(),
  );
});
