import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { trendMicro } from './trend-micro.ts';

test('trend-micro: reads the sentence', () => {
  const letter = letterOf(`
From: postmaster@pear.example ("InterScan Notification")
Subject: Mail could not be delivered
Content-Type: text/plain

*************************************************************

Message from InterScan Messaging Security Suite

Unable to deliver message to <zoe@quince.example>. Please check
if address is correct.

*************************************************************
`);
  expect(dialectOf(letter)).toBe(trendMicro);
  expect(trendMicro.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: 'Unable to deliver message to <zoe@quince.example>. Please check if address is correct.',
    },
  ]);
});

test('trend-micro: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => trendMicro.recognises(letter))).toEqual([]);
});
