import { expect, test } from 'vitest';
import { decode } from '../decode.ts';

/** A report with these fields of the message and of the recipient, returning a message with these headers. */
const report = (fields: readonly string[], returned: readonly string[]): string =>
  [
    'From: MAILER-DAEMON@mx.example.net',
    'To: news@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    ...returned,
    'From: news@example.com',
    'Message-ID: <1@example.com>',
    '',
    '--b--',
    '',
  ].join('\r\n');

const recipient = ['Final-Recipient: rfc822; ada@example.net', 'Action: failed', 'Status: 5.1.1'];
const refusal = 'Diagnostic-Code: smtp; 550 5.1.1 no such user';

test('a report of the receiving side names client and results', () => {
  const mail = report(
    ['Reporting-MTA: dns; mx.example.net', 'Received-From-MTA: dns; mail.example.com', '', ...recipient, refusal],
    ['Authentication-Results: mx.example.net; spf=pass; dkim=none'],
  );
  expect(decode(mail, { name: 'x' })).toMatchObject([
    {
      sendingMta: { host: 'mail.example.com', ip: null },
      authentication: { spf: 'pass', dkim: 'none', dmarc: null, arc: null, server: 'mx.example.net' },
    },
  ]);
});

test('the address in the words of the refusing server outranks that of the report', () => {
  const mail = report(
    [
      'Reporting-MTA: dns; mx.example.net',
      'Received-From-MTA: dns; mail.example.com ([203.0.113.9])',
      '',
      ...recipient,
      'Diagnostic-Code: smtp; 550 5.7.1 Client host [203.0.113.7] blocked',
    ],
    [],
  );
  expect(decode(mail, { name: 'x' })).toMatchObject([
    { sendingMta: { host: null, ip: '203.0.113.7' }, authentication: null },
  ]);
});

test('a report of the own server names nobody: what it got the message from, the other side never saw', () => {
  const mail = report(
    [
      'Reporting-MTA: dns; mail.example.com',
      'Received-From-MTA: dns; app1.example.com',
      '',
      ...recipient,
      'Remote-MTA: dns; mx.example.net',
      refusal,
    ],
    ['Received: from app1.example.com (app1.example.com [203.0.113.10]) by mail.example.com'],
  );
  expect(decode(mail, { name: 'x' })).toMatchObject([{ sendingMta: { host: null, ip: null }, authentication: null }]);
});

test('a feedback report names the source and its results', () => {
  const mail = [
    'From: fbl@example.net',
    'Subject: complaint',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="b"',
    '',
    '--b',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: loop/1',
    'Source-IP: 203.0.113.7',
    'Original-Rcpt-To: ada@example.net',
    'Authentication-Results: mx.example.net; dkim=fail',
    '',
    '--b--',
    '',
  ].join('\r\n');
  expect(decode(mail, { name: 'x' })).toMatchObject([
    { kind: 'complaint', sendingMta: { host: null, ip: '203.0.113.7' }, authentication: { dkim: 'fail' } },
  ]);
});

test.each([
  [
    'postfix',
    'Jun  1 10:00:00 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 554 5.7.1 <ada@example.org>: Relay access denied; from=<x@example.net> to=<ada@example.org> proto=ESMTP helo=<out.example.net>',
    { host: 'out.example.net', ip: '203.0.113.7' },
  ],
  [
    'exim',
    '2026-05-27 14:30:04 H=rdns.example.net (out.example.net) [203.0.113.7]:4242 F=<x@example.net> rejected RCPT <ada@example.org>: Unknown user',
    { host: 'out.example.net', ip: '203.0.113.7' },
  ],
])("the own server's refusal in a log names the client: %s", (dialect, line, expected) => {
  const [event] = decode(line, { name: 'x', as: 'log', dialect, now: new Date('2026-06-10T00:00:00Z') });
  expect(event?.sendingMta).toEqual(expected);
});
