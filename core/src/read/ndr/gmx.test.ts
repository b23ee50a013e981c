import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { gmx } from './gmx.ts';
import { dialectOf } from './index.ts';

test('gmx: reads both forms of a failure', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@mail.gmx.com
Subject: Mail delivery failed: returning message to sender
X-UI-Out-Filterresults: unknown:0;
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address
failed:

"zoe@quince.example":
SMTP error from remote server after RCPT command:
host: MX.quince.example
5.1.1 <zoe@quince.example>... Nobody
<ben@quince.example>

Reason:
delivery retry timeout exceeded


--- The header of the original message is following. ---

Received: from [192.0.2.135] by mx.pear.example
Date: Tue, 03 Mar 2026 10:00:00 +0000
`);
  expect(dialectOf(letter)).toBe(gmx);
  expect(gmx.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '5.1.1 <zoe@quince.example>... Nobody',
      stage: 'rcpt',
      remoteHost: 'mx.quince.example',
      remoteIp: null,
    },
    { recipient: 'ben@quince.example', diagnostic: 'delivery retry timeout exceeded' },
  ]);
});

test('gmx: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => gmx.recognises(letter))).toEqual([]);
});
