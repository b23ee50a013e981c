import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { ExportDecoder } from './decoder.ts';
import { readExport } from './export-fixture.ts';
import { looksLikeHeaderlessExport } from './headerless.ts';
import { recognisesExport } from './recognise.ts';

const brief = (text: string) =>
  readExport(text).map(({ recipient, diagnostic, kind, position, warnings }) => [
    position,
    kind,
    recipient,
    diagnostic,
    warnings.map(({ code }) => code).join(),
  ]);

test('text may break off anywhere', () => {
  const text =
    '\ufeffemail,reason,bounce type\r\na@dest.example,"550 one\r\ntwo, ""x""",hard\r\n\r\nb@dest.example,551 three,soft\r"c@dest.example",552 four,soft\n"d@dest.example","553 five",soft';
  const whole = readExport(text);
  expect(whole.map(({ position, recipient, diagnostic }) => [position, recipient, diagnostic])).toEqual([
    ['2', 'a@dest.example', '550 one two, "x"'],
    ['5', 'b@dest.example', '551 three'],
    ['6', 'c@dest.example', '552 four'],
    ['7', 'd@dest.example', '553 five'],
  ]);
  for (const size of [1, 2, 3, 7, 31]) {
    const decoder = new ExportDecoder();
    const readings = [];
    for (let at = 0; at < text.length; at += size) readings.push(...decoder.push(text.slice(at, at + size)));
    expect([...readings, ...decoder.end()]).toEqual(whole);
  }
});

test('ragged rows are read with a warning, and words without quotes are put together', () => {
  expect(
    brief('email,code,error\na@dest.example,550,no, never, not\nb@dest.example\nc@dest.example,551,ok,,\n'),
  ).toEqual([
    ['2', 'bounce', 'a@dest.example', 'no, never, not', 'csv-ragged-row'],
    ['3', 'bounce', 'b@dest.example', null, 'csv-ragged-row'],
    ['4', 'bounce', 'c@dest.example', 'ok', ''],
  ]);
  expect(brief('code,error,email\n550,a, b,c@dest.example\n')).toEqual([
    ['2', 'bounce', 'c@dest.example', 'a, b', 'csv-ragged-row'],
  ]);
  expect(brief('code,email,error\n550,c@dest.example,a,b\n551,,x,d@dest.example\n')).toEqual([
    ['2', 'bounce', 'c@dest.example', 'a,b', 'csv-ragged-row'],
    ['3', 'bounce', null, 'x', 'csv-no-recipient,csv-ragged-row'],
  ]);
});

test('a title above the header, the sep line of Excel and a header that comes again do not disturb', () => {
  expect(
    brief(
      'Bounces of May 2026\n\nE-Mail;Bounce Grund\na@dest.example;550 x\nE-MAIL; bounce GRUND\nb@dest.example;550 y\n',
    ),
  ).toEqual([
    ['4', 'bounce', 'a@dest.example', '550 x', ''],
    ['6', 'bounce', 'b@dest.example', '550 y', ''],
  ]);
  expect(brief('sep=|\nemail|reason\na@dest.example|"550 x|y"\n')).toEqual([
    ['3', 'bounce', 'a@dest.example', '550 x|y', ''],
  ]);
  expect(recognisesExport('sep=;\r')).toBe(true);
});

test('a stray quote loses no row', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `r${i}@dest.example,550 5.1.1 no ${i}`);
  const text = `email,reason\na@dest.example,"550 open\n${rows.join('\n')}\n`;
  const readings = readExport(text);
  expect(readings).toHaveLength(5001);
  expect(readings[0]).toMatchObject({ recipient: 'a@dest.example', diagnostic: '550 open', position: '2' });
  expect(readings[5000]).toMatchObject({
    recipient: 'r4999@dest.example',
    diagnostic: '550 5.1.1 no 4999',
    position: '5002',
  });
  expect(brief('email,reason\na@dest.example,"550 open\nb@dest.example,551 next')).toEqual([
    ['2', 'bounce', 'a@dest.example', '550 open', ''],
    ['3', 'bounce', 'b@dest.example', '551 next', ''],
  ]);
});

test('spreadsheet signs, words for nothing and rows without an address', () => {
  expect(
    brief(
      'email,status,reason\n\'a@dest.example,null,="550 x"\nb@dest.example,550.0,NULL\n,5.1.1,550 y\nnot an address,5.1.3,550 z\n,,\n',
    ),
  ).toEqual([
    ['2', 'bounce', 'a@dest.example', '550 x', ''],
    ['3', 'bounce', 'b@dest.example', null, ''],
    ['4', 'bounce', null, '550 y', 'csv-no-recipient'],
    ['5', 'bounce', 'not an address', '550 z', ''],
  ]);
});

test('columns of yes and no that say nothing do not hide a refusal', () => {
  expect(brief('email,bounced,reason\na@dest.example,,550 no\nb@dest.example,,\n')).toEqual([
    ['2', 'bounce', 'a@dest.example', '550 no', ''],
    ['3', 'other', 'b@dest.example', null, ''],
  ]);
});

test('a header without anything that tells of a bounce gives rows that are none', () => {
  expect(brief('email,name\na@dest.example,Ann\n')).toEqual([['2', 'other', 'a@dest.example', null, '']]);
  expect(brief('email,name,bounce_count,bounce_id\na@dest.example,Ann,0,x7\n')).toEqual([
    ['2', 'other', 'a@dest.example', null, ''],
  ]);
});

test('a list of people with columns of yes and no', () => {
  expect(
    brief(
      'Email,Opened,Bounced,Unsubscribed\na@dest.example,1,0,0\nb@dest.example,0,TRUE,no\nc@dest.example,0,2026-05-27 14:30,yes\n',
    ),
  ).toEqual([
    ['2', 'other', 'a@dest.example', null, ''],
    ['3', 'bounce', 'b@dest.example', null, ''],
    ['4', 'bounce', 'c@dest.example', null, ''],
    ['4', 'other', 'c@dest.example', null, ''],
  ]);
});

test('an event that nobody knows is a bounce only where a server refused', () => {
  expect(
    brief(
      'email,event,response\na@dest.example,Teleported,\nb@dest.example,Teleported,550 no\nc@dest.example,Delivered,250 ok\n',
    ),
  ).toEqual([
    ['2', 'other', 'a@dest.example', null, ''],
    ['3', 'bounce', 'b@dest.example', '550 no', ''],
    ['4', 'delivery', 'c@dest.example', '250 ok', ''],
  ]);
});

test.each([
  'email,first name,last name,company',
  'name,email,status,comment',
  'Email,Subject,Message,Status',
  'name,address,city,description',
  'Dear all, please see the error, reason unknown',
  'Reason: the recipient, to: ann@dest.example, error: 550',
  '550 5.1.1 <a@dest.example>: Recipient address rejected, reason',
  'email',
  '',
  ',,,,',
  '__proto__,constructor',
  `${'x,'.repeat(40_000)}email,reason`,
])('does not take "%.60s" for the header of an export', (line) => {
  expect(recognisesExport(line)).toBe(false);
});

test('a list without a header is known by its rows', () => {
  const list =
    'a@dest.example,550 5.1.1 no, never; not here\n<b@dest.example>,"421 4.7.0 later"\nc@dest.example,250 2.0.0 OK\n';
  expect(looksLikeHeaderlessExport(list.split('\n'))).toBe(true);
  expect(readExport(list)).toEqual([
    {
      ...newReading('webhook', 'csv', 'bounce'),
      recipient: 'a@dest.example',
      diagnostic: '550 5.1.1 no, never; not here',
      position: '1',
    },
    {
      ...newReading('webhook', 'csv', 'deferral'),
      recipient: 'b@dest.example',
      diagnostic: '421 4.7.0 later',
      position: '2',
    },
    {
      ...newReading('webhook', 'csv', 'delivery'),
      recipient: 'c@dest.example',
      diagnostic: '250 2.0.0 OK',
      position: '3',
    },
  ]);
  expect(looksLikeHeaderlessExport(['550 no such user;a@dest.example', '551 5.1.6 moved, really;b@dest.example'])).toBe(
    true,
  );
});

test.each([
  [['a@dest.example,550 5.1.1 no']],
  [['a@dest.example,Ann,Example', 'b@dest.example,Bob,Example']],
  [['a@dest.example,550 5.1.1 no', 'this is prose']],
  [['a@dest.example,550 5.1.1 no', '550 5.1.1 no,a@dest.example']],
  [['550 5.1.1 <a@dest.example>, no', '550 5.1.1 <b@dest.example>, no']],
  [
    [
      'to=<a@dest.example>, relay=mx, status=bounced (550 no)',
      'to=<b@dest.example>, relay=mx, status=bounced (550 no)',
    ],
  ],
  [[]],
])('does not take other lines for such a list: %j', (lines) => {
  expect(looksLikeHeaderlessExport(lines)).toBe(false);
});

test('times without a zone are in the one that is named, before the one that the vendor documents', () => {
  const text =
    'ClientID,SubscriberKey,EmailAddress,EventDate,BounceCategory\n1,k,a@dest.example,5/27/2026 8:30:00 AM,Hard bounce\n';
  expect(readExport(text)[0]?.timestamp).toBe('2026-05-27T14:30:00Z');
  expect(readExport(text, { utcOffset: '+09:00' })[0]?.timestamp).toBe('2026-05-26T23:30:00Z');
  expect(() => readExport(text, { utcOffset: 'Tokyo' })).toThrow(RangeError);
});

test('hostile files end, in time and with what they hold', () => {
  const begun = performance.now();
  expect(readExport(`email,reason\n${'"'.repeat(300_000)}\n`).length).toBeLessThan(10);
  expect(readExport(`email,reason\n${'a@dest.example,"\n'.repeat(20_000)}`).length).toBeGreaterThan(5000);
  expect(
    readExport(`email,reason\na@dest.example,${'550 x '.repeat(200_000)}\n`)[0]?.diagnostic?.length,
  ).toBeLessThanOrEqual(65_536);
  expect(readExport(`email,reason\n${`${'a@dest.example;'.repeat(5000)},550 no\n`.repeat(20)}`)).toHaveLength(20);
  expect(readExport(`email,reason\n${','.repeat(1_000_000)}`)).toHaveLength(0);
  expect(readExport('{"SuppressedDestinationSummaries": [null, 1, {"EmailAddress": {}}]}')).toHaveLength(1);
  expect(readExport('{'.repeat(100_000))).toEqual([]);
  expect(readExport('__proto__,email,error\nx,a@dest.example,constructor\n')[0]?.diagnostic).toBe('constructor');
  expect(performance.now() - begun).toBeLessThan(5000);
});
