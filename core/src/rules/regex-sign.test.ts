import { expect, test } from 'vitest';
import { systems } from '../../../knowledge/src/generated/index.ts';
import { regexSign } from './regex-sign.ts';

test.each([
  '/mailbox full/i',
  '^550',
  'full$',
  'mailbox .* full',
  'mailbox.+full',
  'quota \\d+',
  'user\\.unknown',
  '(?:over|out of) quota',
  '(over|under) quota',
  '[0-9] days',
  '[a-z]* unknown',
  'x{2,3}',
])('%s looks like one', (words) => expect(regexSign(words)).not.toBe(null));

test.each([
  'resolver.mt.*',
  'as(#)',
  'mailbox * full',
  '*quota*',
  'C:\\mail\\queue',
  'costs $5 a day',
  '[internal] (see help)',
  'a|b',
  '<ann@example.org>...',
])('%s does not', (words) => expect(regexSign(words)).toBe(null));

test('no built-in words do', () => {
  const words = systems.flatMap(({ system }) => [
    ...(system.marks ?? []),
    ...system.entries.flatMap(({ text = [] }) => text),
  ]);
  expect(words.length).toBeGreaterThan(5_000);
  expect(words.filter((line) => regexSign(line) !== null)).toEqual([]);
});
