import { expect, test } from 'vitest';
import { biglobe } from './biglobe.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('biglobe: gives all addresses the one information', () => {
  const letter = letterOf(`
From: postmaster@biglobe.ne.jp
Subject: Returned mail: Service unavailable
Content-Type: text/plain; charset=iso-2022-jp

   ----- The following addresses had delivery problems -----
zoe@inacatv.ne.jp
ben@biglobe.ne.jp

   ----- Non-delivered information -----
The number of messages in recipient's mailbox exceeded the
local limit.
`);
  expect(dialectOf(letter)).toBe(biglobe);
  expect(biglobe.read(letter)).toEqual([
    {
      recipient: 'zoe@inacatv.ne.jp',
      diagnostic: "The number of messages in recipient's mailbox exceeded the local limit.",
    },
    {
      recipient: 'ben@biglobe.ne.jp',
      diagnostic: "The number of messages in recipient's mailbox exceeded the local limit.",
    },
  ]);
});

test('biglobe: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => biglobe.recognises(letter))).toEqual([]);
});
