import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { x3 } from './x3.ts';

test('x3: finds for each recipient its technical detail', () => {
  const letter = letterOf(`
From: Mail Delivery System <Mail.Delivery.System@mx.pear.example>
Subject: Delivery status notification
Content-Type: text/plain; charset=utf-8

============================================================================
      This is an automatically generated Delivery Status Notification.      

Delivery to the following recipients failed permanently:

   * zoe@quince.example
   * ben@quince.example


============================================================================
                             Technical details:                             

SMTP:RCPT host 192.0.2.8: 553 5.3.0 <zoe@quince.example>... Nobody
SMTP:RCPT host mx.quince.example: 552 5.2.2 <ben@quince.example>...
 Full


============================================================================
`);
  expect(dialectOf(letter)).toBe(x3);
  expect(x3.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '553 5.3.0 <zoe@quince.example>... Nobody',
      stage: 'rcpt',
      remoteHost: null,
      remoteIp: '192.0.2.8',
    },
    {
      recipient: 'ben@quince.example',
      diagnostic: '552 5.2.2 <ben@quince.example>... Full',
      stage: 'rcpt',
      remoteHost: 'mx.quince.example',
      remoteIp: null,
    },
  ]);
});

test('x3: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => x3.recognises(letter))).toEqual([]);
});
