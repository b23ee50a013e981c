import { expect, it } from 'vitest';
import { parseMediaType } from './media-type.ts';

it.each([
  ['', '', {}],
  ['Text/HTML', 'text/html', {}],
  ['multipart/form-data; boundary=abc', 'multipart/form-data', { boundary: 'abc' }],
  [
    'multipart/form-data;BOUNDARY="a; b\\"c"; charset=UTF-8',
    'multipart/form-data',
    { boundary: 'a; b"c', charset: 'UTF-8' },
  ],
  [' form-data; name="file"; filename="C:\\Mails\\a.eml"', 'form-data', { name: 'file', filename: 'C:\\Mails\\a.eml' }],
  ['a/b; ; x=1;; y=2', 'a/b', { x: '1', y: '2' }],
  ['a/b; x=1; x=2', 'a/b', { x: '1' }],
  ['a/b; broken; x=1', 'a/b', {}],
  ['a/b; x="never ends', 'a/b', { x: '' }],
])('%j', (value, type, parameters) => {
  const parsed = parseMediaType(value);
  expect(parsed.type).toBe(type);
  expect(Object.fromEntries(parsed.parameters)).toEqual(parameters);
});

it('takes time by the length of a hostile value', () => {
  expect(parseMediaType(`a/b${'; '.repeat(500_000)}x`).type).toBe('a/b');
  expect(parseMediaType(`a/b; x="${'\\'.repeat(1_000_001)}`).type).toBe('a/b');
});
