import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { messagingServer } from './messaging-server.ts';

test('messaging-server: reads a refusal below the quoted headers', () => {
  const letter = letterOf(`
From: postmaster@store.pear.example
Subject: Delivery Notification: Delivery has failed
Content-Type: multipart/report; report-type=delivery-status; boundary="Boundary_(ID_xYz+1)"

--Boundary_(ID_xYz+1)
Content-type: text/plain; charset=us-ascii

This report relates to a message you sent with the following header fields:

  Message-id: <77@pear.example>
  Date: Tue, 03 Mar 2026 10:00:00 +0000
  To: zoe@quince.example

Your message cannot be delivered to the following recipients:

  Recipient address: zoe@quince.example
  Reason: Remote SMTP server has rejected address
  Diagnostic code: smtp;550 5.1.1 zoe is not known here
  Remote system: dns;MX.quince.example (TCP|192.0.2.3|40111|198.51.100.9|25) (quince ESMTP)

--Boundary_(ID_xYz+1)--
`);
  expect(dialectOf(letter)).toBe(messagingServer);
  expect(messagingServer.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      originalRecipient: null,
      diagnostic: '550 5.1.1 zoe is not known here',
      remoteHost: 'mx.quince.example',
      remoteIp: '198.51.100.9',
    },
  ]);
});

test('messaging-server: names the address that was written to where the store has another', () => {
  const letter = letterOf(`
From: Internet Mail Delivery <postmaster@store.pear.example>
Subject: Delivery Notification: Delivery has failed
Content-Type: text/plain

This report relates to a message you sent with the following header fields:

  Date: Tue, 03 Mar 2026 10:00:00 +0000

Your message cannot be delivered to the following recipients:

  Recipient address: zoe@ims-ms-daemon
  Original address: zoe@pear.example
  Reason: Over quota
`);
  expect(dialectOf(letter)).toBe(messagingServer);
  expect(messagingServer.read(letter)).toEqual([
    {
      recipient: 'zoe@pear.example',
      originalRecipient: null,
      diagnostic: 'Over quota',
      remoteHost: null,
      remoteIp: null,
    },
  ]);
});

test('messaging-server: takes a warning for a deferral and adds the newest attempt', () => {
  const letter = letterOf(`
From: Internet Mail Delivery <postmaster@store.pear.example>
Subject: Delivery Notification: Delivery has been delayed
Content-Type: text/plain

This report relates to a message you sent with the following header fields:

  Date: Tue, 03 Mar 2026 10:00:00 +0000

Your message has been enqueued and undeliverable for 2 days
to the following recipients:

  Recipient address: zoe@quince.example
  Reason: unable to deliver this message after 2 days

Delivery attempt history for your mail:

Thu, 05 Mar 2026 11:00:00 +0000 (GMT)
TCP active open: Failed connect()    Error: Connection refused

The mail system will continue to try to deliver your message
for an additional 2 days.
`);
  expect(dialectOf(letter)).toBe(messagingServer);
  expect(messagingServer.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      originalRecipient: null,
      diagnostic:
        'unable to deliver this message after 2 days: TCP active open: Failed connect() Error: Connection refused',
      remoteHost: null,
      remoteIp: null,
      kind: 'deferral',
    },
  ]);
});

test('messaging-server: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => messagingServer.recognises(letter))).toEqual([]);
});
