import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { smartermail } from './smartermail.ts';

test('smartermail: reads the reason of each recipient', () => {
  const letter = letterOf(`
From: "System Administrator" <postmaster@pear.example>
Subject: Delivery Failure
Content-Type: text/plain

Could not deliver message to the following recipient(s):

Failed Recipient: zoe@quince.example
Reason: Remote host said: 550 5.1.1
Nobody

Failed Recipient: ben@pear.example
Reason: The mailbox is full

   -- The header and top 20 lines of the message follows --

Received: from pear.example
`);
  expect(dialectOf(letter)).toBe(smartermail);
  expect(smartermail.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'Remote host said: 550 5.1.1 Nobody' },
    { recipient: 'ben@pear.example', diagnostic: 'The mailbox is full' },
  ]);
});

test('smartermail: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => smartermail.recognises(letter))).toEqual([]);
});
