import { expect, test } from 'vitest';
import { amazonSes } from './amazon-ses.ts';
import { amazonWorkmail } from './amazon-workmail.ts';
import { aol } from './aol.ts';
import { letterOf } from './fixture.ts';
import { dialectOf } from './index.ts';
import { powermta } from './powermta.ts';
import { receivingSes } from './receiving-ses.ts';
import { sendgrid } from './sendgrid.ts';
import { verizon } from './verizon.ts';

/** A report with words and a status part. */
const dsn = (headers: string, words: string, message: string) =>
  letterOf(`
${headers}
Content-Type: multipart/report; report-type=delivery-status; boundary="q"

--q
Content-Type: text/plain

${words}

--q
Content-Type: message/delivery-status

${message}

Final-Recipient: rfc822; hedwig@plum.example
Action: failed
Status: 5.1.1

--q--
`);

test('knows Amazon SES as sender by its hosts, and reads the words of its first years', () => {
  const letter = dsn(
    'From: MAILER-DAEMON@email-bounces.amazonses.com\nSubject: Delivery Status Notification (Failure)',
    "The following message to <hedwig@plum.example> was undeliverable.\nThe reason for the problem:\n5.1.0 - Unknown address error 550-'no hedwig'",
    'Reporting-MTA: dns; a48-12.smtp-out.amazonses.com',
  );
  expect(dialectOf(letter)).toBe(amazonSes);
  expect(amazonSes.read(letter)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: "5.1.0 - Unknown address error 550-'no hedwig'" },
  ]);
});

test('knows Amazon SES as receiver, whose owner writes the words', () => {
  const letter = dsn(
    'From: bounces@plum.example\nSubject: Delivery Status Notification (Failure)',
    'Nobody home.',
    'Reporting-MTA: dns; inbound-smtp.eu-west-1.amazonaws.com',
  );
  expect(dialectOf(letter)).toBe(receivingSes);
  expect(receivingSes.read(letter)).toEqual([]);
});

test('reads the fields that Amazon WorkMail prints as text', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@eu-west-1.amazonses.com
Subject: Delivery Status Notification (Failure)
X-Mailer: Amazon WorkMail

An error occurred while trying to deliver the mail to the following recipients:
hedwig@plum.example

Technical report:

Reporting-MTA: dsn; a4-16.smtp-out.eu-west-1.amazonses.com

Action: failed
Final-Recipient: rfc822; hedwig@plum.example
Diagnostic-Code: smtp; 550 5.1.1 no hedwig
Status: 5.1.1
`);
  expect(dialectOf(letter)).toBe(amazonWorkmail);
  expect(amazonWorkmail.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 5.1.1 no hedwig',
      reportingMta: 'a4-16.smtp-out.eu-west-1.amazonses.com',
      enhancedStatus: '5.1.1',
    },
  ]);
});

test('reads the line of SendGrid', () => {
  const letter = dsn(
    'From: MAILER-DAEMON@o1.quince.example\nSubject: Undelivered Mail Returned to Sender',
    'This is an automatically generated message from SendGrid.\n\nhedwig:000000:<hedwig@plum.example> : 192.0.2.61 : mx.plum.example:[198.51.100.7] : 550 5.1.1 no hedwig  in RCPT TO\nkepler:000000:<kepler@pear.example> : Connection timed out in connect',
    'X-SendGrid-QueueID: 959479146',
  );
  expect(dialectOf(letter)).toBe(sendgrid);
  expect(sendgrid.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 5.1.1 no hedwig',
      remoteHost: 'mx.plum.example',
      remoteIp: '198.51.100.7',
      stage: 'rcpt',
    },
    {
      recipient: 'kepler@pear.example',
      diagnostic: 'Connection timed out',
      remoteHost: null,
      remoteIp: null,
      stage: 'connect',
    },
  ]);
});

test('reads what became of whom in the list of PowerMTA', () => {
  const letter = dsn(
    'From: postmaster@out.quince.example\nSubject: Delivery report',
    'Hello, this is the mail server on out.quince.example.\n\n  <hedwig@plum.example>  delivery failed; will not continue trying\n  <kepler@pear.example>  delivery delayed; will continue trying',
    'Reporting-MTA: dns;out.quince.example\nX-PowerMTA-VirtualMTA: quince1',
  );
  expect(dialectOf(letter)).toBe(powermta);
  expect(powermta.read(letter)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: null, kind: 'bounce' },
    { recipient: 'kepler@pear.example', diagnostic: null, kind: 'deferral' },
  ]);
});

test('reads the reports of Verizon about text and picture messages', () => {
  const letter = letterOf(`
From: post_master@vtext.com
Subject: Undeliverable Message

Error: Invalid user address
  RCPT TO: 5550100@vtext.com
`);
  expect(dialectOf(letter)).toBe(verizon);
  expect(verizon.read(letter)).toEqual([{ recipient: '5550100@vtext.com', diagnostic: 'Invalid user address' }]);
});

test('knows the relay of AOL by its fields, and reads its later words', () => {
  const letter = dsn(
    'From: Postmaster <Postmaster@AOL.com>\nSubject: Undeliverable: Invoice',
    'We were unable to deliver your message to the following address\n\nhedwig@plum.example\n\nbecause: Mailbox is full',
    'Reporting-MTA: dns; omr-d1.mx.aol.com\nX-Outbound-Mail-Relay-Queue-ID: 5C0A238000042',
  );
  expect(dialectOf(letter)).toBe(aol);
  expect(aol.read(letter)).toEqual([{ recipient: 'hedwig@plum.example', diagnostic: 'Mailbox is full' }]);
});

test('does not claim a report of anybody else', () => {
  const letter = dsn(
    'From: MAILER-DAEMON@mx.fig.example\nSubject: Delivery failed\nX-SES-Outgoing: 2026.03.03-192.0.2.61',
    'No hedwig here.',
    'Reporting-MTA: dns; mx.fig.example',
  );
  expect(dialectOf(letter)).toBe(null);
});
