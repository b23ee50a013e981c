import { expect, test } from 'vitest';
import { addressesOf, addressOf } from './address.ts';
import { lineIn, numberIn, textIn, wordIn } from './json.ts';
import { enhancedStatusIn, hostAndIpOf, hostOf, ipOf, replyCodeIn } from './smtp-field.ts';
import { timeOf } from './time.ts';

test.each([
  ['1772442000', '2026-03-02T09:00:00Z'],
  ['1772442000.125', '2026-03-02T09:00:00.125Z'],
  ['1772442000007', '2026-03-02T09:00:00.007Z'],
  ['2026-03-02 10:00:00', '2026-03-02T10:00:00Z'],
  ['2026-03-02T10:00:00.1234567-02:30', '2026-03-02T12:30:00.1234567Z'],
  ['Mon, 2 Mar 2026 10:00:00 +0100 (CET)', '2026-03-02T09:00:00Z'],
  ['2026-02-30T10:00:00Z', null],
  ['2026-13-01T10:00:00Z', null],
  ['2026-03-02T25:00:00Z', null],
  ['99999999999999999999', null],
  ['0', null],
  ['yesterday', null],
])('the time %s', (text, time) => {
  expect(timeOf(text)).toBe(time);
});

test('texts, numbers and words are taken from own fields only', () => {
  const object = JSON.parse(
    '{"__proto__":"p","id":12,"blank":"  ","n":"1.5","bad":"1e5","event":"Soft bounce","l":"a\\r\\n\\n  b"}',
  );
  expect(textIn(object, 'constructor', 'blank', 'id')).toBe('12');
  expect(textIn({}, '__proto__', 'toString')).toBeNull();
  expect([numberIn(object, 'n'), numberIn(object, 'bad')]).toEqual([1.5, null]);
  expect(wordIn(object, 'event')).toBe('softbounce');
  expect(lineIn(object, 'l')).toBe('a b');
});

test('addresses', () => {
  expect(['"X, Y" <a@b.example>', ' a@b.example ', '<>', 'not an address', 7].map(addressOf)).toEqual([
    'a@b.example',
    'a@b.example',
    null,
    'not an address',
    '7',
  ]);
  expect(addressesOf(['a@b.example', null, {}, '<c@d.example>'])).toEqual(['a@b.example', 'c@d.example']);
});

test('SMTP fields', () => {
  expect(['550', 250, '605', 499, '5.1.1'].map((code) => replyCodeIn({ code }, 'code'))).toEqual([
    550,
    250,
    null,
    null,
    null,
  ]);
  expect(['5.1.1', '4.7.650', '3.1.1', '550'].map((s) => enhancedStatusIn({ s }, 's'))).toEqual([
    '5.1.1',
    '4.7.650',
    null,
    null,
  ]);
  expect(['203.0.113.9', '2001:db8::1', '333.0.0.1', 'xxx.1', 'mx'].map(ipOf)).toEqual([
    '203.0.113.9',
    '2001:db8::1',
    null,
    null,
    null,
  ]);
  expect([hostOf('dns; mx.example'), hostOf('mx.example')]).toEqual(['mx.example', 'mx.example']);
  expect([hostAndIpOf('mx.example [203.0.113.9]'), hostAndIpOf('203.0.113.9'), hostAndIpOf('mx.example [')]).toEqual([
    { host: 'mx.example', ip: '203.0.113.9' },
    { host: null, ip: '203.0.113.9' },
    { host: 'mx.example', ip: null },
  ]);
});
