import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { intermail } from './intermail.ts';

test('intermail: reads reason and reply of each recipient', () => {
  const letter = letterOf(`
From: Mail Administrator <Postmaster@pear.example>
Subject: Mail System Error - Returned Mail
Content-Type: text/plain

This Message was undeliverable due to the following reason:

Each of the following recipients was rejected by a remote mail server.
The reasons given by the server are included to help you determine why
each recipient was rejected.

    Recipient: <zoe@quince.example>
    Reason:    5.1.1 <zoe@quince.example>... Nobody

    Recipient: <ben@quince.example>
    Reason:    no mailbox
               of this name

Please reply to <postmaster@pear.example>
if you feel this message to be in error.
`);
  expect(dialectOf(letter)).toBe(intermail);
  expect(intermail.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '5.1.1 <zoe@quince.example>... Nobody', stage: null },
    { recipient: 'ben@quince.example', diagnostic: 'no mailbox of this name', stage: null },
  ]);
});

test('intermail: gives the one sentence to all where nothing else is said', () => {
  const letter = letterOf(`
From: Postmaster@pear.example
Subject: Mail System Error - Returned Mail
Content-Type: text/plain

This Message was undeliverable due to the following reason:

The user(s) account is temporarily over quota.

<zoe@pear.example>

Please reply to Postmaster@pear.example
if you feel this message to be in error.
`);
  expect(dialectOf(letter)).toBe(intermail);
  expect(intermail.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'The user(s) account is temporarily over quota.', stage: null },
  ]);
});

test('intermail: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => intermail.recognises(letter))).toEqual([]);
});
