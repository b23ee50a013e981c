import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { mailRu } from './mail-ru.ts';

test('mail-ru: reads the first of the two lists', () => {
  const letter = letterOf(`
From: mailer-daemon@corp.mail.ru
Subject: Mail failure.
X-Failed-Recipients: zoe@quince.example, ben@quince.example
Content-Type: text/plain; charset=utf-8

Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно.

К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:

  zoe@quince.example
    host mx.quince.example [192.0.2.9]: 550 5.1.1 Nobody
  ben@quince.example
    Unrouteable address

Рекомендуем Вам проверить корректность указания адресов получателей.

**********************


This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  zoe@quince.example
    host mx.quince.example [192.0.2.9]: 550 5.1.1 Nobody
  ben@quince.example
    Unrouteable address
`);
  expect(dialectOf(letter)).toBe(mailRu);
  expect(mailRu.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'host mx.quince.example [192.0.2.9]: 550 5.1.1 Nobody' },
    { recipient: 'ben@quince.example', diagnostic: 'Unrouteable address' },
  ]);
});

test('mail-ru: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => mailRu.recognises(letter))).toEqual([]);
});
