import { describe, expect, test } from 'vitest';
import { redactText } from '../../core/src/redact/redactor.ts';

/** Characters of the longer text; the shorter has a quarter. */
const LENGTH = 400_000;
/** Quadratic time would take 16 times as long for four times the text; engines warm up and collect garbage. */
const MOST = 10;
/** What takes less tells nothing. */
const FLOOR_MS = 60;

/** Pieces that open something: each is repeated to the whole length. */
const pieces = [
  '@',
  'a@',
  '@a',
  '@.',
  'a@b ',
  'a b@',
  'a.',
  'a.b ',
  '.',
  '1',
  '1.',
  '1-',
  '1.1.1.1 ',
  '1.1.1.1.',
  '1-1-1-1-',
  '::',
  ':',
  '1:',
  'a:',
  '0:',
  'aa:bb:',
  '<',
  '<a@',
  '(',
  '()@',
  ')@',
  '"',
  '"@',
  '""@',
  '[',
  'a@[',
  'a@(',
  '((at)',
  '[at]',
  '=',
  '==',
  '=4',
  '=40',
  '=3D',
  '=\n',
  '%',
  '%25',
  '%40',
  '&',
  '&#',
  '&#64;',
  '\\',
  '\\n',
  '\\u0040',
  '{"a":"\\n',
  '/',
  '/a',
  '//',
  '/o=a',
  '/o=a/cn=',
  '://',
  'http://',
  'http://a@',
  'https://a.b/ ',
  'a=',
  'a=b&',
  '?=',
  '=?',
  '=?utf-8?B?',
  '=?u?q?a?= ',
  '\n',
  '\n ',
  '\r\n',
  '\nFrom: a b\n',
  '\nSubject: ',
  '\nSubject: x\n y',
  '\nTo: "',
  '\nTo: a (',
  '>',
  '\n> ',
  '--a\n',
  'boundary="',
  'boundary=a\n--a\n',
  'begin 644 x\n',
  `${'Ab1'.repeat(20)}\n`,
  '\u200b',
  '＠',
  '。',
  'a。',
  '山',
  '山a',
  '山田 ',
  '\x1b',
  '\x1b$B',
  '\x1b$B!"\n',
  'Dear ',
  'Dear A ',
  'A B <',
  '"a" <',
  'user ',
  'user a ',
  'id a1 ',
  'at a dot ',
  'a at b dot c ',
  'C:\\',
  'C:\\Users\\',
  '/home/a',
  '~a/',
  'uid=a ',
  'helo=<',
  '"id":"',
  '"subject":"',
  '"tags":["a","',
  'cn=a ',
  'a\n @',
  'a@\n ',
  'jane.roe@x.org Jane Roe ',
  'user-1 ',
  '192.0.2.1 ',
  '2001:db8::1 ',
  '._-',
  'Ab1',
  'x.exe ',
];

const millisecondsOf = (text: string): number => {
  const start = performance.now();
  redactText(text);
  return performance.now() - start;
};

describe('time grows with the text, not with its square', () => {
  redactText('the tables are made once: jane@example.com');

  test.each(pieces)('%j', (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const quarter = millisecondsOf(text.slice(0, LENGTH / 4));
    const whole = millisecondsOf(text);
    expect(whole).toBeLessThan(Math.max(FLOOR_MS * 4, MOST * Math.max(quarter, FLOOR_MS / 4)));
  });

  test('many different names are looked for in one pass', () => {
    const names = Array.from({ length: 4_000 }, (_, i) => `a${i}b.c${i}d@x${i}.org`).join('\n');
    const text = `${names}\n${'a1b c2d a3b c3d '.repeat(20_000)}`;
    expect(redactText(text)).not.toContain('a3999b.c3999d@x3999.org');
  });
});
