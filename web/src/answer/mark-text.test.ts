import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_MARKS, markOf, markText, numberQuotes, type Quoted } from './mark-text.ts';

/** Text with its marks in brackets: `a[1:b]c`. */
function shown(text: string, quotes: readonly Quoted[]): string {
  return markText(text, numberQuotes(quotes, text.length))
    .map(({ text: piece, mark }) => (mark === null ? piece : `[${mark}:${piece}]`))
    .join('');
}

test('quotes are numbered as they stand in the text, whatever their order', () => {
  expect(
    shown('550 user unknown here', [
      { start: 9, end: 16 },
      { start: 0, end: 3 },
    ]),
  ).toBe('[1:550] user [2:unknown] here');
});

test('the same words quoted twice have one number', () => {
  expect(
    shown('user unknown', [
      { start: 5, end: 12 },
      { start: 5, end: 12 },
    ]),
  ).toBe('user [1:unknown]');
});

test('words inside a longer quote are their own, the rest stays that of the longer', () => {
  expect(
    shown('rejected: Access denied.', [
      { start: 0, end: 23 },
      { start: 10, end: 23 },
    ]),
  ).toBe('[1:rejected: ][2:Access denied].');
  expect(
    shown('abcde', [
      { start: 0, end: 5 },
      { start: 2, end: 3 },
    ]),
  ).toBe('[1:ab][2:c][1:de]');
});

test('of two that overlap the shorter has the words of both', () => {
  expect(
    shown('abcdef', [
      { start: 0, end: 4 },
      { start: 3, end: 6 },
    ]),
  ).toBe('[1:abc][2:def]');
});

test('a quote that has no word of its own has no number, and the others none the less follow each other', () => {
  const quotes = [
    { start: 0, end: 4 },
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 5, end: 6 },
  ];
  expect(shown('abcd e', quotes)).toBe('[1:ab][2:cd] [3:e]');
  expect(markOf({ start: 0, end: 4 }, numberQuotes(quotes, 6))).toBeNull();
  expect(markOf({ start: 5, end: 6 }, numberQuotes(quotes, 6))).toBe(3);
  expect(markOf(null, numberQuotes(quotes, 6))).toBeNull();
});

test('what lies outside of the text is cut off, what is left of nothing is nothing', () => {
  expect(
    shown('abc', [
      { start: -5, end: 1 },
      { start: 2, end: 99 },
      { start: 7, end: 9 },
      { start: 2, end: 1 },
    ]),
  ).toBe('[1:a]b[2:c]');
  expect(markText('', [])).toEqual([]);
});

test('a mark inside a character of two units takes all of it', () => {
  expect(shown('a😀b', [{ start: 0, end: 2 }])).toBe('[1:a😀]b');
  expect(shown('a😀b', [{ start: 2, end: 4 }])).toBe('a[1:😀b]');
  expect(
    markText('a😀b', [
      { start: 1, end: 2, mark: 1 },
      { start: 2, end: 3, mark: 2 },
    ]).map(({ text }) => text),
  ).toEqual(['a', '😀', 'b']);
});

test('marks are as many as a reader can count', () => {
  const quotes = Array.from({ length: 500 }, (_, i) => ({ start: 2 * i, end: 2 * i + 1 }));
  expect(numberQuotes(quotes, 1_000)).toHaveLength(MAX_MARKS);
});

const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const quotesOf = fc.array(fc.tuple(fc.integer({ min: -3, max: 80 }), fc.integer({ min: -3, max: 80 })), {
  maxLength: 12,
});

test('pieces joined are the text, no piece is empty, and none tears a character', () => {
  fc.assert(
    fc.property(texts, quotesOf, (text, pairs) => {
      const quotes = pairs.map(([start, end]) => ({ start, end }));
      const pieces = markText(text, numberQuotes(quotes, text.length));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      if (text.isWellFormed()) expect(pieces.every((piece) => piece.text.isWellFormed())).toBe(true);
    }),
    { seed: 7, numRuns: 2_000 },
  );
});

test('numbers run from 1 without a gap, in the order of the text, whatever order the quotes came in', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), quotesOf, (text, pairs) => {
      const quotes = pairs.map(([start, end]) => ({ start, end }));
      const numbered = numberQuotes(quotes, text.length);
      expect(numbered.map(({ mark }) => mark)).toEqual(numbered.map((_, i) => i + 1));
      expect(numberQuotes(quotes.toReversed(), text.length)).toEqual(numbered);
      const marks = new Set(markText(text, numbered).map(({ mark }) => mark));
      for (const { mark } of numbered) expect(marks.has(mark)).toBe(true);
    }),
    { seed: 8, numRuns: 1_000 },
  );
});
