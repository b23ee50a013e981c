import { describe, expect, test } from 'vitest';
import { packEntry, unpackEntry } from './compact-words.ts';

const there = (lines: readonly string[], capitals = 80): string[] => {
  const lower = lines.map((line) => line.toLowerCase());
  const isWide = (line: string): boolean => /[\u0080-\uffff]/.test(line);
  return unpackEntry(
    packEntry(lines, capitals),
    lower.filter((line) => !isWide(line)),
    lower.filter(isWide),
  );
};

describe('words come back as they were written', () => {
  test.each([
    ['no words', []],
    ['lower case', ['access denied']],
    ['capitals at both ends', ['Access Denied BY']],
    ['capitals far apart', [`${'a'.repeat(78)}Z`]],
    ['Cyrillic', ['Доступ Запрещён']],
    ['ASCII and others by turns', ['Größe', 'size', 'maß', 'taille']],
    ['signs that the packing uses too', ['!A', '0!w']],
  ])('%s', (_, lines) => {
    const [first, ...others] = lines;
    expect(there(lines)).toEqual(first === undefined ? [] : [first, ...others.map((line) => line.toLowerCase())]);
  });
});

test('only so many characters keep their case', () => expect(there(['AB CD'], 2)).toEqual(['AB cd']));

test('a letter that has no way back is refused by name', () =>
  expect(() => packEntry(['İstanbul'], 80)).toThrow('"İstanbul"'));
