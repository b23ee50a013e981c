import { type BounceEvent, decode } from '@whybounce/core';
import { expect, test } from 'vitest';
import { shapeFaults } from './event-shape.ts';

const [event] = decode('451 4.7.1 Greylisted, try again in 5 minutes') as [BounceEvent];

test('a right event has no faults', () => {
  expect(shapeFaults(event)).toEqual([]);
});

const { diagnosis } = event;
const wrong: readonly (readonly [string, object])[] = [
  ['a foreign key', { extra: 1 }],
  ['undefined for null', { recipient: undefined }],
  ['a lone surrogate', { recipient: 'a\ud800@example.net' }],
  ['two lines', { diagnostic: '550 a\n550 b' }],
  ['a kind of its own', { kind: 'softbounce' }],
  ['a code in words', { replyCode: '550' }],
  ['a day that never was', { timestamp: '2026-02-30T00:00:00Z' }],
  ['a local time', { timestamp: '2026-02-03T00:00:00' }],
  ['more than certainty', { diagnosis: { ...diagnosis, confidence: 1.2 } }],
  ['a deferral that suppresses', { diagnosis: { ...diagnosis, action: { ...diagnosis?.action, do: 'suppress' } } }],
  ['a failure without a diagnosis', { diagnosis: null, crosswalk: null }],
  ['a quote that nobody said', { retryHint: { seconds: 5, quote: 'try again in 9 minutes' } }],
];

test.each(wrong)('%s is told', (_, change) => {
  expect(shapeFaults({ ...event, ...change } as BounceEvent)).not.toEqual([]);
});
