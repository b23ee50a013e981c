import { expect, test } from 'vitest';
import { CsvColumns, CsvRows, plainName, splitCsv } from './csv.ts';

test.each([
  ['a,b,,c', ',', ['a', 'b', '', 'c']],
  ['', ',', ['']],
  ['"a,b",c', ',', ['a,b', 'c']],
  ['"say ""no"", then",x', ',', ['say "no", then', 'x']],
  ['"";""""', ';', ['', '"']],
  ['x;  "y;z" ;w', ';', ['x', 'y;z ', 'w']],
  ['a\t"b\tc"\td', '\t', ['a', 'b\tc', 'd']],
  ['5" disk,b', ',', ['5" disk', 'b']],
  ['"ab"cd,e', ',', ['abcd', 'e']],
  ['a,"open, and,on', ',', ['a', 'open, and,on']],
])('splits %s', (line, delimiter, fields) => {
  expect(splitCsv(line, delimiter)).toEqual(fields);
});

function rowsOf(text: string): (string[] | null)[] {
  const rows = new CsvRows();
  return text.split('\n').map((line) => rows.push(line));
}

test('a quoted field goes on over line breaks', () => {
  expect(rowsOf('a,"one\ntwo ""2""\n\nthree",b\nc,d')).toEqual([
    null,
    null,
    null,
    ['a', 'one\ntwo "2"\n\nthree', 'b'],
    ['c', 'd'],
  ]);
});

test('a row whose quote does not close is taken apart into its lines', () => {
  const rows = new CsvRows();
  for (const line of ['a,"stray', 'b,c', 'd,""']) expect(rows.push(line)).toBe(null);
  expect(rows.held).toBe('a,"stray\nb,c\nd,""\n'.length);
  expect(rows.giveUp()).toEqual([
    ['a', 'stray'],
    ['b', 'c'],
    ['d', ''],
  ]);
  expect(rows.held).toBe(0);
  expect(rows.giveUp()).toEqual([]);
  expect(rows.push('e,f')).toEqual(['e', 'f']);
});

test('a row without an end costs its length once, and is cut', () => {
  const rows = new CsvRows();
  const line = 'x'.repeat(99);
  rows.push('a,"b');
  const begun = performance.now();
  let cut: string[] | null = null;
  let lines = 0;
  for (; cut === null; lines++) cut = rows.push(line);
  expect(cut.length).toBe(2);
  expect(lines).toBe(2622);
  for (let i = 0; i < 200_000; i++) rows.push(i % 4000 === 0 ? '"' : line);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('no row has more than 512 fields', () => {
  expect(splitCsv(','.repeat(5000))).toHaveLength(512);
  expect(splitCsv(`"",${'"",'.repeat(5000)}`)).toHaveLength(512);
});

test('columns go by their plain names, the first of each', () => {
  const columns = new CsvColumns(['E-Mail Adresse', 'REASON_code', 'reason code', '__proto__', 'Empfänger']);
  expect(columns.has('emailadresse', 'Empfanger')).toBe(true);
  expect(columns.has('proto')).toBe(true);
  expect(columns.has('constructor')).toBe(false);
  expect(columns.get(['', ' x ', 'y'], 'emailadresse', 'reasonCode')).toBe('x');
  expect(columns.get([], 'emailadresse')).toBe(null);
  expect(plainName('  メールアドレス ')).toBe(plainName('メールアドレス'));
});
