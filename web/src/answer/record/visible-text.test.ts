import { expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

it('writes out what cannot be seen or turns the direction of writing', () => {
  expect(visibleText('v=spf1 \u202eip4:1\u200b\u0000\ta')).toBe('v=spf1 \\u202eip4:1\\u200b\\u0000\\u0009a');
});

it('leaves lines and letters of every script', () => {
  expect(visibleText('mode: none\r\nmx: 例え.example\n')).toBe('mode: none\nmx: 例え.example\n');
});
