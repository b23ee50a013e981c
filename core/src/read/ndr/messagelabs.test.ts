import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { messagelabs } from './messagelabs.ts';

test('messagelabs: reads a reply of several lines', () => {
  const letter = letterOf(`
From: Mail Delivery System <MAILER-DAEMON@messagelabs.com>
Subject: Mail Delivery Failure
Content-Type: text/plain

This is the mail delivery agent at Symantec Email Security.cloud.

I was unable to deliver your message to the following addresses:

zoe@quince.example
ben@quince.example

Reason: 550-Please authenticate,
550-or ask 192.0.2.21
550 to let you in.

The message subject was: Offer
`);
  expect(dialectOf(letter)).toBe(messagelabs);
  expect(messagelabs.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550-Please authenticate, or ask 192.0.2.21 to let you in.' },
    { recipient: 'ben@quince.example', diagnostic: '550-Please authenticate, or ask 192.0.2.21 to let you in.' },
  ]);
});

test('messagelabs: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => messagelabs.recognises(letter))).toEqual([]);
});
