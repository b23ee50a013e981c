import { expect, test } from 'vitest';
import { finish } from '../finish.ts';
import { newReading, type Reading } from '../reading.ts';

/** What is done for "user unknown" that a report passes on, told with these details. */
function done(details: Partial<Reading>): string {
  const reading = { ...newReading('dsn', null, 'bounce'), diagnostic: '550 user unknown', ...details };
  const { do: deed, then } = finish(reading, '-').diagnosis?.action ?? { do: 'none', then: null };
  return then === null ? deed : `${deed}, then ${then}`;
}

// Filters say "user unknown" too; what they cannot do is to say it before they have seen the message.
test.each<[string, Partial<Reading>, string]>([
  ['at no step that is told, without a precise status', {}, 'hold, then suppress'],
  ['with a status that says nothing', { enhancedStatus: '5.0.0' }, 'hold, then suppress'],
  ['at RCPT TO', { stage: 'rcpt' }, 'suppress'],
  ['with a status that says the same', { enhancedStatus: '5.1.1' }, 'suppress'],
  ['in a session of the caller', { format: 'reply' }, 'suppress'],
])('user unknown, %s', (_how, details, deed) => expect(done(details)).toBe(deed));

test('after the content it is never believed at once', () => {
  for (const stage of ['data', 'end-of-data'] as const) expect(done({ stage })).not.toBe('suppress');
});

test('a deferral without any code is temporary', () => {
  const reading = { ...newReading('log', 'postfix', 'deferral'), diagnostic: 'the other side said nothing that helps' };
  expect(finish(reading, '-').diagnosis?.permanence).toBe('temporary');
});
