import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { kddi } from './kddi.ts';

test('kddi: reads whom and why', () => {
  const letter = letterOf(`
From: no-reply@x1.dion.ne.jp
Subject: Mail
Content-Type: text/plain; charset=iso-2022-jp

Your mail sent on: Tue, 03 Mar 2026 10:00:00 +0900 
     Could not be delivered to: <zoe@x1.dion.ne.jp> 
     As their mailbox is full.
`);
  expect(dialectOf(letter)).toBe(kddi);
  expect(kddi.read(letter)).toEqual([{ recipient: 'zoe@x1.dion.ne.jp', diagnostic: 'As their mailbox is full.' }]);
});

test('kddi: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => kddi.recognises(letter))).toEqual([]);
});
