import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import { decodeReply } from '../reply.ts';
import { Redactor, redactText, redactWithMap } from './redactor.ts';

describe('what belongs together still does', () => {
  test('a host below the domain of an address', () => {
    expect(redactText('jane@customer.org via mx.customer.org and MX.Customer.ORG.')).toBe(
      'user-1@domain-1.example via host-1.domain-1.example and host-1.domain-1.example.',
    );
  });

  test('an address in all its writings', () => {
    const text =
      '<jane@customer.org> Jane@CUSTOMER.org jane%40customer.org jane=40customer.org jane (at) customer (dot) org';
    expect(new Set(redactText(text).match(/user-\d+@[a-z\d.-]+/g))).toEqual(new Set(['user-1@domain-1.example']));
  });

  test('an address of IPv4 and the one mapped to IPv6, and its name in the DNS', () => {
    expect(redactText('10.1.2.3 ::ffff:10.1.2.3 ::ffff:0a01:203 3.2.1.10.zen.spamhaus.org')).toBe(
      '192.0.2.1 ::ffff:192.0.2.1 ::ffff:192.0.2.1 1.2.0.192.zen.spamhaus.org',
    );
  });

  test('a name written as A-labels and as Unicode', () => {
    expect(redactText('a@bücher.de b@xn--bcher-kva.de')).toBe('user-1@domain-1.example user-2@domain-1.example');
  });

  test('a queue id through a log', () => {
    const redacted = redactText(
      'postfix/qmgr[1]: 6D0F41E0A1: from=<a@customer.org>, size=1\npostfix/smtp[2]: 6D0F41E0A1: to=<b@client.net>, status=sent (250 ok)\n',
    );
    expect(redacted.match(/ID\d+/g)).toEqual(['ID00000001', 'ID00000001']);
  });

  test('all calls of one redactor', () => {
    const redactor = new Redactor();
    expect(redactor.text('jane@customer.org 10.0.0.1')).toBe('user-1@domain-1.example 192.0.2.1');
    expect(redactor.text('max.lind@client.net 10.0.0.2 jane@customer.org 10.0.0.1')).toBe(
      'user-2@domain-2.example 192.0.2.2 user-1@domain-1.example 192.0.2.1',
    );
  });

  test('and what differs has different names', () => {
    const originals = Array.from(
      { length: 2_000 },
      (_, i) => `u${i}x@d${i}x.org 10.0.${i >> 8}.${i & 255} h${i}x.local`,
    );
    const words = redactText(originals.join('\n')).match(/[^\s]+/g) ?? [];
    expect(new Set(words).size).toBe(6_000);
  });
});

describe('a pseudonym is nobody else’s', () => {
  test('an address of the documentation ranges is replaced like any other', () => {
    const redacted = redactText('192.0.2.1 192.0.2.2 203.0.113.5 2001:db8::1').split(' ');
    for (const original of ['192.0.2.1', '192.0.2.2', '203.0.113.5', '2001:db8::1'])
      expect(redacted).not.toContain(original);
  });

  test('words that look like pseudonyms are originals', () => {
    expect(redactText('user-1@domain-1.example host-1.domain-1.example <b@c.org>')).toBe(
      'user-2@domain-2.example host-2.domain-2.example <user-3@domain-3.example>',
    );
  });

  test('one that turns up later is taken back', () => {
    const redactor = new Redactor();
    expect(redactor.text('10.0.0.1')).toBe('192.0.2.1');
    const later = redactor.text('10.0.0.1 192.0.2.1');
    expect(later.split(' ')).toEqual(['192.0.2.2', '192.0.2.3']);
    expect(redactor.text('192.0.2.1')).toBe('192.0.2.3');
  });

  test('one that turns up as a name of the DNS, too', () => {
    expect(redactText('1.2.0.192.in-addr.arpa 10.0.0.1')).toBe('2.2.0.192.in-addr.arpa 192.0.2.3');
    expect(redactText('dyn-192-0-2-1.isp.net 10.0.0.1')).toBe('host-1.domain-1.example 192.0.2.2');
  });

  test('the ranges are used up one behind the other', () => {
    const text = Array.from({ length: 1_000 }, (_, i) => `10.1.${i >> 8}.${i & 255}`).join(' ');
    const redacted = redactText(text).split(' ');
    expect([redacted[0], redacted[253], redacted[254], redacted[508], redacted[762], redacted[999]]).toEqual([
      '192.0.2.1',
      '192.0.2.254',
      '198.51.100.1',
      '203.0.113.1',
      '198.18.0.1',
      '198.18.0.238',
    ]);
    expect(new Set(redacted).size).toBe(1_000);
  });
});

describe('what a diagnosis needs stays', () => {
  test.each([
    '550 5.1.1 The email account that you tried to reach does not exist.',
    '554 5.7.1 Service unavailable; blocked using zen.spamhaus.org',
    '550 5.7.511 Access denied AS(1410) (AS3140) S3150',
    '421 4.7.0 [TSS04] deferred; see https://postmaster.yahooinc.com/error-codes',
    'Exim 4.98.1, Sendmail 8.17.1/8.18.1, Postfix 3.7.11, TLSv1.3 TLS_AES_256_GCM_SHA384, Exchange 15.20.7611.016',
    '2026-05-27T14:30:00Z Wed, 27 May 2026 14:30:00 +0000 (UTC) 1781690400 1781690400123',
    'delay=1.1, delays=0.05/0.01/0.42/0.62, size=26214400, nrcpt=12, 00:04:58',
    'Message size 52428800 exceeds fixed limit 36700160 bytes (0x80040154)',
    'mx.google.com, smtp-in.orange.fr, mail.protection.outlook.com, bl.spamcop.net',
    'https://support.google.com/mail/?p=NoSuchUser https://sender.office.com/',
    'localhost [127.0.0.1] [::1] 127.0.0.2 postmaster MAILER-DAEMON',
    '550 5.7.1 RESOLVER.RST.NotAuthorized; STOREDRV.Deliver.Exception:StoragePermanentException',
    'text/plain; charset=ISO-8859-1; format=flowed and rfc822, base64, 8bit',
    'to reach us, write. Please try again later.You may also call',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  test('domains of mailbox providers, while the local part goes', () => {
    expect(redactText('jane.roe@gmail.com, jane.roe@outlook.com, postmaster@gmx.net')).toBe(
      'user-1@gmail.com, user-1@outlook.com, postmaster@gmx.net',
    );
  });

  test('the end of a host that is a system’s own', () => {
    expect(redactText('[AM0P190CA0026.EURP190.PROD.OUTLOOK.COM] customer-org.mail.protection.outlook.com')).toBe(
      '[host-1.EURP190.PROD.OUTLOOK.COM] host-2.mail.protection.outlook.com',
    );
  });

  test('roles, at whatever domain', () => {
    expect(redactText('MAILER-DAEMON@customer.org postmaster@customer.org')).toBe(
      'MAILER-DAEMON@domain-1.example postmaster@domain-1.example',
    );
  });

  test('an internal top-level domain, for it is the fault', () => {
    expect(redactText('HELO exch01.customer.local')).toBe('HELO host-1.domain-1.local');
  });

  test('labels of the DNS that say what a record is for', () => {
    expect(redactText('_dmarc.customer.org s1._domainkey.customer.org')).toBe(
      '_dmarc.domain-1.example host-1._domainkey.domain-1.example',
    );
  });

  test('the subject that makes a mail a bounce', () => {
    expect(redactText('Subject: Undelivered Mail Returned to Sender')).toBe(
      'Subject: Undelivered Mail Returned to Sender',
    );
    expect(redactText('Subject: Undeliverable: Lunch with Jane')).toBe('Subject: Undeliverable: subject-1');
    expect(redactText('Subject: =?utf-8?B?RmFpbHVyZSBOb3RpY2U=?=')).toBe('Subject: =?utf-8?B?RmFpbHVyZSBOb3RpY2U=?=');
    expect(redactText('Subject: =?utf-8?Q?Undeliverable:_Jane?=')).toBe('Subject: Undeliverable: subject-1');
  });

  test('who writes reports', () => {
    const from = 'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>';
    expect(redactText(from)).toBe(from);
  });

  test('JSON is still JSON, with its numbers', () => {
    const text = JSON.stringify([
      { event: 'bounce', id: 12345678901234, type: 'email.bounced', to: ['jane@customer.org'], tags: ['jane', 'x-7'] },
    ]);
    const [event] = JSON.parse(redactText(text)) as Record<string, unknown>[];
    expect(event).toMatchObject({ event: 'bounce', type: 'email.bounced', to: ['user-1@domain-1.example'] });
    expect(event?.['id']).toBe(900000000000001);
  });

  test('a mail is still a mail', () => {
    const mail = `From: MAILER-DAEMON@mail.customer.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="=_7E2B93C05F/mail.customer.org"

--=_7E2B93C05F/mail.customer.org
Content-Type: text/plain

<jane@client.net>: host mx.client.net[203.0.113.7] said: 550 5.1.1 <jane@client.net>: User unknown

--=_7E2B93C05F/mail.customer.org
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.customer.org

Final-Recipient: rfc822; jane@client.net
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <jane@client.net>: User unknown

--=_7E2B93C05F/mail.customer.org--
`;
    const [before, after] = [decode(mail)[0], decode(redactText(mail))[0]];
    expect(after?.format).toBe('dsn');
    expect(after?.diagnosis?.reason).toBe(before?.diagnosis?.reason);
    expect(after?.recipient).toBe('user-1@domain-2.example');
  });
});

describe('options', () => {
  test('names that the caller knows', () => {
    expect(redactText('Roe Widgets and Jane Roe; ROE-WIDGETS, Jane', { names: ['Roe Widgets', 'Jane Roe'] })).toBe(
      'Name-1 and Name-2; Name-1, Name-3',
    );
  });

  test('hosts that may be seen', () => {
    const redacted = redactText('jane@our.example.com mx.our.example.com mx.client.net', {
      keepHosts: (host) => host.endsWith('our.example.com'),
    });
    expect(redacted).toBe('user-1@our.example.com mx.our.example.com host-1.domain-1.example');
  });
});

test('what was replaced is counted by kind', () => {
  const redactor = new Redactor();
  redactor.text(
    'From: Jane Roe <jane@customer.org>\nMessage-ID: <a1b2@customer.org>\n\n10.0.0.1 mx.customer.org, Jane',
  );
  expect(redactor.replaced).toMatchObject({ address: 1, user: 1, name: 1, messageId: 1, ip: 1, host: 1, id: 0 });
});

test('an ordinary word is nobody’s name', () => {
  expect(redactText('<user@example.com>: User unknown; mail for user example')).toBe(
    '<user-1@domain-1.example>: User unknown; mail for user example',
  );
});

test('control characters do not get through, Japanese of ISO-2022 does', () => {
  expect(redactText('a\x1b[31mb\x07c\x9b')).toBe('a\ufffd[31mb\ufffdc\ufffd');
  expect(redactText('\x1b$B%f!<%6!<\x1b(B jane@customer.org')).toBe('\x1b$B%f!<%6!<\x1b(B user-1@domain-1.example');
});

test('nothing is thrown, whatever the text is', () => {
  for (const text of [
    '',
    '@',
    '\ud800',
    '\udc00@\ud800',
    '\0',
    'a@',
    '@a',
    '[',
    '=?',
    '=?x?B?',
    'http://',
    '::',
    '\\',
    '&#x110000;',
    '=\n',
    '%',
    '\r',
  ])
    expect(() => redactText(text)).not.toThrow();
});

describe('offsets', () => {
  const text = '550 <jane@customer.org>: user unknown';
  const { text: redacted, mapOffset } = redactWithMap(text);

  test('of words behind something replaced', () => {
    const at = text.indexOf('user unknown');
    expect(redacted.slice(mapOffset(at), mapOffset(at + 12, 'end'))).toBe('user unknown');
  });

  test('of what was replaced', () => {
    const at = text.indexOf('jane');
    expect(redacted.slice(mapOffset(at), mapOffset(at + 'jane@customer.org'.length, 'end'))).toBe(
      'user-1@domain-1.example',
    );
  });

  test('within what was replaced', () => {
    const at = text.indexOf('customer');
    expect(redacted.slice(mapOffset(at), mapOffset(at + 3, 'end'))).toBe('user-1@domain-1.example');
  });

  test('at both ends of the text', () => {
    expect([mapOffset(0), mapOffset(text.length, 'end')]).toEqual([0, redacted.length]);
  });
});

test('a redacted refusal is diagnosed like the original', () => {
  const refusal =
    '550 5.1.1 <jane.roe@customer.org>: Recipient address rejected: User unknown in virtual mailbox table';
  expect(decodeReply(redactText(refusal)).diagnosis?.rule).toBe(decodeReply(refusal).diagnosis?.rule);
});
