import { expect, test } from 'vitest';
import { ownStretches } from './subject-line.ts';

const own = (subject: string): string[] => ownStretches(subject).map(([start, end]) => subject.slice(start, end));

test.each([
  ['Undelivered Mail Returned to Sender', []],
  ['failure notice', []],
  ['Mail delivery failed: returning message to sender', []],
  ['Undeliverable: Lunch with Jane', ['Lunch with Jane']],
  ['Unzustellbar: Mittagessen mit Jane', ['Mittagessen mit Jane']],
  ['Lunch with Jane', ['Lunch with Jane']],
  ['Re: [club] Lunch', ['[club] Lunch']],
  ['FW: Lunch', ['Lunch']],
  ['Automatic reply: Lunch', ['Lunch']],
  ['complaint about message from 203.0.113.7', ['203.0.113.7']],
  ['***', []],
  ['', []],
])('%s', (subject, expected) => expect(own(subject)).toEqual(expected));

test('a letter that gets longer in lower case moves nothing', () => {
  expect(own('İ Undeliverable: Lunch')).toEqual(['İ Undeliverable: Lunch']);
});
