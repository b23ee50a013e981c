import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mcafee } from './mcafee.ts';

test('mcafee: reads the words in brackets, in a part that calls itself an attachment', () => {
  const letter = letterOf(`
From: <>
Subject: Delivery Status
X-NAI-Header: Modified by McAfee Email Gateway (4500)
Content-Type: multipart/mixed; boundary="nai-7"

--nai-7
Content-Type: text/plain; name="deliveryproblems.txt"
Content-Disposition: attachment; filename="deliveryproblems.txt"

    --- The following addresses had delivery problems ---

<zoe@quince.example>   (zoe@quince.example... No such
 person)
<ben@quince.example>   (ben is over quota)

--nai-7--
`);
  expect(dialectOf(letter)).toBe(mcafee);
  expect(mcafee.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'zoe@quince.example... No such person' },
    { recipient: 'ben@quince.example', diagnostic: 'ben is over quota' },
  ]);
});

test('mcafee: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mcafee.recognises(letter))).toEqual([]);
});
