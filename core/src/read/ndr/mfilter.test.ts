import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mfilter } from './mfilter.ts';

test('mfilter: reads reply and command', () => {
  const letter = letterOf(`
From: <>
Subject: failure notice
X-Mailer: m-FILTER
Content-Type: text/plain; charset=utf-8

このメールは「m-FILTER」が自動的に生成して送信しています。

以下のメールアドレスへの送信に失敗しました。
zoe@quince.example
ben@quince.example

-------server message
550-5.1.1 No such mailbox,
550 5.1.1 sorry

-------SMTP command
RCPT TO:<zoe@quince.example>

-------original mail info
From: ann@pear.example
Subject: hello
`);
  expect(dialectOf(letter)).toBe(mfilter);
  expect(mfilter.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: '550-5.1.1 No such mailbox, sorry', stage: 'rcpt' },
    { recipient: 'ben@quince.example', diagnostic: '550-5.1.1 No such mailbox, sorry', stage: 'rcpt' },
  ]);
});

test('mfilter: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mfilter.recognises(letter))).toEqual([]);
});
