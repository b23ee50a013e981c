import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { hmailserver } from './hmailserver.ts';
import { dialectOf } from './index.ts';

test('hmailserver: reads what was sent and answered', () => {
  const letter = letterOf(`
From: mailer-daemon@pear.example
Subject: Message undeliverable: Offer
Content-Type: text/plain

Your message did not reach some or all of the intended recipients.

   Sent: Tue, 03 Mar 2026 10:00:00 +0000
   Subject: Offer

The following recipient(s) could not be reached:

zoe@quince.example
   Error Type: SMTP
   Remote server (192.0.2.9) issued an error.
   hMailServer sent: RCPT TO:<zoe@quince.example>
   Remote server replied: 550 5.1.1 Nobody

ben@plum.example
   Error Type: SMTP
   Error Description: No mail servers appear to exists for the recipient's address.
   Additional information: Please check the address.

eva@fig.example
   Error Type: SMTP
   Connection to recipients server failed.
   Error: Host name: 192.0.2.8, message: timed out

hMailServer
`);
  expect(dialectOf(letter)).toBe(hmailserver);
  expect(hmailserver.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody', remoteIp: '192.0.2.9', stage: 'rcpt' },
    {
      recipient: 'ben@plum.example',
      diagnostic: "No mail servers appear to exists for the recipient's address. Please check the address.",
      remoteIp: null,
      stage: null,
    },
    {
      recipient: 'eva@fig.example',
      diagnostic: 'Connection to recipients server failed. Host name: 192.0.2.8, message: timed out',
      remoteIp: null,
      stage: 'connect',
    },
  ]);
});

test('hmailserver: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => hmailserver.recognises(letter))).toEqual([]);
});
