import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { x6 } from './x6.ts';

test('x6: reads host, step and reply', () => {
  const letter = letterOf(`
From: mailer-daemon
Subject: There was an error sending your mail
Content-Type: text/plain

We had trouble delivering your message. Full details follow:

Subject: 'Offer'
Date: 'Tue, 03 Mar 2026 10:00:00 +0000'

1 error(s):

SMTP Server <MX.quince.example> rejected recipient <zoe@quince.example> (Error following RCPT command). It responded as follows: [550 5.1.1 [zoe] unknown]

The attachment contains the original mail headers.
`);
  expect(dialectOf(letter)).toBe(x6);
  expect(x6.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '550 5.1.1 [zoe] unknown',
      remoteHost: 'mx.quince.example',
      stage: 'rcpt',
    },
  ]);
});

test('x6: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => x6.recognises(letter))).toEqual([]);
});
