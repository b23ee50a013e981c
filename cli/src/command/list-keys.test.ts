import { expect, it } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { listKeysOf } from './list-keys.ts';

it('reads keys by operator; a key may hold an equals sign', () => {
  expect(listKeysOf(['spamhaus=abc', 'abusix=x=='])).toEqual({ spamhaus: 'abc', abusix: 'x==' });
  expect(listKeysOf([])).toEqual({});
});

it.each(['secretkey', '=secretkey', 'spamhaus='])('refuses %s and shows nothing of it', (text) => {
  expect(() => listKeysOf([text])).toThrow(UsageError);
  expect(() => listKeysOf([text])).not.toThrow('secretkey');
});
