import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { groupwise } from './groupwise.ts';
import { dialectOf } from './index.ts';

test('groupwise: reads the words in brackets', () => {
  const letter = letterOf(`
From: Mailer-Daemon@pear.example
Subject: Message status - undeliverable
Content-Type: text/plain

The message that you sent was undeliverable to the following:
	zoe@pear.example (user not found)
	ben@pear.example (mailbox
	  full)

Possibly truncated original message follows:

Date: Tue, 03 Mar 2026 10:00:00 +0000
`);
  expect(dialectOf(letter)).toBe(groupwise);
  expect(groupwise.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'user not found' },
    { recipient: 'ben@pear.example', diagnostic: 'mailbox full' },
  ]);
});

test('groupwise: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => groupwise.recognises(letter))).toEqual([]);
});
