import { expect, it } from 'vitest';
import { txtLine } from './txt-line.ts';

it.each([
  ['v=DMARC1; p=none', 's.example.com. TXT "v=DMARC1; p=none"'],
  ['', 's.example.com. TXT ""'],
  [`${'a'.repeat(255)}b`, `s.example.com. TXT "${'a'.repeat(255)}" "b"`],
  ['a"b\\c', 's.example.com. TXT "a\\"b\\\\c"'],
  ['a\nexample.com. A 192.0.2.1', 's.example.com. TXT "a\\010example.com. A 192.0.2.1"'],
  ['é\u2019', 's.example.com. TXT "\\233?"'],
])('%j is one line of a zone file', (text, line) => {
  expect(txtLine('s.example.com', text)).toBe(line);
});
