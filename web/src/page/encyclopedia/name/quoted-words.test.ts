import { expect, test } from 'vitest';
import { plainWords, quotedWords } from './quoted-words.ts';

test.each([
  // The server's capitals, not the pattern's.
  [
    'recipient address rejected: access denied',
    'Recipient address rejected: Access denied [A.EURP190]',
    'Recipient address rejected: Access denied',
  ],
  // The whole sentence, where nothing in it differs from reply to reply.
  [
    'able to find the recipient domain',
    "We weren't able to find the recipient domain. Please check",
    "We weren't able to find the recipient domain",
  ],
  // Not where an address, a host or a number stands in it.
  ['too many connections', 'mx.example.net Error: too many connections', 'too many connections'],
  ['does not exist', 'The user jane.roe@example.com does not exist here', 'does not exist here'],
  // A gap hides what stands in it; an end in the middle of a word takes the word.
  ['dns domain * does not exist', "DNS domain 'example.net' does not exist", 'DNS domain … does not exist'],
  ['deferr*', 'Message deferred for policy reasons', 'Message deferred for policy reasons'],
  // Brackets that the quote would leave open are left out.
  ['blocked using', 'Client host [192.0.2.1] blocked using bl.example.org', 'blocked using'],
])('"%s" in "%s" is quoted as "%s"', (pattern, reply, quote) => expect(quotedWords(pattern, reply)).toBe(quote));

test('words that do not stand in the reply are not quoted', () => {
  expect(quotedWords('user unknown', 'Mailbox full')).toBeNull();
  expect(quotedWords('one * two', 'two one')).toBeNull();
  expect(quotedWords('*', 'anything')).toBeNull();
});

test('a quote stays short, whatever is around it', () => {
  const long = `refused ${'because '.repeat(5_000)}`;
  expect(quotedWords('refused', long)).toBe('refused');
  expect(quotedWords(long.trim(), long)?.length).toBeLessThanOrEqual(97);
});

test('words alone show their gaps', () => {
  expect(plainWords('limit of # messages * reached')).toBe('limit of … messages … reached');
});
