import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mdaemon } from './mdaemon.ts';

test('mdaemon: reads the transcript', () => {
  const letter = letterOf(`
From: "MDaemon at pear.example" <MDaemon@pear.example>
Subject: Permanent Delivery Failure
X-MDDSN-Message: Yes
Content-Type: text/plain

The attached message had PERMANENT fatal delivery errors!

YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

Failed address: zoe@quince.example

--- Session Transcript ---
 Tue 2026-03-03 12:22:04: *  From: ann@pear.example
 Tue 2026-03-03 12:22:04: *  To: zoe@quince.example
 Tue 2026-03-03 12:22:05: --> MAIL From:<ann@pear.example>
 Tue 2026-03-03 12:22:05: <-- 250 fine
 Tue 2026-03-03 12:22:06: --> RCPT To:<zoe@quince.example>
 Tue 2026-03-03 12:22:06: <-- 550 5.1.1 Nobody
--- End Transcript ---
`);
  expect(dialectOf(letter)).toBe(mdaemon);
  expect(mdaemon.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '550 5.1.1 Nobody',
      remoteHost: null,
      remoteIp: null,
      stage: 'rcpt',
    },
  ]);
});

test('mdaemon: keeps its own remark where no server answered, and a warning apart', () => {
  const letter = letterOf(`
From: "MDaemon at pear.example" <MDaemon@pear.example>
Subject: Transient Delivery Failure
Content-Type: text/plain

The attached message had TRANSIENT non-fatal delivery errors.

--- Session Transcript ---
 Tue 2026-03-03 12:22:04: *  To: zoe@quince.example
 Tue 2026-03-03 12:22:05: Attempting SMTP connection to [quince.example]
 Tue 2026-03-03 12:22:35: *  Winsock error 10060 The connection timed out.
--- End Transcript ---
`);
  expect(dialectOf(letter)).toBe(mdaemon);
  expect(mdaemon.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'Winsock error 10060 The connection timed out.', kind: 'deferral' },
  ]);
});

test('mdaemon: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mdaemon.recognises(letter))).toEqual([]);
});

test('mdaemon: knows the opening without the word fatal', () => {
  const letter = letterOf(`
From: "MDaemon at pear.example" <MDaemon@pear.example>
Subject: Permanent Delivery Failure
Content-Type: text/plain

The attached message had PERMANENT delivery errors!
`);
  expect(dialectOf(letter)).toBe(mdaemon);
});
