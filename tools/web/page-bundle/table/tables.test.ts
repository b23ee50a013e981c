import { describe, expect, test } from 'vitest';
import { ruleTable } from '../../../../knowledge/src/built-in-rules.ts';
import { loadProse } from '../../../../knowledge/src/generated/prose.ts';
import type { SystemProse } from '../../../../knowledge/src/prose.ts';
import { readBlocks, writeBlocks } from './blocks.ts';
import { readLines, writeLines } from './lines.ts';
import { readProse, writeProse } from './prose.ts';
import { readRules, writeRules } from './rules.ts';
import { asSet, readValue, writeValue } from './value.ts';

test('lists of lines', () => {
  const blocks = [[], ['a', 'b'], [], [], ['c']];
  expect(readBlocks(writeBlocks(blocks))).toEqual(blocks);
  expect(readBlocks(writeBlocks([]))).toEqual([]);
  expect(() => writeBlocks([['a', '']])).toThrow('A line of a list cannot be empty');
  expect(() => writeBlocks([['a\nb']])).toThrow('"a\\nb"');
});

test('lines', () => {
  for (const lines of [[], ['a'], ['a', '', 'b'], ['', '']]) expect(readLines(writeLines(lines))).toEqual(lines);
  expect(() => writeLines([''])).toThrow('nor be all');
  expect(() => writeLines(['a\nb'])).toThrow('"a\\nb"');
});

test('the rules of all systems', () => {
  const { wideWords, ...texts } = writeRules(ruleTable);
  const { wideWords: readWide, ...read } = readRules(texts, () => wideWords);
  const { wideWords: wide, ...table } = ruleTable;
  expect(JSON.stringify(read)).toBe(JSON.stringify(table));
  expect(readWide()).toEqual(wide());
});

test('the prose of all systems', async () => {
  const { systems } = ruleTable;
  const proses = new Map<string, SystemProse>();
  for (const { slug } of systems) proses.set(slug, (await loadProse(slug)) ?? {});
  const read = readProse(
    systems,
    writeProse(systems, (slug) => proses.get(slug) ?? {}),
  );
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(proses));
});

describe('values', () => {
  test.each([
    ['nothing', null],
    ['a list', ['a', 'b', 'c']],
    ['an empty list', []],
    [
      'rows of one shape',
      [
        { a: 1, b: ['x', 'y'] },
        { a: 2, b: [] },
      ],
    ],
    ['rows of two shapes', [{ a: 1 }, { b: 2 }, { a: 1, b: 2 }]],
    [
      'rows whose fields stand in two orders',
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    ['rows in rows', [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }, { b: 4 }] }]],
    ['texts of which many are alike', ['a', 'b', 'a', 'b', '', 'a', '', 'b']],
    ['one text again and again', ['a', 'a']],
    ['rows without fields', [{}, {}]],
    [
      'rows whose field has the name of columns',
      [
        { '#': 1, '=': 2 },
        { '#': 2, '=': 1 },
      ],
    ],
    ['texts with what JSON escapes', ['"', '","', '\\","', '\\', '\n', '"\\']],
  ])('%s', (_, value) => {
    expect(JSON.stringify(readValue(writeValue(value)))).toBe(JSON.stringify(value));
  });

  test('a set', () => {
    expect(asSet(readValue(writeValue([...new Set(['a', 'b'])])))).toEqual(new Set(['a', 'b']));
  });

  test.each([
    ['a function', { a: () => 1 }],
    ['a Map', new Map([['a', 1]])],
    ['something undefined', [{ a: undefined }]],
    ['no number', [Number.NaN]],
    ['a field with the name of columns', { '#': 1 }],
    ['a field with the name of a column', { a: { '=': [] } }],
  ])('%s is refused', (_, value) => {
    expect(() => writeValue(value)).toThrow(RangeError);
  });
});
