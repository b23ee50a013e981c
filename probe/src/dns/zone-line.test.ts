import fc from 'fast-check';
import { expect, it } from 'vitest';
import { txtLine, zoneLine } from './zone-line.ts';

it('writes a record as a line', () => {
  expect(zoneLine('example.com', 'MX', '0 .')).toBe('example.com. IN MX 0 .');
});

it.each([
  ['v=DMARC1; p=none', '"v=DMARC1; p=none"'],
  ['', '""'],
  [`${'a'.repeat(255)}b`, `"${'a'.repeat(255)}" "b"`],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['a\nexample.com. A 192.0.2.1', '"a\\010example.com. A 192.0.2.1"'],
  ['é\u2019', '"\\233?"'],
  // panels that trim strings must not join two terms
  [`${'a'.repeat(254)} b`, `"${'a'.repeat(253)}" "a b"`],
  [`${'a'.repeat(255)} b`, `"${'a'.repeat(254)}" "a b"`],
  // a text of nothing but blanks is cut all the same, and in steps that end
  [' '.repeat(256), `" " "${' '.repeat(255)}"`],
])('%j is one line of a zone file', (text, data) => {
  expect(txtLine('s.example.com', text)).toBe(`s.example.com. IN TXT ${data}`);
});

/** The strings of a line without escapes. */
function strings(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
}

it('cuts long records into strings that lose no blank where they are trimmed', () => {
  const term = fc.stringMatching(/^[a-z0-9:.]{1,60}$/);
  fc.assert(
    fc.property(fc.array(term, { maxLength: 40 }), (terms) => {
      const text = ['v=spf1', ...terms].join(' ');
      const parts = strings(txtLine('example.com', text));
      expect(parts.join('')).toBe(text);
      expect(parts.map((part) => part.trim()).join('')).toBe(text);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(255);
    }),
  );
});
