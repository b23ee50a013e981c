import { expect, test } from 'vitest';
import { barracuda } from './barracuda.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('barracuda: reads whom the filter kept the message from', () => {
  const letter = letterOf(`
From: MAILER-DAEMON
Subject: **Message you sent blocked by our bulk email filter**
Content-Type: text/plain; charset=utf-8

Your message to: zoe@quince.example
was blocked by our Spam & Virus Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

Subject: Spring offer
`);
  expect(dialectOf(letter)).toBe(barracuda);
  expect(barracuda.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'Your message was blocked by our Spam & Virus Firewall' },
  ]);
});

test('barracuda: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => barracuda.recognises(letter))).toEqual([]);
});
