import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageTexts } from '../page-texts.ts';
import { packTexts, wordsOf } from './pack-texts.ts';
import type { TextPlan } from './packed-texts.ts';
import { TEXT_END } from './word.ts';

/** Packs texts and reads them again. */
function again(plan: readonly TextPlan[], texts: readonly string[]): string[] {
  const byName = new Map(plan.map(({ name }, i) => [name, texts[i] ?? '']));
  const page = new PageTexts(plan, packTexts(plan, byName));
  return plan.map(({ name }) => page.text(name));
}

test.each([
  ['user unknown', ['user', 'unknown']],
  ['550 5.7.1 as(#)', ['550', '5.7.1', 'as', '(#)']],
  ['5.7.1a, 1.x', ['5.7', '.', '1a', ', ', '1', '.', 'x']],
  ['a\n\nb', ['a', '\n\n', 'b']],
  ['a  b ', ['a', '  ', 'b', ' ']],
  ['ящик переполнен', ['ящик', 'переполнен']],
  ['用户 不明a b', ['用', '户', ' ', '不', '明', 'a', 'b']],
  ['मेल नहीं', ['मेल', 'नहीं']],
  ['', []],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual([...words, TEXT_END]);
  expect(again([{ name: 'a' }], [text])).toEqual([text]);
});

test('any texts come back as they were', () => {
  const piece = fc.oneof(
    fc.constantFrom('user', 'unknown', ' ', '  ', '\n', '\n\n', '5.7.1', '用', '户', 'ящик', '\0', '🙂', '़', '="'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const plan: TextPlan[] = [{ name: 'a' }, { name: 'b', keys: 'a' }, { name: 'c', keys: 'a', byBlock: true }];
  fc.assert(
    fc.property(text, text, text, (...texts) => {
      // A lone surrogate is no letter, and U+0000 ends words: the build refuses both.
      fc.pre(texts.every((one) => one.isWellFormed() && !one.includes('\0')));
      expect(again(plan, texts)).toEqual(texts);
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('what repeats costs next to nothing, and keys foretell', () => {
  const lines = Array.from({ length: 400 }, (_, i) => `line ${(i * i * 2654435761) % 100_003} of ${i % 7}`).join('\n');
  const size = (plan: readonly TextPlan[], texts: readonly string[]): number =>
    packTexts(plan, new Map(plan.map(({ name }, i) => [name, texts[i] ?? '']))).bytes.length;
  const once = size([{ name: 'a' }], [lines]);
  expect(size([{ name: 'a' }, { name: 'b' }], [lines, lines])).toBeLessThan(once * 1.4);
  const keyed = Array.from({ length: 400 }, (_, i) => `key ${(i * 37) % 19}`);
  const values = keyed.map((key) => `value ${(key.length * 31 + key.charCodeAt(4) * 7) % 23}`).join('\n');
  const texts = [keyed.join('\n'), values];
  const alone = size([{ name: 'a' }, { name: 'b' }], texts);
  expect(size([{ name: 'a' }, { name: 'b', keys: 'a' }], texts)).toBeLessThan(alone);
});

test('texts are read only as far as one is asked for, and a name that is none is told', () => {
  const plan = [{ name: 'a' }, { name: 'b' }];
  const page = new PageTexts(
    plan,
    packTexts(
      plan,
      new Map([
        ['a', 'one'],
        ['b', 'two'],
      ]),
    ),
  );
  expect(page.text('a')).toBe('one');
  expect(page.text('b')).toBe('two');
  expect(page.text('a')).toBe('one');
  expect(() => page.text('c')).toThrow('The page carries no text named c.');
});

test('a word end inside a text is refused when it is packed', () => {
  expect(() => packTexts([{ name: 'a' }], new Map([['a', 'a\0b']]))).toThrow(
    'The text a does not come back as it was.',
  );
});
