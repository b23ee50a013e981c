import { describe, expect, test } from 'vitest';
import { parseYaml, YamlError } from './yaml.ts';

test.each<[string, unknown]>([
  ['a: 1\nb: [x, "y"]\n', { a: 1, b: ['x', 'y'] }],
  ['{"a":1,"b":[true,null,"x\\u00e9\\ud83d\\ude00"]}', { a: 1, b: [true, null, 'xé😀'] }],
  [JSON.stringify({ a: [{ b: 'c' }] }, null, '\t'), { a: [{ b: 'c' }] }],
  ['\ufeffa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
  ['a:\n- b: 1\n  c: 2\n- b: 3\n', { a: [{ b: 1, c: 2 }, { b: 3 }] }],
  ['codes: [550, 5.1.1]', { codes: [550, '5.1.1'] }],
  ['text: [mailbox * full, "*quota", as(#)]', { text: ['mailbox * full', '*quota', 'as(#)'] }],
  ['a: |\n  one\n  two\n', { a: 'one\ntwo\n' }],
  ['yes: no', { yes: 'no' }],
  ['', null],
  ['# nothing\n', null],
])('reads %j', (text, data) => expect(parseYaml(text)).toEqual(data));

test('a key called __proto__ is a key like any other', () => {
  const data = parseYaml('__proto__: { polluted: true }') as object;
  expect(Object.keys(data)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['polluted']).toBe(undefined);
});

describe('says in which line what is wrong', () => {
  test.each([
    [
      'a: 1\nb: *quota',
      /^line 2: "\*quota" is an alias or its anchor: write the values out, or put the text in quotes\.$/,
    ],
    ['a: &x 1', /^line 1: "&x" is an alias/],
    ['a: !!js/function "x"', /^line 1: "!!js\/function" is a tag/],
    ['a: !own x', /is a tag: write the value without it/],
    ['? a\n: b', /^line 1: "\?" begins a key here/],
    ['a: 1\nb: 2\na: 3', /^line 3: the key "a" stands here twice: keep one\.$/],
    ['x:\n  "1": a\n  1: b', /^line 3: the key "1" stands here twice/],
    ['[a]: b', /^line 1: a key is no word\.$/],
    ['[a,,b]', /^line 1: nothing stands between two commas\.$/],
    ['a: [1, 2', /^line 1: /],
    ['a: "x', /^line 1: Missing closing/],
    ['a: 1\n b: 2', /^line [12]: /],
    ['a: 1\n---\nb: 2', /^line [23]: Source contains multiple documents/],
    ['{"a": 1,}x', /^line 1: /],
  ])('%j', (text, message) => {
    expect(() => parseYaml(text)).toThrow(YamlError);
    expect(() => parseYaml(text)).toThrow(message);
  });
});

describe('a mebibyte that is meant to cost minutes is refused at once', () => {
  const SIZE = 1_048_576;
  const fill = (part: string): string => part.repeat(Math.floor(SIZE / part.length));
  const lines = (make: (i: number) => string): string => Array.from({ length: 60_000 }, (_, i) => make(i)).join('\n');
  const laughs = [
    'a: &a [x, x, x]',
    ...[...'bcdefgh'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join()}]`),
  ];

  test.each<[string, string]>([
    ['brackets', fill('[')],
    ['braces', fill('{a: ')],
    ['lists in one line', fill('- ')],
    ['keys in one line', fill('? ')],
    ['colons', fill(': ')],
    ['steps to the right', Array.from({ length: 1_400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['a billion laughs', laughs.join('\n')],
    ['aliases', `a: &a [x]\n${lines((i) => `b${i}: *a`)}`],
    ['keys', lines((i) => `key${i}: 1`)],
    ['one key again and again', lines(() => 'a: 1')],
    ['commas', `[${fill(',')}]`],
    ['items', `[${fill('x,')}]`],
    ['documents', fill('---\n')],
    ['comments', fill('# x\n')],
  ])('%s', (_, text) => {
    expect(() => parseYaml(text)).toThrow(YamlError);
  });

  test('and long text costs what it is long', () => {
    for (const text of [`a: "${fill('x ')}"`, `a: ${fill('x ')}`, `a: |\n${fill(' x\n')}`, fill("'")]) parseYaml(text);
  });
});
