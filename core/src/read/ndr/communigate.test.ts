import { expect, test } from 'vitest';
import { communigate } from './communigate.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('communigate: reads module, host and reply', () => {
  const letter = letterOf(`
From: <MAILER-DAEMON@pear.example>
Subject: Undeliverable mail: Offer
Content-Type: text/plain

Failed to deliver to 'zoe@quince.example'
SMTP module(domain quince.example) reports:
 recipient <zoe@quince.example> rejected by MX.quince.example:
 550 5.1.1 Nobody

Failed to deliver to '<ben@pear.example>'
LOCAL module(account ben) reports:
 account is full (quota exceeded)
`);
  expect(dialectOf(letter)).toBe(communigate);
  expect(communigate.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody', remoteHost: 'mx.quince.example' },
    { recipient: 'ben@pear.example', diagnostic: 'account is full (quota exceeded)' },
  ]);
});

test('communigate: keeps a delay apart', () => {
  const letter = letterOf(`
From: <MAILER-DAEMON@pear.example>
Subject: Delayed mail: Offer
Content-Type: text/plain

Message delivery to 'zoe@quince.example' delayed
SMTP module(domain quince.example) reports:
 connection refused
`);
  expect(dialectOf(letter)).toBe(communigate);
  expect(communigate.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'connection refused', kind: 'deferral' },
  ]);
});

test('communigate: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => communigate.recognises(letter))).toEqual([]);
});

test('communigate: takes off the host that speaks', () => {
  const letter = letterOf(`
From: <MAILER-DAEMON@pear.example>
Subject: Undeliverable mail: Offer
Content-Type: text/plain

Failed to deliver to 'zoe@quince.example'
SMTP module(domain quince.example) reports:
 host mx.quince.example says:
 550 5.1.1 Nobody
`);
  expect(communigate.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody', remoteHost: 'mx.quince.example' },
  ]);
});
