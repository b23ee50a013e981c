import { expect, it } from 'vitest';
import { zoneLine } from './zone-line.ts';

it.each([
  ['v=spf1 -all', 'example.com. IN TXT "v=spf1 -all"'],
  ['', 'example.com. IN TXT ""'],
  ['a"b\\c', 'example.com. IN TXT "a\\"b\\\\c"'],
  ['line\nbreak; \u00e9', 'example.com. IN TXT "line\\010break; \\233"'],
  // what is no octet is written as UTF-8
  ['\u20ac', 'example.com. IN TXT "\\226\\130\\172"'],
])('%j', (text, line) => {
  expect(zoneLine('example.com', text)).toBe(line);
});

it('cuts into strings of 255 octets, which read together as the text', () => {
  const text = 'x'.repeat(600);
  const strings = [...zoneLine('example.com', text).matchAll(/"([^"]*)"/g)].map(([, string]) => string ?? '');
  expect(strings.map((string) => string.length)).toEqual([255, 255, 90]);
  expect(strings.join('')).toBe(text);
});
