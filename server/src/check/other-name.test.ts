import { expect, it } from 'vitest';
import { otherNameOf } from './other-name.ts';

it.each([
  ['xn--bcher-kva.example', 'b\u00fccher.example'],
  ['B\u00fccher.example', 'xn--bcher-kva.example'],
  ['example.com', null],
  ['192.0.2.1', null],
  ['no domain', null],
  ['', null],
])('%s is also %s', (name, other) => {
  expect(otherNameOf(name)).toBe(other);
});
