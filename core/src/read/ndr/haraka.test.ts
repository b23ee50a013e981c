import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { haraka } from './haraka.ts';
import { dialectOf } from './index.ts';

test('haraka: reads recipients and reason', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: failure notice
Content-Type: text/plain

Hi. This is the Haraka Mailer program at pear.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

Intended Recipients: <zoe@quince.example>, <ben@quince.example>
Failure Reason: Some recipients failed: <zoe@quince.example>
 550 5.1.1 Nobody
`);
  expect(dialectOf(letter)).toBe(haraka);
  expect(haraka.read(letter)).toEqual(
    ['zoe@quince.example', 'ben@quince.example'].map((recipient) => ({
      recipient,
      diagnostic: 'Some recipients failed: <zoe@quince.example> 550 5.1.1 Nobody',
    })),
  );
});

test('haraka: reads the line of older versions', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: failure notice
Content-Type: text/plain

Hi. This is the Haraka Mailer program at pear.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

zoe@quince.example: 550 5.1.1 Nobody

--- Below this line is a copy of the message.
`);
  expect(dialectOf(letter)).toBe(haraka);
  expect(haraka.read(letter)).toEqual([{ recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody' }]);
});

test('haraka: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => haraka.recognises(letter))).toEqual([]);
});
