import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { kumomta } from './kumomta.ts';

test('kumomta: reads peer and response', () => {
  const letter = letterOf(`
From: Mail Delivery Subsystem <mailer-daemon@out.pear.example>
Subject: Returned mail
Content-Type: text/plain

The message was received at Tue, 3 Mar 2026 10:00:00 +0000
from ann@pear.example and addressed to zoe@quince.example, ben@quince.example.
While communicating with MX.quince.example. (192.0.2.77):
Response: 550 5.1.1 Nobody

The message will be deleted from the queue.
No further attempts will be made to deliver it.
`);
  expect(dialectOf(letter)).toBe(kumomta);
  expect(kumomta.read(letter)).toEqual(
    ['zoe@quince.example', 'ben@quince.example'].map((recipient) => ({
      recipient,
      diagnostic: '550 5.1.1 Nobody',
      remoteHost: 'mx.quince.example',
      remoteIp: '192.0.2.77',
    })),
  );
});

test('kumomta: reads an expiration', () => {
  const letter = letterOf(`
From: Mail Delivery Subsystem <mailer-daemon@out.pear.example>
Subject: Returned mail
Content-Type: text/plain

The message was received at Tue, 3 Mar 2026 10:00:00 +0000
from ann@pear.example and addressed to zoe@quince.example.
Status: 551 5.4.7 Next delivery time would be at a later time
The message will be deleted from the queue.
No further attempts will be made to deliver it.
`);
  expect(dialectOf(letter)).toBe(kumomta);
  expect(kumomta.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '551 5.4.7 Next delivery time would be at a later time',
      remoteHost: null,
      remoteIp: null,
    },
  ]);
});

test('kumomta: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => kumomta.recognises(letter))).toEqual([]);
});
