import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mxlogic } from './mxlogic.ts';

test('mxlogic: reads a folded reply with an address in it', () => {
  const letter = letterOf(`
From: Mail Delivery System <MAILER-DAEMON@p01c11m001.mxlogic.net>
Subject: Mail delivery failed
Message-Id: <mxl~1.2.3@p01c11m001.mxlogic.net>
Content-Type: text/plain

This message was created automatically by mail delivery software.

A message that you have sent could not be delivered to one or more
recipients.  This is a permanent error.  The following address failed:

  <zoe@quince.example>: 550 unknown user
<zoe@quince.example>
  <ben@quince.example>: 552 5.2.2 Full

Included is a copy of the message header:
-----------------------------------------
Received: from unknown [192.0.2.240]
Date: Tue, 03 Mar 2026 10:00:00 +0000
`);
  expect(dialectOf(letter)).toBe(mxlogic);
  expect(mxlogic.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 unknown user <zoe@quince.example>' },
    { recipient: 'ben@quince.example', diagnostic: '552 5.2.2 Full' },
  ]);
});

test('mxlogic: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mxlogic.recognises(letter))).toEqual([]);
});
