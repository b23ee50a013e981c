import { expect, test } from 'vitest';
import { courier } from './courier.ts';
import { dragonfly } from './dragonfly.ts';
import { letterOf } from './fixture.ts';
import { opensmtpd } from './opensmtpd.ts';

const ofCourier = letterOf(`
From: postmaster@quince.example
Subject: NOTICE: mail delivery status.
Message-ID: <courier.6A3F0B12.00003C1E@box.quince.example>

This is a delivery status notification from box.quince.example,
running the Courier mail server, version 1.3.2.

                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<hedwig@plum.example>:
    mx.plum.example [198.51.100.7]:
>>> RCPT TO:<hedwig@plum.example>
<<< 550-5.1.1 No such
<<< 550 5.1.1 mailbox

<kepler@pear.example>:
<<< No such domain.

---------------------------------------------------------------------------

If your message was also sent to additional recipients, their delivery
status is not included in this report.
`);

test('reads the session that Courier prints, and its own reason', () => {
  expect(courier.recognises(ofCourier)).toBe(true);
  expect(courier.read(ofCourier)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550-5.1.1 No such mailbox',
      remoteHost: 'mx.plum.example',
      remoteIp: '198.51.100.7',
      stage: 'rcpt',
    },
    { recipient: 'kepler@pear.example', diagnostic: 'No such domain.' },
  ]);
});

const ofOpensmtpd = (subject: string, words: string) =>
  letterOf(`
Subject: Delivery status notification: ${subject}
From: Mailer Daemon <MAILER-DAEMON@puffy.quince.example>

    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

${words}
    Below is a copy of the original message:

Return-Path: <orders@quince.example>
To: hedwig@plum.example
`);

test('reads a line for each recipient of OpenSMTPD', () => {
  const letter = ofOpensmtpd(
    'error',
    `    An error has occurred while attempting to deliver a message for
    the following list of recipients:

hedwig@plum.example: 550 5.1.1 <hedwig@plum.example>: Recipient unknown
kepler@pear.example: Domain does not exist
`,
  );
  expect(opensmtpd.recognises(letter)).toBe(true);
  expect(opensmtpd.read(letter)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '550 5.1.1 <hedwig@plum.example>: Recipient unknown' },
    { recipient: 'kepler@pear.example', diagnostic: 'Domain does not exist' },
  ]);
});

test('reads its warning as deferral and its receipt as delivery', () => {
  const warning = ofOpensmtpd(
    'warning',
    `    A message is delayed for more than 4 hours for the following
    list of recipients:

hedwig@plum.example: 451 4.7.1 Greylisted
`,
  );
  const receipt = ofOpensmtpd(
    'success',
    `    Your message was successfully delivered to these recipients:

hedwig@plum.example: 250 2.0.0: Message accepted
`,
  );
  expect(opensmtpd.read(warning)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '451 4.7.1 Greylisted', kind: 'deferral' },
  ]);
  expect(opensmtpd.read(receipt)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '250 2.0.0: Message accepted', kind: 'delivery' },
  ]);
});

const ofDragonfly = letterOf(`
From: MAILER-DAEMON <>
Subject: Mail delivery failed

This is the DragonFly Mail Agent v0.12 at jail.quince.example.

There was an error delivering your mail to <hedwig@plum.example>.

mx.plum.example [198.51.100.7] did not like our MAIL FROM:
554 5.7.1 Sender not allowed

Original message follows.

Received: from root (uid 0)
Subject: periodic
`);

test('reads the one failure of the DragonFly Mail Agent', () => {
  expect(dragonfly.recognises(ofDragonfly)).toBe(true);
  expect(dragonfly.read(ofDragonfly)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '554 5.7.1 Sender not allowed',
      remoteHost: 'mx.plum.example',
      remoteIp: '198.51.100.7',
      stage: 'mail',
    },
  ]);
});

test('tells them apart', () => {
  expect(courier.recognises(ofDragonfly)).toBe(false);
  expect(opensmtpd.recognises(ofCourier)).toBe(false);
  expect(dragonfly.recognises(ofCourier)).toBe(false);
});
