import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { notes } from './notes.ts';

test('notes: gives each address the reason above it', () => {
  const letter = letterOf(`
From: postmaster@hub.pear.example
Subject: Undeliverable message
Content-Type: text/plain

------- Failure Reasons  --------

User not listed in public Name & Address Book
zoe@pear.example

Router: mailbox is
over quota
ben@pear.example

------- Returned Message --------
Received: from mx.quince.example by hub.pear.example
Date: Tue, 03 Mar 2026 10:00:00 +0000
To: zoe@pear.example
`);
  expect(dialectOf(letter)).toBe(notes);
  expect(notes.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'User not listed in public Name & Address Book' },
    { recipient: 'ben@pear.example', diagnostic: 'Router: mailbox is over quota' },
  ]);
});

test('notes: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => notes.recognises(letter))).toEqual([]);
});
