import { expect, test } from 'vitest';
import { einsundeins } from './einsundeins.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('einsundeins: reads host, stage and reply', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@kundenserver.de
Subject: Mail delivery failed: returning message to sender
Content-Type: text/plain; charset=utf-8

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address
failed:

zoe@quince.example:
SMTP error from remote server for MAIL FROM command, host: 192.0.2.7 (192.0.2.7) reason: 550 5.7.1 Go away
`);
  expect(dialectOf(letter)).toBe(einsundeins);
  expect(einsundeins.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '550 5.7.1 Go away',
      stage: 'mail',
      remoteHost: null,
      remoteIp: '192.0.2.7',
    },
  ]);
});

test('einsundeins: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => einsundeins.recognises(letter))).toEqual([]);
});
