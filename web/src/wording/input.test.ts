import { expect, test } from 'vitest';
import { inputWords } from './input.ts';

test.each([
  ['pasted', 'pasted text'],
  ['pasted:17', 'pasted text, line 17'],
  ['pasted#3', 'pasted text, message 3'],
  ['#3', 'message 3'],
  ['logs/mail.log:12345', 'logs/mail.log, line 12,345'],
  ['reports.mbox#2', 'reports.mbox, message 2'],
  ['2026-03-11T09:00.eml', '2026-03-11T09:00.eml'],
  ['a\nb.log:4', 'a\nb.log, line 4'],
])('%j is %j', (input, words) => expect(inputWords(input)).toBe(words));
