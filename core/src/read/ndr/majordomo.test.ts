import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { majordomo } from './majordomo.ts';

test('majordomo: reads the subject', () => {
  const letter = letterOf(`
From: fruits-owner@lists.pear.example
Subject: BOUNCE fruits@lists.pear.example:    Non-member submission from [Ann <ann@plum.example>]
Content-Type: text/plain

From ann@plum.example  Tue Mar  3 10:00:00 2026
Received: from plum.example
`);
  expect(dialectOf(letter)).toBe(majordomo);
  expect(majordomo.read(letter)).toEqual([
    { recipient: 'fruits@lists.pear.example', diagnostic: 'Non-member submission from [Ann <ann@plum.example>]' },
  ]);
});

test('majordomo: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => majordomo.recognises(letter))).toEqual([]);
});
