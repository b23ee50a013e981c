import { expect, test } from 'vitest';
import { parseHeaders } from '../message/headers.ts';
import { clientInRefusal, clientOfReporter, hostOf, readReceived } from './sending-mta.ts';

const ip = (text: string, remote: string | null = null): string | null => clientInRefusal(text, remote).ip;

test.each([
  '550 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using list.example.org',
  '554 5.7.1 <mail.example.com[203.0.113.7]>: Client host rejected: Access denied',
  '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]',
  '421-4.7.0 [203.0.113.7      15] Our system has detected an unusual rate of unsolicited mail',
  '550-5.7.25 [203.0.113.7] The IP address sending this message does not have a PTR record',
  '550-5.7.26 SPF [example.com] with ip: [203.0.113.7] = did not pass',
  '550 5.7.606 Access denied, banned sending IP [203.0.113.7]',
  '421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred',
  '554 IP=203.0.113.7 - A problem occurred.',
  '550 Blocked, see https://list.example.org/query/ip/203.0.113.7',
  '550 rejected, https://list.example.org/why?c=1&ip=203.0.113.7 tells more',
  '550 5.7.1 Your IP address (203.0.113.7) is not welcome',
  '554 Connection from mail.example.com [203.0.113.7] refused',
  '550 203.0.113.7 is not allowed to send mail from example.com',
  '550 SPF: domain of a@example.com does not designate 203.0.113.7 as permitted sender',
  '550 5.7.1 203.0.113.7 has been blocked by list.example.org',
  '554 RCPT from unknown[203.0.113.7]: refused',
  '550 No PTR record for 203.0.113.7',
  '550 mail.example.com [203.0.113.7]:4242 is not permitted to relay through this server',
])('the client is named in %j', (text) => expect(ip(text)).toBe('203.0.113.7'));

test('an IPv6 client', () => expect(ip('550 Client host [2001:db8::7] blocked')).toBe('2001:db8::7'));

test.each([
  '550 5.1.1 user unknown (mx.example.net [203.0.113.7])',
  'connect to mx.example.net[203.0.113.7]:25: Connection refused',
  '550 relay 203.0.113.7 said no',
  'The error message from mx.example.net [203.0.113.7] was: 550 no',
  '550 <ada@[203.0.113.7]>: no such user',
  'Connected to host (IP: 203.0.113.7) and it hung up',
  '550 Client host [203.0.113.7] blocked; your IP address 198.51.100.9 too',
  '550 5.7.1 version 2.10.3.1 of the rule',
  '550 no address at all',
  '550 Client host [0.0.0.0] blocked',
])('nobody is named for sure in %j', (text) => expect(ip(text)).toBeNull());

test("the refusing server's own address is never the client's", () => {
  expect(ip('550 Client host [203.0.113.7] blocked', '203.0.113.7')).toBeNull();
  expect(ip('550 your IP 198.51.100.9 is blocked, see IP: 203.0.113.7', '203.0.113.7')).toBe('198.51.100.9');
});

test.each([
  ['504 5.5.2 <mail01.example.com>: Helo command rejected: Host not found', 'mail01.example.com'],
  ['550 refused; from=<a@example.com> helo=<out.example.com>', 'out.example.com'],
  ['550 SPF, see https://spf.example.org/Why?s=helo;id=out.example.com;ip=x', 'out.example.com'],
  ['550 HELO is wrong', null],
])('the HELO name in %j is %j', (text, host) => expect(clientInRefusal(text, null).host).toBe(host));

test('a hostile refusal costs its length', () => {
  const started = performance.now();
  for (const part of [
    '203.0.113.7 ',
    'client host ',
    'client host [',
    'messages from a',
    'helo=<',
    '<>: helo command rejected',
    '[',
  ])
    clientInRefusal(part.repeat(50_000), null);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([
  [
    'from mail.example.com (rdns.example.com [203.0.113.7])\r\n by mx.example.net (Postfix) with ESMTPS id 4X',
    { host: 'mail.example.com', ip: '203.0.113.7', by: 'mx.example.net' },
  ],
  [
    'from rdns.example.com ([203.0.113.7] helo=mail.example.com) by mx.example.net with esmtps (Exim 4.98)',
    { host: 'mail.example.com', ip: '203.0.113.7', by: 'mx.example.net' },
  ],
  [
    'from [203.0.113.7] (helo=mail.example.com) by mx.example.net with esmtp',
    { host: 'mail.example.com', ip: '203.0.113.7', by: 'mx.example.net' },
  ],
  [
    'from unknown (HELO mail.example.com) (203.0.113.7) by mx.example.net with SMTP',
    { host: 'mail.example.com', ip: '203.0.113.7', by: 'mx.example.net' },
  ],
  [
    'from mail.example.com (203.0.113.7) by mx.example.net (198.51.100.9) with Microsoft SMTP Server',
    { host: 'mail.example.com', ip: '203.0.113.7', by: 'mx.example.net' },
  ],
  [
    'from [203.0.113.7] (unknown [IPv6:2001:db8::7]) by mx.example.net',
    { host: null, ip: '2001:db8::7', by: 'mx.example.net' },
  ],
  ['by mx.example.net with local id 4X', null],
  ['(qmail 20417 invoked for bounce); 5 Jun 2026 21:17:03 -0000', null],
])('reads %j', (field, expected) => expect(readReceived(field)).toEqual(expected));

const headers = (...lines: string[]) => {
  const text = `${lines.join('\r\n')}\r\n\r\n`;
  return parseHeaders(text, 0, text.length).headers;
};
const report = {
  reportingMta: 'mx.example.net',
  remoteHost: null,
  recipient: 'ada@example.net',
  sender: 'news@example.com',
  diagnostic: '550 5.1.1 no such user',
};
const outside = { host: 'mail.example.com', ip: '203.0.113.7' };
const received = 'Received: from mail.example.com (mail.example.com [203.0.113.7]) by mx.example.net';

test('the receiving server names its client in the report or on the message', () => {
  expect(clientOfReporter(report, 'dns; mail.example.com (rdns [203.0.113.7])', null)).toEqual(outside);
  expect(clientOfReporter(report, 'DNS; [203.0.113.7]', null)).toEqual({ host: null, ip: '203.0.113.7' });
  expect(clientOfReporter(report, null, headers(received))).toEqual(outside);
  expect(
    clientOfReporter(
      report,
      null,
      headers('Received-SPF: pass (mx.example.net: ok) client-ip=203.0.113.7; helo=mail.example.com;'),
    ),
  ).toEqual(outside);
});

test("a server of neither side's domain reports: the client is known where it stands below the sender's", () => {
  const hoster = { ...report, reportingMta: 'MB1234.prod.hoster.example' };
  expect(clientOfReporter(hoster, 'dns;mail.example.com', null)).toEqual({ host: 'mail.example.com', ip: null });
  expect(clientOfReporter(hoster, 'dns;app.customer.example', null)).toEqual({ host: null, ip: null });
});

const nobody = { host: null, ip: null };
test.each([
  ['another server refused', { remoteHost: 'mx.elsewhere.example' }, 'dns; mail.example.com', received],
  ['nobody says who reports', { reportingMta: null }, 'dns; mail.example.com', received],
  ['the hop is inside of one house', {}, 'dns; filter.example.net', null],
  ['it came from the own machine', {}, 'dns; localhost (localhost [127.0.0.1])', null],
  ['it came from the own network', {}, 'dns; mail.example.com ([10.0.0.4])', null],
  ['the own server could not deliver', { reportingMta: 'mail.example.com' }, 'dns; app1.example.com', null],
  ['another server noted it', {}, null, 'Received: from mail.example.com ([203.0.113.7]) by old.example.net'],
  ['the field holds an address', {}, 'dns; news@example.com', null],
  ['the field is empty', {}, 'dns;', null],
  [
    'nobody was reached',
    { reportingMta: 'out.hoster.example', diagnostic: 'connect to mx.example.net: Connection timed out' },
    'dns; mail.example.com',
    null,
  ],
])('nobody is named where %s', (_, change, field, line) => {
  expect(clientOfReporter({ ...report, ...change }, field, line === null ? null : headers(line))).toEqual(nobody);
});

test.each([
  ['mail.example.com.', 'mail.example.com'],
  ['203.0.113.7', null],
  ['a b', null],
  ['-x.example.com', null],
  ['x'.repeat(300), null],
  [undefined, null],
])('%j as a host name is %j', (text, expected) => expect(hostOf(text)).toBe(expected));
