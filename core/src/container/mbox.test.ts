import { expect, test } from 'vitest';
import { isMbox, MboxSplitter } from './mbox.ts';

const envelope = (who: string): string => `From ${who} Thu Jul  2 12:05:05 2020\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function split(text: string, size: number): string[] {
  const messages: string[] = [];
  const splitter = new MboxSplitter((message) => messages.push(new TextDecoder().decode(message)));
  const all = bytes(text);
  for (let at = 0; at < all.length; at += size) splitter.push(all.subarray(at, at + size));
  splitter.end();
  return messages;
}

test('cuts a mailbox into its messages, in whatever pieces it comes', () => {
  const mailbox = `${envelope('a@plum.example')}Subject: one\n\nfirst\n\n${envelope('b@plum.example')}Subject: two\r\n\r\nsecond\r\n\r\n${envelope('c@plum.example')}Subject: three\n\nthird\n`;
  for (const size of [1, 7, 64, 10_000]) {
    expect(split(mailbox, size)).toEqual([
      'Subject: one\n\nfirst\n\n',
      'Subject: two\r\n\r\nsecond\r\n\r\n',
      'Subject: three\n\nthird\n',
    ]);
  }
});

test('an envelope line in the text is text: without a blank line before, behind an introduction, inside a multipart', () => {
  const quoted = `${envelope('a@plum.example')}Subject: one\n\nas it came:\n\n${envelope('b@plum.example')}Subject: two\n\nx\n`;
  expect(split(quoted, 10_000)).toHaveLength(1);
  expect(
    split(`${envelope('a@plum.example')}Subject: one\n\nx\n${envelope('b@plum.example')}y\n`, 10_000),
  ).toHaveLength(1);
  const attached = `${envelope('a@plum.example')}Content-Type: multipart/mixed; boundary=q1\n\n--q1\n\n${envelope('b@plum.example')}Subject: two\n\n--q1--\n`;
  expect(split(attached, 10_000)).toHaveLength(1);
});

test('knows a mailbox by its first line', () => {
  expect(isMbox(bytes(`${envelope('MAILER-DAEMON')}Subject: x\n`))).toBe(true);
  expect(isMbox(bytes('From: a@plum.example\nSubject: x\n'))).toBe(false);
  expect(isMbox(bytes('From here on it went wrong\n'))).toBe(false);
});
