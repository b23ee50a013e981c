import { decode, decodeReply } from '@whybounce/core';
import { ruleTable } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { textToByteString } from '../../core/src/message/byte-string.ts';
import { parseMail } from '../../core/src/message/mail.ts';
import { Letter } from '../../core/src/read/letter.ts';
import { logDialects } from '../../core/src/read/log/index.ts';
import { dialects } from '../../core/src/read/ndr/index.ts';
import { builtInRules } from '../../core/src/rules/rule-set.ts';
import { shapeFaults } from '../event-shape.ts';
import { literalsIn, literalsOf, type RegExpLiteral } from './regexp-literals.ts';

const KIB_2 = 2_048;
const KIB_64 = 65_536;
/** A hang, not a slow run: what is measured here takes microseconds. */
const HANG_MS = 50;
const STRINGS = 200;

const pump = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / Math.max(1, piece.length))).slice(0, length);

/** mulberry32: the same strings in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Pieces that open gaps, classes and alternatives. */
const common = [
  ' ',
  '\t',
  '\n',
  '0',
  '9',
  'a',
  'A',
  '-',
  '.',
  ':',
  ';',
  ',',
  '@',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '=',
  '*',
  '_',
  'a.',
  'a-',
  'a@',
  '1.',
  ' a',
  ': ',
  '<a',
  'ä',
  '\u3000',
  '\r\n',
  '> ',
  '550 ',
];

/** Literal runs of a regular expression, its classes and escapes each by a sign that they take. */
function piecesOf(source: string): string[] {
  const plain = source
    .replaceAll(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
    .replaceAll(/\\d/g, '0')
    .replaceAll(/\\w/g, 'a')
    .replaceAll(/\\[sS]/g, ' ')
    .replaceAll(/\\[pP]\{[^}]*\}/g, 'a')
    .replaceAll(/\\[bB]/g, '')
    .replaceAll(/\[\^?(\\?.)[^\]]*\]/g, '$1')
    .replaceAll(/\{\d+(?:,\d*)?\}/g, '')
    .replaceAll(/\\(.)/g, '$1');
  const runs = plain.split(/[()|?*+^$]+/).filter((run) => run !== '');
  return [...new Set([...runs, ...runs.flatMap((run) => (run.length > 2 ? [run.slice(0, -1), run.slice(1)] : []))])];
}

/** Strings of 2 KiB that make a regular expression begin again and again and never end. */
function* pumped(source: string, seed: number): Generator<string> {
  const random = seeded(seed);
  const own = piecesOf(source);
  const pick = (): string => {
    const from = own.length > 0 && random() < 0.6 ? own : common;
    return from[Math.floor(random() * from.length)] as string;
  };
  for (let i = 0; i < STRINGS; i++) {
    const body = pump(
      [pick, pick, pick]
        .slice(0, 1 + Math.floor(random() * 3))
        .map((one) => one())
        .join(''),
      KIB_2,
    );
    yield `${random() < 0.5 ? pick() : ''}${body}${random() < 0.6 ? '\u0001' : pick()}`.slice(-KIB_2);
  }
}

/** Strings are tried at an eighth of their length first: what is slow there would not come back from all of it. */
const SHORT = KIB_2 / 8;
const SHORT_HANG_MS = 4;

/** The time of one string, best of three, in milliseconds. */
function timeOf(pattern: RegExp, text: string, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && best > limit; run++) {
    const started = performance.now();
    pattern.lastIndex = 0;
    pattern.exec(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Whether one of 200 pumped strings makes a regular expression hang. */
function hangs({ source, flags }: RegExpLiteral, seed: number): boolean {
  const pattern = new RegExp(source, flags);
  for (const text of pumped(source, seed)) {
    if (timeOf(pattern, `${text.slice(0, SHORT - 1)}${text.slice(-1)}`, SHORT_HANG_MS) > SHORT_HANG_MS) return true;
    if (timeOf(pattern, text, HANG_MS) > HANG_MS) return true;
  }
  return false;
}

const literals = literalsIn('core/src');

test('the scanner finds regular expressions and nothing else', () => {
  const code =
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the scanned code has a template in it
    "const a = b / c / d; // /no/\nf(/x[/]\\/y/gi, 'it/s/'); return /z/.test(`${a / 2}/t/`) /* /q/ */ ? 1 / 2 : /w/u;";
  expect(literalsOf(code, 'x').map(({ source, flags }) => [source, flags])).toEqual([
    ['x[/]\\/y', 'gi'],
    ['z', ''],
    ['w', 'u'],
  ]);
  expect(literals.length).toBeGreaterThan(400);
  expect(literals.filter(({ place }) => place.startsWith('core/src/read/unwrap-reply.ts')).length).toBeGreaterThan(8);
});

test('a regular expression that hangs is told', () => {
  expect(hangs({ place: 'x', source: 'a*a*a*b', flags: '' }, 1)).toBe(true);
});

test('no regular expression of the engine hangs on 200 pumped strings of 2 KiB', { timeout: 120_000 }, () => {
  expect(literals.filter((literal, i) => hangs(literal, i)).map(({ place, source }) => `${place} ${source}`)).toEqual(
    [],
  );
});

/** The words of all rules and the marks of all systems. */
const patterns = [...new Set(`${ruleTable.words.lines}\n${ruleTable.wideWords().lines}`.split('\n'))];

test('no rule hangs or multiplies on strings pumped from its own pieces', { timeout: 120_000 }, () => {
  const matcher = builtInRules();
  let most = 0;
  for (const source of patterns) {
    const pieces = source.split(/ \* |#|\*/).filter((piece) => piece !== '');
    const first = pieces[0] ?? ' ';
    const strings = [
      pump(`${source.replaceAll(' * ', ' ').replaceAll('#', '1').replaceAll('*', '')} `, KIB_2),
      pump(first, KIB_2),
      pump(`${first} `, KIB_2),
      pump(`${pieces.at(-1)} `, KIB_2),
      ...(pieces.length < 2
        ? []
        : [
            `${pump(`${first} `, KIB_2 / 2)}${pump('0', 200)}${pump(`${pieces.slice(0, -1).join(' x ')} `, KIB_2 / 2)}`,
          ]),
    ];
    for (const diagnostic of strings) {
      const found = matcher.matches({
        diagnostic,
        host: null,
        recipientDomain: null,
        replyCode: 550,
        enhancedStatus: '5.7.1',
      });
      most = Math.max(most, found.length);
    }
  }
  // Each rule counts once, however often its words stand there: a few dozen at most share any words.
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(150);
});

test('words behind the first 2 KiB are not looked at', () => {
  const [before, behind] = [KIB_2 - 100, KIB_2 + 100].map(
    (length) =>
      builtInRules().match({
        diagnostic: `${pump('x ', length)}user unknown`,
        host: null,
        recipientDomain: null,
        replyCode: 550,
        enhancedStatus: null,
      }).best,
  );
  expect([before?.reason, behind?.ground]).toEqual(['recipient.unknown', behind === null ? undefined : 'code']);
});

/** Bodies of 64 KiB that make a reader of prose begin again and again. */
const bodies: readonly string[] = [
  ...[
    'a',
    ' ',
    '\n',
    '\t',
    '0',
    '<',
    '>',
    '(',
    '[',
    '"',
    '-',
    '.',
    '@',
    ':',
    '> ',
    'a@',
    '@a',
    'a@b.',
    'a.',
    '1.',
    '5.1.',
    '550 ',
    '550-',
    '<a@b.c>',
    '<a@b.c>:\n',
    'a@b.c\n',
    'a@b.c: 550 x\n',
    ' \n',
    '=?',
    '=?a?b?',
    'host ',
    'host a[1.2.3.4] ',
    ' said: ',
    'Remote host said: ',
    'To: ',
    'Final-Recipient: ',
    'From: a\n',
    '--',
    '-- ',
    '--b\n',
    '---\n',
    '<<< 550 ',
    '>>> RCPT ',
    'X-A: b\n',
    ' * ',
    '|',
    '=',
    '= ',
    '\r',
    '\r\n',
    '&lt;',
    '<p',
    '</',
    '{',
    '[{',
    '","',
    '%5B',
    'retry ',
    'try again in ',
    'limit ',
    '.outlook.com',
    'a-',
    'ä',
    '\u3000',
  ].map((piece) => pump(piece, KIB_64)),
];

/** Openings that make each family of readers take a text for its own. */
const forms = ['mail', 'html', 'text', 'reply', 'log', 'webhook', 'export', 'mbox', 'msg'] as const;

describe.each(forms)('64 KiB pumped, read as %s', (as) => {
  test('an answer of the right shape to each', { timeout: 120_000 }, () => {
    const heads =
      as === 'mail'
        ? ['From: MAILER-DAEMON@a.example\nSubject: Undelivered Mail\n\n', 'From: a\nSubject: ', '']
        : as === 'webhook'
          ? ['', '{"a":"', 'event=']
          : [''];
    for (const head of heads) {
      for (const body of bodies) {
        const events = decode(`${head}${body}`, { as });
        expect(events.length).toBeGreaterThan(0);
        expect(events.slice(0, 50).flatMap(shapeFaults)).toEqual([]);
      }
    }
  });
});

test('64 KiB pumped, unknown what: the recogniser too comes to an end', { timeout: 120_000 }, () => {
  for (const body of bodies) expect(decode(body).slice(0, 50).flatMap(shapeFaults)).toEqual([]);
  for (const body of bodies) expect(decodeReply(body).replyCode).not.toBe(0);
});

test('every dialect of reports comes to an end on 64 KiB pumped, whether it is its own or not', {
  timeout: 120_000,
}, () => {
  expect(dialects.length).toBeGreaterThan(60);
  for (const body of bodies) {
    const letter = new Letter(
      parseMail(
        textToByteString(
          `From: Mail Delivery System <MAILER-DAEMON@a.example>\nSubject: Undelivered Mail\n\n${body}\n<a@b.example>: 550 no such user\n`,
        ),
      ),
    );
    for (const dialect of dialects) {
      expect([true, false]).toContain(dialect.recognises(letter));
      expect(dialect.read(letter).length).toBeLessThanOrEqual(10_000);
    }
  }
});

test('every dialect of logs comes to an end on lines of 64 KiB', { timeout: 120_000 }, () => {
  const heads = [
    '',
    'Mar  3 11:20:30 h postfix/smtp[8]: 5D0A1: to=<a@b.example>, relay=',
    'Mar  3 11:20:30 h sm-mta[31]: 623BKU0a012345: to=',
    '2026-03-03 11:20:31 1uJxAb-0002Cd-3E ** ',
    'Mar  3 11:20:30 h smtpd[5]: 8f1c0d2e3a4b5c6d mta delivery ',
    '@4000000068359c0a1dcd6500 delivery 5: failure: ',
    '2026-03-03 11:20:30.000 [NOTICE] [1B012E7A.1.1] [outbound] ',
    '2026-03-03T11:20:30Z INFO x (delivery.rcpt-to-rejected) ',
    '{"type":"Bounce","response":{"content":"',
    'b,2026-03-03 11:20:30+0100,',
  ];
  for (const dialect of logDialects) {
    const reader = dialect.create({});
    let number = 0;
    for (const head of heads) {
      for (const body of bodies) {
        const line = `${head}${body}`.replaceAll(/[\r\n]/g, ' ');
        expect(dialect.recognises(line.slice(0, 8_192))).toBeLessThanOrEqual(1);
        reader.line(line, ++number);
      }
    }
    reader.end();
  }
});
