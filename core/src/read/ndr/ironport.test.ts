import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { ironport } from './ironport.ts';

test('ironport: takes the server out of its own class', () => {
  const letter = letterOf(`
From: "Mail Delivery System" <MAILER-DAEMON@esa.pear.example>
Subject: Delivery Status Notification (Failure)
Content-Type: text/plain

The following message to <zoe@quince.example> was undeliverable.
The reason for the problem:
5.1.0 - Unknown address error 550-'5.1.1 <zoe@quince.example>
nobody'

The following message to <ben@plum.example>, <eva@plum.example> was undeliverable.
The reason for the problem:
5.4.7 - Delivery expired (message too old) 'timeout'
`);
  expect(dialectOf(letter)).toBe(ironport);
  expect(ironport.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550 5.1.1 <zoe@quince.example> nobody', enhancedStatus: '5.1.0' },
    { recipient: 'ben@plum.example', diagnostic: "5.4.7 - Delivery expired (message too old) 'timeout'" },
    { recipient: 'eva@plum.example', diagnostic: "5.4.7 - Delivery expired (message too old) 'timeout'" },
  ]);
});

test('ironport: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => ironport.recognises(letter))).toEqual([]);
});
