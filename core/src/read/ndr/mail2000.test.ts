import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mail2000 } from './mail2000.ts';

test('mail2000: reads addresses and reasons', () => {
  const letter = letterOf(`
From: "Mail Delivery System" <MAILER-DAEMON@pear.example>
Subject: Mail Delivery Failure
Content-Type: text/plain

The original message was received at 03 Mar 2026 10:00:00 +0800
from ann@plum.example

---The following addresses had delivery errors---

zoe@pear.example [User unknown]
<ben@pear.example> [550 [192.0.2.1] not allowed]
`);
  expect(dialectOf(letter)).toBe(mail2000);
  expect(mail2000.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: 'User unknown' },
    { recipient: 'ben@pear.example', diagnostic: '550 [192.0.2.1] not allowed' },
  ]);
});

test('mail2000: reads a part whose type has no semicolon', () => {
  const letter = letterOf(`
From: "Mail Deliver System" <MAILER-DAEMON>
Subject: Returned Mail: User unknown
Content-Type: multipart/mixed; boundary="---om1"

-----om1
Content-Type: text/plain
   charset="iso-2022-jp"

---The following addresses had delivery errors---

zoe@pear.example [User unknown]

-----om1--
`);
  expect(dialectOf(letter)).toBe(mail2000);
  expect(mail2000.read(letter)).toEqual([{ recipient: 'zoe@pear.example', diagnostic: 'User unknown' }]);
});

test('mail2000: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mail2000.recognises(letter))).toEqual([]);
});
