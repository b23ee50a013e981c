import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { BounceEvent } from '../event.ts';
import { EventJson } from './event-json.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');
const now = new Date('2026-06-10T00:00:00Z');
const events = readdirSync(examples).flatMap((name) => decode(readFileSync(join(examples, name)), { name, now }));

/** What JSON escapes, and what it does not although it looks so. */
const awkward = [
  '"',
  '\\',
  '\u0000',
  '\u001f',
  '\u007f',
  '\u2028',
  'ü',
  '日本',
  '😀',
  '\ud83d',
  '\ude00',
  '',
  '</script>',
  '\n',
  '/',
];

/** The same value with every string that stands in it changed, one at a time. */
function* mutated(value: unknown, by: string): Generator<unknown> {
  if (typeof value === 'string') yield `${value.slice(0, 3)}${by}${value.slice(3)}`;
  if (value === null || typeof value !== 'object') return;
  for (const [name, part] of Object.entries(value)) {
    for (const other of mutated(part, by)) {
      yield Array.isArray(value)
        ? value.map((old, place) => (String(place) === name ? other : old))
        : { ...value, [name]: other };
    }
  }
}

/** Fields whose values are the engine's own words, from fixed lists: nothing in them is ever to be escaped. */
const ownWords = new Set(['format', 'kind', 'diagnosis', 'crosswalk', 'trust', 'knowledgeVersion']);

test('all events of the examples are written as JSON.stringify writes them', () => {
  const json = new EventJson();
  expect(events.length).toBeGreaterThan(20);
  for (const event of [...events, ...events]) expect(json.stringify(event)).toBe(JSON.stringify(event));
});

test.each(awkward)('strings with %j in any place are written as JSON.stringify writes them', (by) => {
  const json = new EventJson();
  for (const event of events) {
    for (const [name, value] of Object.entries(event)) {
      if (ownWords.has(name)) continue;
      for (const other of mutated(value, by)) {
        const changed = { ...event, [name]: other } as BounceEvent;
        expect(json.stringify(changed)).toBe(JSON.stringify(changed));
      }
    }
  }
});

test('an optional value that is there is written in every field', () => {
  const json = new EventJson();
  for (const event of events) {
    for (const name of [
      'dialect',
      'recipient',
      'originalRecipient',
      'sender',
      'reportingMta',
      'provider',
      'stage',
      'enhancedStatus',
      'dsnAction',
      'diagnostic',
      'timestamp',
      'trustedBy',
    ]) {
      const changed = { ...event, [name]: `some ${name}` } as BounceEvent;
      expect(json.stringify(changed)).toBe(JSON.stringify(changed));
    }
    for (const name of ['messageId', 'subject', 'from', 'date', 'listId', 'campaign']) {
      const changed: BounceEvent = { ...event, message: { ...event.message, [name]: `some ${name}` } };
      expect(json.stringify(changed)).toBe(JSON.stringify(changed));
    }
  }
});
