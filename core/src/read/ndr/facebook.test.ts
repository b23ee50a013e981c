import { expect, test } from 'vitest';
import { facebook } from './facebook.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('facebook: has nothing to add to the status part', () => {
  const letter = letterOf(`
From: Facebook <mailer-daemon@mx.facebook.com>
Subject: Sorry, your message could not be delivered
Content-Type: text/plain

This message was created automatically by Facebook.

Based on the email preferences of the person you're trying to email, this message could not be delivered.
`);
  expect(dialectOf(letter)).toBe(facebook);
  expect(facebook.read(letter)).toEqual([]);
});

test('facebook: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => facebook.recognises(letter))).toEqual([]);
});
