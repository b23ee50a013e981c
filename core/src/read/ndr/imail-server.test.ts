import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { imailServer } from './imail-server.ts';
import { dialectOf } from './index.ts';

test('imail-server: reads sentences with an address each', () => {
  const letter = letterOf(`
From: "Postmaster" <postmaster@pear.example>
Subject: Undeliverable Mail
X-Mailer: <SMTP32 v20020515>
Content-Type: text/plain

Unknown user: zoe@pear.example
User mailbox exceeds allowed size: ben@pear.example


Original message follows.

Received: from quince.example [192.0.2.88] by pear.example
Date: Tue, 03 Mar 2026 10:00:00 +0000
`);
  expect(dialectOf(letter)).toBe(imailServer);
  expect(imailServer.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'Unknown user: zoe@pear.example' },
    { recipient: 'ben@pear.example', diagnostic: 'User mailbox exceeds allowed size: ben@pear.example' },
  ]);
});

test('imail-server: reads the words below an address', () => {
  const letter = letterOf(`
From: "Postmaster" <postmaster@pear.example>
Subject: Undeliverable Mail
Content-Type: text/plain

undeliverable to zoe@quince.example
550 5.1.1 zoe?
never heard
`);
  expect(dialectOf(letter)).toBe(imailServer);
  expect(imailServer.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 zoe? never heard' },
  ]);
});

test('imail-server: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => imailServer.recognises(letter))).toEqual([]);
});
