import { expect, test } from 'vitest';
import { letterOf } from '../ndr/fixture.ts';
import { isBounce } from './bounce-signs.ts';

const asked = (head: string, text: string) =>
  letterOf(`\n${head}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`);

test.each([
  [
    'a question to a postmaster',
    'From: Olga <olga@quince.example>\nSubject: Undelivered mail to your users',
    'Dear postmaster,\n\nour mails come back with "554 5.7.1 blocked using a list". Could you let us in?',
  ],
  [
    'an answer about a bounce',
    'From: Bo <bo@quince.example>\nSubject: SV: Mail delivery failed\nIn-Reply-To: <q7@plum.example>',
    'Their server was down.\n\n> I got a mail delivery failed message for kepler@plum.example',
  ],
  [
    'a report among colleagues',
    'From: Tim <tim@quince.example>\nSubject: Mail delivery failed again',
    'Morning all,\n\nthe mail to kepler@plum.example came back undeliverable with 550 5.1.1.',
  ],
])('%s is correspondence', (_, head, text) => {
  expect(isBounce(asked(head, text))).toBe(false);
});

test.each([
  [
    'greets like a person',
    'From: Postmaster <postmaster@quince.example>\nSubject: Undelivered mail',
    'Dear user,\n\nyour mail to kepler@plum.example could not be delivered: 550 no such user',
  ],
  [
    'answers the message that failed',
    'From: mailer-daemon@quince.example\nSubject: Re: Undelivered mail\nIn-Reply-To: <q7@plum.example>',
    'kepler@plum.example\n550 no such user',
  ],
  [
    'has no return path',
    'Return-Path: <>\nFrom: Helpdesk <help@quince.example>\nSubject: Undelivered mail',
    'Hello!\n\n550 no such user kepler@plum.example',
  ],
])('a report that %s stays one', (_, head, text) => {
  expect(isBounce(asked(head, text))).toBe(true);
});
