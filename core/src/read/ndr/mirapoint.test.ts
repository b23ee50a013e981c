import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mirapoint } from './mirapoint.ts';

test('mirapoint: lists the addresses', () => {
  const letter = letterOf(`
From: Mail Delivery Subsystem <MAILER-DAEMON@pear.example>
Subject: Returned mail: User unknown
Content-Type: text/plain

The original message was received at Tue, 03 Mar 2026 10:00:00 +0900
from 192.0.2.4 [192.0.2.4]

   ----- The following addresses had permanent delivery errors -----
zoe@pear.example
`);
  expect(dialectOf(letter)).toBe(mirapoint);
  expect(mirapoint.read(letter)).toEqual([{ recipient: 'zoe@pear.example', diagnostic: null }]);
});

test('mirapoint: reads the report that a filter wrapped', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@pear.example
Subject: Returned mail: User unknown
Content-Type: multipart/mixed; boundary="TMMSG_1"

--TMMSG_1
Content-Type: text/plain

----- The following addresses had permanent delivery errors -----


--TMMSG_1
Content-Type: message/rfc822

From: Mail Delivery Subsystem <MAILER-DAEMON@in.pear.example>
Subject: Returned mail: User unknown
Content-Type: multipart/report; report-type=delivery-status; boundary="in1"

--in1
Content-Type: message/delivery-status

Reporting-MTA: dns; in.pear.example

Final-Recipient: RFC822; zoe@pear.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 Nobody

--in1--
--TMMSG_1--
`);
  expect(dialectOf(letter)).toBe(mirapoint);
  expect(mirapoint.read(letter)).toEqual([
    { recipient: 'zoe@pear.example', diagnostic: '550 5.1.1 Nobody', enhancedStatus: '5.1.1' },
  ]);
});

test('mirapoint: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mirapoint.recognises(letter))).toEqual([]);
});
