import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { listserv } from './listserv.ts';

test('listserv: reads subject and first paragraph', () => {
  const letter = letterOf(`
From: "L-Soft list server at PEAR.EXAMPLE (16.0)" <LISTSERV@PEAR.EXAMPLE>
Subject: Rejected posting to FRUITS@PEAR.EXAMPLE
Content-Type: text/plain

You are not authorized to send mail to the FRUITS list from your
ann@plum.example account.

You might be authorized to send from another account.
`);
  expect(dialectOf(letter)).toBe(listserv);
  expect(listserv.read(letter)).toEqual([
    {
      recipient: 'FRUITS@pear.example',
      diagnostic: 'You are not authorized to send mail to the FRUITS list from your ann@plum.example account.',
    },
  ]);
});

test('listserv: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => listserv.recognises(letter))).toEqual([]);
});
