import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { smail } from './smail.ts';

test('smail: reads its boxes', () => {
  const letter = letterOf(`
From: <MAILER-DAEMON@pear.example>
Subject: mail failed, returning to sender
Content-Type: text/plain

|------------------------- Message log follows: -------------------------|
 no valid recipients were found for this message
|------------------------- Failed addresses follow: ---------------------|
 <zoe@quince.example> ... transport smtp: 550 5.1.1
        Nobody
 ben@fig.example ... unknown host
|------------------------- Message text follows: ------------------------|
Received: by pear.example
`);
  expect(dialectOf(letter)).toBe(smail);
  expect(smail.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'transport smtp: 550 5.1.1 Nobody' },
    { recipient: 'ben@fig.example', diagnostic: 'unknown host' },
  ]);
});

test('smail: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => smail.recognises(letter))).toEqual([]);
});
