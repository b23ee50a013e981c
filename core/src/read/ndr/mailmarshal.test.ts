import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mailmarshal } from './mailmarshal.ts';

test('mailmarshal: reads reason, recipients and hosts', () => {
  const letter = letterOf(`
From: postmaster@pear.example
Subject: Undeliverable Mail: "Offer"
Content-Type: text/plain

Your message:
   From:    ann@plum.example
   Subject: Offer

Could not be delivered because of

550 5.1.1 Nobody of
that name

The following recipients were affected: 
    zoe@pear.example
    ben@pear.example

Additional Information
======================
Original Sender:    <ann@plum.example>
Remote-MTA:         <mx.pear.example>
Reporting-MTA:      <gate.pear.example>
`);
  expect(dialectOf(letter)).toBe(mailmarshal);
  expect(mailmarshal.read(letter)).toEqual(
    ['zoe@pear.example', 'ben@pear.example'].map((recipient) => ({
      recipient,
      diagnostic: '550 5.1.1 Nobody of that name',
      remoteHost: 'mx.pear.example',
      remoteIp: null,
      reportingMta: 'gate.pear.example',
    })),
  );
});

test('mailmarshal: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mailmarshal.recognises(letter))).toEqual([]);
});
