import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { foreignLetters } from './foreign-report.ts';
import { dialectOf } from './index.ts';
import { yandex } from './yandex.ts';

test('yandex: reads what its Postfix says', () => {
  const letter = letterOf(`
From: mailer-daemon@yandex.ru
Subject: =?utf-8?B?0J3QtdC00L7RgdGC0LDQstC70LXQvdC90L7QtQ==?=
Content-Type: text/plain; charset=utf-8

Это письмо отправлено почтовым сервером yandex.ru.

This is the mail system at host yandex.ru.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<zoe@quince.example>: connect to quince.example[192.0.2.79]:25:
    Connection timed out
`);
  expect(dialectOf(letter)).toBe(yandex);
  expect(yandex.read(letter)).toEqual([
    { recipient: 'zoe@quince.example', diagnostic: 'connect to quince.example[192.0.2.79]:25: Connection timed out' },
  ]);
});

test('yandex: leaves the reports of others alone', () => {
  expect(foreignLetters().filter((letter) => yandex.recognises(letter))).toEqual([]);
});
