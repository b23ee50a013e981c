import { expect, test } from 'vitest';
import { ezweb } from './ezweb.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('ezweb: puts the account before the reply, which says less', () => {
  const letter = letterOf(`
From: Mail Administrator <Postmaster@ezweb.ne.jp>
Subject: Mail System Error - Returned Mail
Content-Type: text/plain

The user(s) account is disabled.

<zoe@ezweb.ne.jp>: 550 user unknown (in reply to RCPT TO command)
`);
  expect(dialectOf(letter)).toBe(ezweb);
  expect(ezweb.read(letter)).toEqual([
    {
      recipient: 'zoe@ezweb.ne.jp',
      diagnostic: 'The user(s) account is disabled. 550 user unknown (in reply to RCPT TO command)',
      stage: null,
    },
  ]);
});

test('ezweb: reads the dialogue with another server', () => {
  const letter = letterOf(`
From: Postmaster@au.com
Subject: Mail System Error - Returned Mail
Content-Type: text/plain; charset=utf-8

Each of the following recipients was rejected by a remote
mail server.

    Recipient: <zoe@quince.example>
    >>> MAIL FROM:<ann@pear.example>
    <<< 550 5.7.1 Not from 192.0.2.22
`);
  expect(dialectOf(letter)).toBe(ezweb);
  expect(ezweb.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.7.1 Not from 192.0.2.22', stage: 'mail' },
  ]);
});

test('ezweb: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => ezweb.recognises(letter))).toEqual([]);
});
