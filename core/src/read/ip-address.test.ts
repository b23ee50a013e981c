import { expect, test } from 'vitest';
import { ipAddressesIn, ipAddressOf, isLocalAddress } from './ip-address.ts';

test.each([
  ['Client host [203.0.113.7] blocked', ['203.0.113.7']],
  ['[IPv6:2001:db8::7] and 198.51.100.9:25', ['IPv6:2001:db8::7', '198.51.100.9'].map((ip) => ip.replace('IPv6:', ''))],
  ['::ffff:203.0.113.7', ['::ffff:203.0.113.7']],
  ['2001:db8:0:0:0:0:0:7.', ['2001:db8:0:0:0:0:0:7']],
  ['550 5.1.1 at 14:30:00 on 27.05.2026', []],
  ['version 1.2.3.4.5, 10.20.30.400 and 1.2.3', []],
  ['12:34:56:78 and a:b:c', []],
  ['2001:db8:::7 1::2::3', []],
])('addresses in %j', (text, expected) => {
  expect(ipAddressesIn(text).map(({ ip }) => ip)).toEqual(expected);
});

test('places are those of the text', () => {
  const text = 'see [203.0.113.7] now';
  const [found] = ipAddressesIn(text);
  expect(text.slice(found?.start, found?.end)).toBe('203.0.113.7');
});

test.each([
  ['[203.0.113.7]', '203.0.113.7'],
  ['IPv6:2001:db8::7', '2001:db8::7'],
  ['::', '::'],
  ['256.1.1.1', null],
  ['1:2:3:4:5:6:7', null],
  ['1:2:3:4:5:6:7:8:9', null],
  ['mail.example.com', null],
  ['', null],
  [null, null],
])('%j as an address is %j', (text, expected) => expect(ipAddressOf(text)).toBe(expected));

test.each([
  '10.1.2.3',
  '127.0.0.1',
  '192.168.0.1',
  '172.16.0.1',
  '169.254.1.1',
  '100.64.0.1',
  '::1',
  'fe80::1',
  'fd00::1',
])('%s is of a local network', (ip) => expect(isLocalAddress(ip)).toBe(true));
test.each(['203.0.113.7', '172.32.0.1', '100.128.0.1', '2001:db8::1'])('%s is not', (ip) =>
  expect(isLocalAddress(ip)).toBe(false),
);

test('a hostile text costs its length, and no more than a few addresses are kept', () => {
  const started = performance.now();
  expect(ipAddressesIn('1.1.1.1 '.repeat(50_000))).toHaveLength(16);
  ipAddressesIn(':'.repeat(200_000));
  ipAddressesIn('a:'.repeat(100_000));
  ipAddressesIn('1.'.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});
