import { expect, test } from 'vitest';
import { ezmlm } from './ezmlm.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('ezmlm: reads what the moderators did', () => {
  const letter = letterOf(`
From: fruits-help@lists.pear.example
Subject: Returned post for fruits@lists.pear.example
Content-Type: text/plain

Hi! This is the ezmlm program. I'm managing the
fruits@lists.pear.example mailing list.

I'm sorry, your message (enclosed) was not accepted by the moderator.
If the moderator has made any comments, they are shown below.
`);
  expect(dialectOf(letter)).toBe(ezmlm);
  expect(ezmlm.read(letter)).toEqual([
    {
      recipient: 'fruits@lists.pear.example',
      diagnostic:
        "I'm sorry, your message (enclosed) was not accepted by the moderator. If the moderator has made any comments, they are shown below.",
    },
  ]);
});

test('ezmlm: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => ezmlm.recognises(letter))).toEqual([]);
});
