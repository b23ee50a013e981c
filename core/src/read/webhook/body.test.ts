import { expect, test } from 'vitest';
import { parseWebhookBody } from './body.ts';
import { readWebhook } from './index.ts';

test('JSON, with a byte order mark too', () => {
  expect(parseWebhookBody('\uFEFF {"a":[1]}\n')).toEqual({ a: [1] });
});

test('newline-delimited JSON is a list, unless a line is broken', () => {
  expect(parseWebhookBody('{"a":1}\r\n\n{"b":2}')).toEqual([{ a: 1 }, { b: 2 }]);
  expect(parseWebhookBody('{"a":1}\n{"b":')).toBeUndefined();
});

test('a form with JSON in a field, as Mandrill posts it', () => {
  const events = encodeURIComponent('[{"event":"spam","ts":1772442000,"msg":{"email":"abe@x.example"}}]');
  const body = parseWebhookBody(`mandrill_events=${events}`);
  expect(readWebhook(body)).toMatchObject([{ dialect: 'mandrill', kind: 'complaint', recipient: 'abe@x.example' }]);
});

test('a form of plain fields; a field called __proto__ stays a field', () => {
  const fields = parseWebhookBody('event=spam&rcpt=a%2Bb%40x.example&__proto__=y');
  expect(Object.entries(fields as object)).toEqual([
    ['event', 'spam'],
    ['rcpt', 'a+b@x.example'],
    ['__proto__', 'y'],
  ]);
});

test.each([
  [''],
  ['  \n'],
  ['550 5.1.1 User unknown'],
  ['From: a@x.example\r\n\r\nq=1&b=2'],
  ['a=b'],
  ['status=sent (250 ok) to=<a@x>'],
  ['a=%E0%A4&b=1'],
  ['{"a":'],
  ['[1,'],
  ['"text"'],
  ['12'],
])('%j is none', (text) => {
  expect(parseWebhookBody(text)).toBeUndefined();
});
