import { expect, test } from 'vitest';
import { allResultsPath, pagePath, replyHref, resultPath, sharedReply } from './address.ts';

test('every kind of result leads to its page', () => {
  expect(resultPath({ kind: 'entry', id: 'gmail/no-such-user' })).toBe('/providers/gmail/no-such-user');
  expect(resultPath({ kind: 'system', id: 'gmail' })).toBe(pagePath('gmail'));
  expect(resultPath({ kind: 'code', id: '5.4.1' })).toBe('/codes/5.4.1');
  expect(resultPath({ kind: 'comparison', id: 'a' })).toBe('/compare/a');
  expect(resultPath({ kind: 'cause', id: 'a' })).toBe('/causes/a');
  expect(resultPath({ kind: 'reason', id: 'a.b' })).toBe('/reasons/a.b');
});

test('what was asked for is written so that it comes back whole', () => {
  const query = '550 5.7.1 "a&b" #1 é+';
  expect(new URL(allResultsPath(query), 'https://example.com').searchParams.get('q')).toBe(query);
});

test('a shared reply comes back whole, and a fragment without one is none', () => {
  const shared = { reply: '550 5.7.1 "a&b" #1 é+\n', host: 'mx.example.net' };
  expect(sharedReply(new URL(replyHref(shared), 'https://example.com').hash)).toEqual(shared);
  expect(sharedReply(new URL(replyHref({ ...shared, host: null }), 'https://example.com').hash)?.host).toBeNull();
  for (const fragment of ['', '#', '#reply=', '#reply=%20', '#bounce-0-quote-1'])
    expect(sharedReply(fragment)).toBeNull();
});
