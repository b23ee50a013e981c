import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mailfoundry } from './mailfoundry.ts';

test('mailfoundry: reads the paragraph below each address', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: Message delivery has failed
Content-Type: text/plain

Unable to deliver message to: <zoe@quince.example>
Delivery failed for the following reason:
mx.quince.example[192.0.2.222] responded with failure: 552 zoe is
over quota

This has been a permanent failure. No further delivery attempts will be made.
`);
  expect(dialectOf(letter)).toBe(mailfoundry);
  expect(mailfoundry.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: 'mx.quince.example[192.0.2.222] responded with failure: 552 zoe is over quota',
    },
  ]);
});

test('mailfoundry: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mailfoundry.recognises(letter))).toEqual([]);
});
