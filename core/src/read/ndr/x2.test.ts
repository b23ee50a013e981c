import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { x2 } from './x2.ts';

test('x2: reads the words below each address', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: Delivery failure
Content-Type: text/plain

Message from pear.example.
Unable to deliver message to the following address(es).

<zoe@pear.example>:
This user doesn't have a pear.example account
(zoe@pear.example) [0]

<ben@pear.example>:
Sorry, your message to ben@pear.example cannot be delivered.  This account is over quota.
`);
  expect(dialectOf(letter)).toBe(x2);
  expect(x2.read(letter)).toEqual([
    {
      recipient: 'zoe@pear.example',
      diagnostic: "This user doesn't have a pear.example account (zoe@pear.example) [0]",
    },
    {
      recipient: 'ben@pear.example',
      diagnostic: 'Sorry, your message to ben@pear.example cannot be delivered. This account is over quota.',
    },
  ]);
});

test('x2: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => x2.recognises(letter))).toEqual([]);
});
