import { expect, test } from 'vitest';
import { domino } from './domino.ts';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';

test('domino: reads the English form', () => {
  const letter = letterOf(`
From: Postmaster@pear.example
Subject: DELIVERY FAILURE: User zoe (zoe@pear.example) not listed in Domino Directory
Content-Type: text/plain

Your message

  Subject: Spring offer

was not delivered to:

  zoe@pear.example

because:

  User zoe (zoe@pear.example) not listed in Domino
  Directory
`);
  expect(dialectOf(letter)).toBe(domino);
  expect(domino.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'User zoe (zoe@pear.example) not listed in Domino Directory' },
  ]);
});

test('domino: reads the same shape in German, and takes the next host out of the words', () => {
  const letter = letterOf(`
From: Postmaster@pear.example
Subject: Unzustellbar: Angebot
Content-Type: text/plain; charset=utf-8

Ihre Nachricht

  Betreff: Angebot

wurde nicht zugestellt an:

  zoe@quince.example

da:

  Error transferring to mx.quince.example; SMTP Protocol Returned a Permanent Error 550 5.1.1 Nobody here
`);
  expect(dialectOf(letter)).toBe(domino);
  expect(domino.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 Nobody here', remoteHost: 'mx.quince.example' },
  ]);
});

test('domino: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => domino.recognises(letter))).toEqual([]);
});
