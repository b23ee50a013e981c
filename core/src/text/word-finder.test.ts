import { expect, it } from 'vitest';
import { SHORTEST_WORD, WordFinder } from './word-finder.ts';

/** Numbers of the words that are found, each once. */
function found(words: readonly string[], text: string): number[] {
  const numbers = new Set<number>();
  new WordFinder(words).find(text, (word) => numbers.add(word));
  return [...numbers].sort((a, b) => a - b);
}

it('finds the shortest word wherever it stands', () => {
  const word = 'zohoja';
  expect(word.length).toBe(SHORTEST_WORD);
  for (let before = 0; before < 10; before++) {
    for (let behind = 0; behind < 4; behind++)
      expect(found([word], 'q'.repeat(before) + word + 'q'.repeat(behind))).toEqual([0]);
  }
  expect(found([word], 'zohoj')).toEqual([]);
  expect(found([word], 'ohojazohoj')).toEqual([]);
  expect(found([word], '')).toEqual([]);
});

it('tells words apart that begin, end or go on alike', () => {
  const words = ['the message was', 'the message is', 'a message was', 'message', 'essage wa'];
  expect(found(words, 'said that the message was late')).toEqual([0, 3, 4]);
  expect(found(words, 'a message was')).toEqual([2, 3, 4]);
});

it('finds words of any script', () => {
  const words = ['您的邮件被退回来了', 'доставки', 'à destination'];
  expect(found(words, '通知:您的邮件被退回来了。')).toEqual([0]);
  expect(found(words, 'сбой доставки à destination')).toEqual([1, 2]);
});

it('finds what a search for each word finds', () => {
  const words = Array.from({ length: 300 }, (_, i) =>
    `${(i * 7919).toString(5)}abcdef${(i % 13).toString(2)}`.slice(0, 6 + (i % 9)),
  );
  const text = Array.from(
    { length: 400 },
    (_, i) => (i * 104729).toString(5) + (i % 3 === 0 ? words[i % 300] : 'abc'),
  ).join('');
  const expected = words.flatMap((word, i) => (text.includes(word) ? [i] : []));
  expect(expected.length).toBeGreaterThan(50);
  expect(found(words, text)).toEqual(expected);
});

it('finds a word wherever the stretches of a long text meet', () => {
  for (let before = 16_360; before < 16_400; before++) {
    expect(found(['zohoja', 'доставки'], `${'q'.repeat(before)}zohoja доставки${'q'.repeat(40)}`)).toEqual([0, 1]);
  }
});
