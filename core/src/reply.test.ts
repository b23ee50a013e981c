import { expect, test } from 'vitest';
import { decodeReply } from './reply.ts';

/** Words that many servers say, with what Gmail alone means by them. */
const words = '550 5.2.1 The email account that you tried to reach is disabled.';
const edge = '550 5.4.1 Recipient address rejected: Access denied';

test('the host decides what the words mean', () => {
  const hosted = decodeReply(edge, { host: 'example-net.mail.protection.outlook.com' });
  expect(hosted.diagnosis?.rule).toBe('microsoft-365/recipient-access-denied');
  expect(hosted.provider).toBe('microsoft-365');
  expect(hosted.remoteMta.host).toBe('example-net.mail.protection.outlook.com');
});

test.each([
  ['absent', {}],
  ['null', { host: null }],
  ['white', { host: ' \t' }],
  ['longer than a name can be', { host: 'a.'.repeat(500_000) }],
])('a host that is %s is none', (_, options) => {
  expect(decodeReply(words, options)).toEqual(decodeReply(words));
});

test('a host with white space around it is that host', () => {
  expect(decodeReply(words, { host: ' mx.example.net\n' }).remoteMta.host).toBe('mx.example.net');
});

test('the name of the input may stand alone or among the options', () => {
  expect(decodeReply(words, 'line 4').input).toBe('line 4');
  expect(decodeReply(words, { name: 'line 4' }).input).toBe('line 4');
  expect(decodeReply(words).input).toBe('-');
});

test('a folded reply is one reply, blank lines in it or not', () => {
  const folded = '550-5.1.1 The email account that you tried to reach\r\n\r\n550 5.1.1 does not exist.';
  expect(decodeReply(folded, { host: 'gmail-smtp-in.l.google.com' }).enhancedStatus).toBe('5.1.1');
  expect(decodeReply(folded, { host: 'gmail-smtp-in.l.google.com' }).provider).toBe('gmail');
});

test('hostile words and hosts are read like any others', () => {
  for (const text of ['', '\ud800', '\u0000'.repeat(10_000), '550 '.repeat(100_000)])
    expect(decodeReply(text, { host: text.slice(0, 1_000) }).input).toBe('-');
});
