import { expect, test } from 'vitest';
import { synonyms } from './search-synonyms.ts';
import { foldText } from './search-terms.ts';
import { variantsOf } from './search-variants.ts';

const filed = new Set(['gmail', 'mail', 'from', 'form', '5.7.26', 'blocklist', 'bounce', '12', 'ab']);
const of = (...terms: string[]): string[] => variantsOf(terms, (term) => filed.has(term)).map(({ term }) => term);

test('two swapped letters, from four letters on, of words that stand nowhere', () => {
  expect(of('gmial')).toEqual(['gmail']);
  expect(of('mial')).toEqual(['mail']);
  expect(of('ba')).toEqual([]);
  expect(of('form')).toEqual([]);
  expect(of('21')).toEqual([]);
  expect(of(`${'x'.repeat(100_000)}`)).toEqual([]);
});

test('codes without dots, and other words for the same', () => {
  expect(of('5726')).toEqual(['5.7.26']);
  expect(of('blacklist')).toEqual(['blocklist']);
  expect(of('constructor', '__proto__')).toEqual([]);
});

test('none twice, none that was typed, each lighter than what was typed or a code', () => {
  expect(of('blacklist', 'blocklist', 'rbl')).toEqual([]);
  expect(of('rbl', 'dnsbl')).toEqual(['blocklist']);
  const [swapped] = variantsOf(['gmial'], (term) => filed.has(term));
  expect(swapped).toMatchObject({ typed: 'gmial' });
  expect(swapped?.weight).toBeGreaterThan(0);
  expect(swapped?.weight).toBeLessThan(1);
});

test('synonyms are terms as the index has them, and none leads to itself', () => {
  for (const [typed, others] of Object.entries(synonyms)) {
    for (const word of [typed, ...others]) expect(foldText(word)).toBe(word);
    expect(others).not.toContain(typed);
  }
});
