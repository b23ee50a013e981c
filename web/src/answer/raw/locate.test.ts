import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberQuotes } from '../mark-text.ts';
import { locate } from './locate.ts';

/** What is marked in a raw text for a quote of a refusal. */
function marked(raw: string, refusal: string, quote: string): string | null {
  const start = refusal.indexOf(quote);
  const numbered = numberQuotes([{ start, end: start + quote.length }], refusal.length);
  const { quotes } = locate(raw, refusal, numbered, { start: 0, end: raw.length });
  const found = quotes[0];
  return found === undefined ? null : raw.slice(found.start, found.end);
}

const refusal = '550 5.1.1 <ada@example.net>: Recipient address rejected: User unknown in virtual mailbox table';
const quote = 'Recipient address rejected: User unknown';

/** Header and text of a part. */
const part = (fields: string, text: string) =>
  `From: mailer-daemon@example.com\nMIME-Version: 1.0\n${fields}\n\n${text}\n`;
const base64 = (text: string) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,60}/g) ?? []
  ).join('\r\n');

test.each([
  ['as it stands', `host said: ${refusal} (in reply)`, quote],
  [
    'folded',
    refusal.replace('rejected: User', 'rejected:\r\n    User'),
    'Recipient address rejected:\r\n    User unknown',
  ],
  [
    'with the code on every line',
    '550-5.1.1 <ada@example.net>: Recipient address\r\n550 5.1.1 rejected: User unknown in virtual mailbox table',
    'Recipient address\r\n550 5.1.1 rejected: User unknown',
  ],
  [
    'quoted by a mail program',
    `> ${refusal.replace('rejected:', 'rejected:\n>')}`,
    'Recipient address rejected:\n> User unknown',
  ],
  [
    'quoted-printable',
    part(
      'Content-Transfer-Encoding: quoted-printable',
      refusal.replace('address', 'add=\r\nress').replace('User', '=55ser'),
    ),
    'Recipient add=\r\nress rejected: =55ser unknown',
  ],
  [
    'HTML',
    part(
      'Content-Type: text/html',
      refusal
        .replace('<ada', '&lt;ada')
        .replace('net>', 'net&gt;')
        .replace('address rejected', '<b>address</b>&nbsp;re&#106;ected'),
    ),
    'Recipient <b>address</b>&nbsp;re&#106;ected: User unknown',
  ],
  [
    'HTML in quoted-printable',
    part(
      'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable',
      `<p class=3D"x">${refusal.replace('address', '<i>add=\nress</i>')}</p>`,
    ),
    'Recipient <i>add=\nress</i> rejected: User unknown',
  ],
  [
    'JSON',
    JSON.stringify({
      reason: `said:\n${refusal.replace('Recipient ', 'Recipient\t').replace('User', 'Üser')}`,
    }).replace('Ü', '\\u0055'),
    'Recipient\\taddress rejected: \\u0055ser unknown',
  ],
  [
    'a form',
    `events=${encodeURIComponent(JSON.stringify([{ diag: `\n${refusal}` }])).replaceAll('%20', '+')}`,
    'Recipient+address+rejected%3A+User+unknown',
  ],
])('finds words that are written %s', (_, raw, expected) => {
  expect(marked(raw, refusal, quote)).toBe(expected);
});

test('base64 is marked where the signs hold the words', () => {
  const raw = part(
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64',
    base64(`Grüße.\r\n${refusal}`),
  );
  const found = marked(raw, refusal, quote) as string;
  // Four signs hold three bytes: the marked ones are read from the beginning of their four.
  const signs = raw.slice(raw.indexOf('\n\n') + 2, raw.indexOf(found)).replace(/\s/g, '');
  const whole = signs.slice(signs.length - (signs.length % 4)) + found.replace(/\s/g, '');
  const read = Buffer.from(whole, 'base64').toString();
  expect(read).toContain(quote.slice(0, -1));
  expect(read.length).toBeLessThan(quote.length + 4);
});

test('characters of several bytes are found in any charset', () => {
  const words = '550 5.1.1 受信者アドレスが存在しません';
  // ISO-2022-JP: between ESC $ B and ESC ( B two bytes below 0x80 make a character.
  const japanese = '550 5.1.1 \u001b$B<u?.<T%"%I%l%9$,B8:_$7$^$;$s\u001b(B';
  const raw = part(
    'Content-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64',
    base64(japanese),
  );
  expect(marked(raw, words, '存在しません')).not.toBeNull();
  const latin = part(
    'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable',
    '550 5.1.1 Empf=E4nger nicht bekannt',
  );
  expect(marked(latin, '550 5.1.1 Empfänger nicht bekannt', 'Empfänger nicht')).toBe('Empf=E4nger nicht');
  const utf8 = part(
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
    '550 5.1.1 =E5=AD=98=E5=\r\n=9C=A8 x',
  );
  expect(marked(utf8, '550 5.1.1 存在 x', '存在')).toBe('=E5=AD=98=E5=\r\n=9C=A8');
});

test('words around which the address stands twice are found where all of the refusal is', () => {
  const raw = 'To <ada@example.net>: 550 unknown user\n<ada@example.net>\n';
  expect(marked(raw, '550 unknown user <ada@example.net>', 'unknown user')).toBe('unknown user');
});

test('a sentence is marked where it stands as a whole, not where its words stand by chance', () => {
  const raw =
    'The user said that the address of the recipient was rejected; unknown reason.\n\n'.repeat(3) +
    refusal.replace(' table', '\n table');
  const found = marked(raw, refusal, quote) as string;
  expect(found).toBe(quote);
  expect(raw.lastIndexOf(found)).toBe(raw.indexOf(found));
});

test('words that are not there are marked nowhere', () => {
  const located = locate('Nothing of the kind.', refusal, numberQuotes([{ start: 29, end: 55 }], refusal.length), {
    start: 0,
    end: 20,
  });
  expect(located).toEqual({ quotes: [], refusal: null, share: 0 });
  expect(locate('', '', [], { start: 0, end: 0 }).quotes).toEqual([]);
});

test('only the stretch that is about the event is looked through', () => {
  const raw = `${refusal}\n${refusal}\n`;
  const numbered = numberQuotes([{ start: 29, end: 55 }], refusal.length);
  const [found] = locate(raw, refusal, numbered, { start: refusal.length + 1, end: raw.length }).quotes;
  expect(found?.start).toBe(refusal.length + 1 + 29);
});

test('however a refusal is folded, all of a quote is found', () => {
  const breaks = fc.constantFrom(' ', '\n ', '\r\n\t', '\n> ', '\r\n550-5.1.1 ', '  ');
  fc.assert(
    fc.property(fc.array(breaks, { minLength: 12, maxLength: 12 }), fc.string({ maxLength: 200 }), (folds, around) => {
      let i = 0;
      const raw = `${around}\n${refusal.replace(/ /g, () => folds[i++ % folds.length] as string)}\n${around}`;
      const words = (text: string) => text.replace(/550-5\.1\.1/g, '').match(/[\p{L}\p{N}]+/gu);
      expect(words(marked(raw, refusal, quote) ?? '')).toEqual(words(quote));
    }),
    { seed: 11, numRuns: 500 },
  );
});

describe('hostile texts are read through in the time of their length, and nothing is marked that is not the quote', () => {
  const size = 1_000_000;
  const folded = refusal.replace('rejected: User', 'rejected:\r\n User');
  const numbered = numberQuotes(
    [{ start: refusal.indexOf(quote), end: refusal.indexOf(quote) + quote.length }],
    refusal.length,
  );
  const units = [
    'a',
    'user ',
    '<a ',
    '=3D',
    '=',
    '&#1;',
    '\\u0061',
    '%41',
    '\\',
    '"',
    '\n--b\ncontent-type: text/html\n\n',
    'content-transfer-encoding: base64\n\n',
    'boundary=x ',
  ];
  const html = part('Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable', '');
  test.each(units.flatMap((unit) => [[unit, ''] as const, [unit, html] as const]))('%j behind %j', (unit, head) => {
    const hostile = head + unit.repeat(size / unit.length);
    // Quadratic time would be some 10^12 steps: the test would not end.
    const nowhere = locate(hostile, refusal, numbered, { start: 0, end: hostile.length });
    expect(nowhere).toEqual({ quotes: [], refusal: null, share: 0 });
    const raw = `${hostile}\n\n${folded}\n`;
    const { quotes, share } = locate(raw, refusal, numbered, { start: 0, end: raw.length });
    expect(share).toBe(1);
    expect(quotes.map(({ start, end }) => raw.slice(start, end))).toEqual([quote.replace(': User', ':\r\n User')]);
  });
});
