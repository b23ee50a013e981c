import { describe, expect, test } from 'vitest';
import { privateTextOf } from '../../tools/private-text.ts';

const vendors = new Set(['outlook.com', 'spamhaus.org']);
const found = (text: string, field = 'matches'): string[] =>
  privateTextOf(field, text, vendors).map((sentence) => sentence.split(' ')[0] ?? '');

// Domains that nobody has, and addresses that are Google's name servers: what is made up by the rules is not found.

describe('what could be somebody’s is found', () => {
  test.each([
    ['550 <jan.roe@quince-mail.nl>: unknown', 'jan.roe@quince-mail.nl'],
    ['550 JAN@Quince-Mail.DE unknown', 'JAN@Quince-Mail.DE'],
    ['550 jörg@quitten.müller.de unknown', 'jörg@quitten.müller.de'],
    ['550 [8.8.4.4] blocked', '8.8.4.4'],
    ['550 [IPv6:2a00:1450:4864:20::1] blocked', '2a00:1450:4864:20::1'],
    ['554 mail.quince-mail.de refused', 'mail.quince-mail.de'],
    ['554-mail.quince-mail.de refused', 'mail.quince-mail.de'],
  ])('in "%s"', (text, name) => expect(found(text)).toContain(name));
});

describe('what is nobody’s stays', () => {
  test.each([
    '550 <jane.roe@example.com>: unknown',
    '550 user@plum.example unknown, bounce@mx.example.net',
    '550 [192.0.2.17] and 198.51.100.4, 203.0.113.9, 2001:db8::25, 127.0.0.2, 10.1.2.3, 172.16.4.4, 192.168.0.1 blocked',
    '550 5.7.1 blocked, version 300.400.500.600',
    '554 blocked using zen.spamhaus.org [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
    '550 at 2026-03-11T08:15:42.120Z 08DE7A11B2C3D4E5',
    'mail delist@microsoft.com',
    '550 <ann.example@icloud.com>: user does not exist',
  ])('"%s"', (text) => expect(found(text)).toEqual([]));

  test('hosts are looked at in replies only: elsewhere they name pages', () => {
    expect(found('As www.quince-mail.de explains', 'meaning')).toEqual([]);
    expect(found('8.8.4.4', 'meaning')).toEqual(['8.8.4.4']);
  });
});
