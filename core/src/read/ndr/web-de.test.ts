import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { webDe } from './web-de.ts';

test('web-de: reads host, stage and reply', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@web.de
Subject: Mail delivery failed: returning message to sender
X-UI-Out-Filterresults: unknown:0;
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address
failed:

zoe@quince.example:
SMTP error from remote server for TEXT command, host: mx.quince.example (192.0.2.7) reason: 554 5.7.1 No
thanks
`);
  expect(dialectOf(letter)).toBe(webDe);
  expect(webDe.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '554 5.7.1 No thanks',
      stage: 'end-of-data',
      remoteHost: 'mx.quince.example',
      remoteIp: '192.0.2.7',
    },
  ]);
});

test('web-de: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => webDe.recognises(letter))).toEqual([]);
});
