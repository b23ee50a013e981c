import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { x4 } from './x4.ts';

test('x4: reads the words below the address', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@smtp.pear.example
Subject: failure notice
Content-Type: text/plain

Your mail message to the following address(es) could not be delivered. This
is a permanent error. Please verify the addresses and try again. If you are
still having difficulty sending mail to these addresses, please contact
Customer Support at 000-000-0000.

<zoe@pear.example>:
child status 100...The user's mailfolder
is full.
`);
  expect(dialectOf(letter)).toBe(x4);
  expect(x4.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: "child status 100...The user's mailfolder is full." },
  ]);
});

test('x4: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => x4.recognises(letter))).toEqual([]);
});
