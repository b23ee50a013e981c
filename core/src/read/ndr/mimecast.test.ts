import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mimecast } from './mimecast.ts';

test('mimecast: reads what follows the headings', () => {
  const letter = letterOf(`
From: Postmaster <postmaster@pear.example>
Subject: [Postmaster] Email Delivery Failure
Content-Type: text/plain

This is a delivery failure notification message indicating that
an email you addressed to email address :
-- zoe@quince.example

could not be delivered. The problem appears to be :
-- Recipient server rejected the message

Additional information follows :
-- 5.7.1 Not from you,
   not today

This condition occurred after 3 attempt(s) to deliver over
a period of 1 hour(s).
`);
  expect(dialectOf(letter)).toBe(mimecast);
  expect(mimecast.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '5.7.1 Not from you, not today' },
  ]);
});

test('mimecast: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mimecast.recognises(letter))).toEqual([]);
});
