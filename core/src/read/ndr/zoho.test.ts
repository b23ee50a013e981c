import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { zoho } from './zoho.ts';

test('zoho: puts code and words of the older form together', () => {
  const letter = letterOf(`
From: mailer-daemon@mail.zoho.com
Subject: Undelivered Mail Returned to Sender
X-Mailer: Zoho Mail
Content-Type: text/plain

This message was created automatically by mail delivery software.
A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. 

zoe@quince.example Invalid Address, ERROR_CODE :550, ERROR_CODE :zoe has left
ben@quince.example Error, ERROR_CODE :421, ERROR_CODE :, Host not reachable.

Received:from mail.zoho.com by mx.zohomail.com
Date:Tue, 03 Mar 2026 10:00:00 +0000
`);
  expect(dialectOf(letter)).toBe(zoho);
  expect(zoho.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 zoe has left', replyCode: 550 },
    { recipient: 'ben@quince.example', diagnostic: '421 Host not reachable.', replyCode: 421 },
  ]);
});

test('zoho: reads the newer form', () => {
  const letter = letterOf(`
From: mailer-daemon@mail.zoho.eu
Subject: Undelivered Mail Returned to Sender
Content-Type: text/plain

This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

zoe@quince.example, ERROR CODE :550 - 5.7.1 Listed at bl.quince.example, see
https://bl.quince.example/
`);
  expect(dialectOf(letter)).toBe(zoho);
  expect(zoho.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '550 5.7.1 Listed at bl.quince.example, see https://bl.quince.example/',
      replyCode: 550,
    },
  ]);
});

test('zoho: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => zoho.recognises(letter))).toEqual([]);
});
