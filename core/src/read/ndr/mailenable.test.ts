import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mailenable } from './mailenable.ts';

test('mailenable: reads recipient and reason', () => {
  const letter = letterOf(`
From: Postmaster@pear.example
Subject: MailEnable: Message could not be delivered to some recipients.
Content-Type: text/plain

MailEnable: Message could not be delivered to some recipients.
The following recipient(s) could not be reached:

	Recipient: [SMTP:zoe@quince.example]
	Reason: Remote SMTP Server Returned: 550 5.1.1 Nobody

Message headers follow:
`);
  expect(dialectOf(letter)).toBe(mailenable);
  expect(mailenable.read(letter)).toEqual([{ recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody' }]);
});

test('mailenable: reads the reply for a whole domain', () => {
  const letter = letterOf(`
From: Postmaster@pear.example
Subject: Message Delivery Failure
Content-Type: text/plain

MailEnable: Message Delivery Failure.

Reason: ME-E0193: [A1B2.MAI] Message Delivery Failure.

Your message addressed to the target domain (quince.example) could not be delivered because the mail server responsible for this domain returned a permanent error.

The server returned: 554 Poor
reputation

The following recipients were addressed:
[SMTP:zoe@quince.example]
`);
  expect(dialectOf(letter)).toBe(mailenable);
  expect(mailenable.read(letter)).toEqual([{ recipient: 'zoe@quince.example', diagnostic: '554 Poor reputation' }]);
});

test('mailenable: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mailenable.recognises(letter))).toEqual([]);
});
