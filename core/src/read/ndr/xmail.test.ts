import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { xmail } from './xmail.ts';

test('xmail: reads the line that is made for programs', () => {
  const letter = letterOf(`
From: pear.example PostMaster <root@pear.example>
Subject: Error sending message [1143.pear] from [pear.example]
Content-Type: text/plain

[<00>] XMail bounce: Rcpt=[zoe@quince.example];Error=[550 5.1.1 Nobody
of [that] name]


[<01>] Error sending message [1143.pear] from [pear.example].

ID:        <S1A>
Mail From: <ann@pear.example>
Rcpt To:   <zoe@quince.example>
Server:    <MX.quince.example> [192.0.2.41]
`);
  expect(dialectOf(letter)).toBe(xmail);
  expect(xmail.read(letter)).toEqual([
    {
      recipient: 'zoe@quince.example',
      diagnostic: '550 5.1.1 Nobody of [that] name',
      remoteHost: 'mx.quince.example',
      remoteIp: '192.0.2.41',
    },
  ]);
});

test('xmail: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => xmail.recognises(letter))).toEqual([]);
});
