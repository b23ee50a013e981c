import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { maddy } from './maddy.ts';

test('maddy: reads the line of each recipient', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: Undelivered Mail Returned to Sender
Content-Type: text/plain; charset=utf-8

This is the mail delivery system at mx.pear.example.

Unfortunately, your message could not be delivered to one or more
recipients. The usual cause of this problem is invalid
recipient address or maintenance at the recipient side.

Contact the postmaster for further assistance, provide the Message ID (below):

Message ID: 1b2c
Arrival: 2026-03-03 10:00:00
Last delivery attempt: 2026-03-03 10:00:01

Delivery to zoe@quince.example failed with error: 550 5.1.1 Nobody
Delivery to ben@quince.example failed with error: 552 5.2.2 Full
`);
  expect(dialectOf(letter)).toBe(maddy);
  expect(maddy.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody' },
    { recipient: 'ben@quince.example', diagnostic: '552 5.2.2 Full' },
  ]);
});

test('maddy: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => maddy.recognises(letter))).toEqual([]);
});
