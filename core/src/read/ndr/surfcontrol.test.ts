import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { surfcontrol } from './surfcontrol.ts';

test('surfcontrol: reads address, host and reply', () => {
  const letter = letterOf(`
From: <MAILER-DAEMON@pear.example>
Subject: Offer
X-Mailer: SurfControl E-mail Filter
Content-Type: text/plain

Your message could not be sent.
A transcript of the attempts to send the message follows.
The number of attempts made: 1
Addressed To: zoe@quince.example

Tue 3 Mar 2026 10:00:00 +0000
Failed to send to identified host,
zoe@quince.example: [192.0.2.5], 550 zoe... Nobody
--- Message non-deliverable.
`);
  expect(dialectOf(letter)).toBe(surfcontrol);
  expect(surfcontrol.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 zoe... Nobody', remoteIp: '192.0.2.5' },
  ]);
});

test('surfcontrol: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => surfcontrol.recognises(letter))).toEqual([]);
});
