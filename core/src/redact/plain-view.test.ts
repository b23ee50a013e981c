import { describe, expect, test } from 'vitest';
import { plainView } from './plain-view.ts';

const read = (source: string, isQuotedPrintable = false): string => plainView(source, [], isQuotedPrintable).text;

test.each([
  ['a%40b', 'a@b'],
  ['a%2540b', 'a@b'],
  ['a=40b', 'a@b'],
  ['a=3D40b', 'a@b'],
  ['dsn=2.0.0, delay=10', 'dsn=2.0.0, delay=10'],
  ['id=ABCD', 'id=ABCD'],
  ['a=\r\nb', 'ab'],
  ['caf%C3%A9', 'café'],
  ['&lt;a&#64;b&#x2e;c&gt;', '<a@b.c>'],
  ['a \u200b b', 'a  b'],
  ['ａ＠ｂ', 'a@b'],
  ['a (at) b [dot] c', 'a@b.c'],
  ['failed (at once)', 'failed (at once)'],
  ['C:\\Users\\nadia', 'C:\\Users\\nadia'],
  ['{"a":"x\\ny \\u0040 \\"z\\""}', '{"a":"x\ny @ "z""}'],
  ['{"a":"C:\\\\Users\\\\nadia"}', '{"a":"C:\\Users\\nadia"}'],
  ['=?utf-8?Q?a=40b?=', '=?utf-8?Q?a=40b?='],
])('%j reads %j', (source, expected) => expect(read(source)).toBe(expected));

test('in quoted-printable every byte is read', () => {
  expect(read('M=C3=BCller M=FCller =3D', true)).toBe('Müller Müller =');
  expect(read('boundary=47dd helo=DESKTOP', true)).toBe('boundary=47dd helo=DESKTOP');
});

describe('the way back', () => {
  test.each(['plain', 'a=40b.c', '%40%40', 'x&#64;y=\nz', '＠a＠', '\u200ba\u200b'])('from %j', (source) => {
    const view = plainView(source, [], false);
    const places = Array.from({ length: view.text.length + 1 }, (_, at) => view.sourceOf(at));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.at(-1)).toBe(source.length);
    // backwards, too
    expect(places.map((_, at) => view.sourceOf(places.length - 1 - at)).reverse()).toEqual(places);
  });

  test('around something left out', () => {
    const view = plainView('ab\nXXXX\ncd', [{ start: 3, end: 7 }], false);
    expect(view.text).toBe('ab\n\n\ncd');
    expect(view.gaps.map((gap) => [view.sourceOf(gap), view.sourceOf(gap + 1)])).toEqual([[3, 7]]);
  });
});
