import { expect, test } from 'vitest';
import { activehunter } from './activehunter.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('activehunter: gives each address its own line of the transcript', () => {
  const letter = letterOf(`
From: "MAILER-DAEMON" <MAILER-DAEMON@pear.example>
Subject: FAILURE NOTICE : Offer
X-AHMAILID: 20260303T100000+0900-00000-0000-ff
Content-Type: text/plain

The original message was received at Tue, 03 Mar 2026 10:00:00 +0900
from pear.example

  ----- The following addresses had permanent fatal errors -----

>>> zoe@pear.example <zoe@pear.example>
>>> ben@pear.example <ben@pear.example>

  ----- Transcript of session follows -----
550 <zoe@pear.example>: Nobody
552 <ben@pear.example>: Full
`);
  expect(dialectOf(letter)).toBe(activehunter);
  expect(activehunter.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: '550 <zoe@pear.example>: Nobody' },
    { recipient: 'ben@pear.example', diagnostic: '552 <ben@pear.example>: Full' },
  ]);
});

test('activehunter: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => activehunter.recognises(letter))).toEqual([]);
});
