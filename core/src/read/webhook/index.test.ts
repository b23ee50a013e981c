import { expect, test } from 'vitest';
import { ENVELOPE_DEPTH, EVENTS_PER_BATCH, readWebhook, webhookVendors } from './index.ts';

const spam = { RecordType: 'SpamComplaint', MessageID: 'm', Email: 'una@x.example' };
const deferred = { event: 'deferred', email: 'vic@y.example', sg_event_id: 's' };

test('events of several senders in one list keep their order and number, an unknown one is told', () => {
  const summary = readWebhook([spam, { hello: 1 }, [deferred]])?.map((one) => [
    one.position,
    one.dialect,
    one.kind,
    one.recipient,
    one.warnings[0]?.code,
  ]);
  expect(summary).toEqual([
    ['1', 'postmark', 'complaint', 'una@x.example', undefined],
    ['2', null, 'other', null, 'webhook-event-unknown'],
    ['3', 'sendgrid', 'deferral', 'vic@y.example', undefined],
  ]);
});

test('a vendor that is named reads what it would not recognise, and an unknown name reads nothing', () => {
  expect(readWebhook({ event: 'hard_bounce', email: 'w@z.example' })).toBeNull();
  expect(readWebhook([{ event: 'hard_bounce', email: 'w@z.example' }], 'brevo')).toMatchObject([
    { dialect: 'brevo', kind: 'bounce', recipient: 'w@z.example', position: null },
  ]);
  expect(readWebhook(spam, 'no-such')).toBeNull();
});

test.each([[null], [undefined], [5], ['text'], [[]], [{}], [[[]]], [{ events: [] }], [{ detail: {} }]])(
  '%j is nobody’s',
  (payload) => {
    expect(readWebhook(payload)).toBeNull();
  },
);

test('envelopes are opened to the limit and no further', () => {
  const wrapped = (depth: number): unknown => (depth === 0 ? spam : [wrapped(depth - 1)]);
  expect(readWebhook(wrapped(ENVELOPE_DEPTH))).toHaveLength(1);
  expect(readWebhook(wrapped(ENVELOPE_DEPTH + 1))).toBeNull();
});

test('a batch is cut at the limit, and that is told', () => {
  const readings = readWebhook(new Array(EVENTS_PER_BATCH + 1).fill(spam)) ?? [];
  expect(readings).toHaveLength(EVENTS_PER_BATCH + 1);
  expect(readings.at(-1)?.warnings[0]?.code).toBe('webhook-batch-cut');
  expect(readWebhook(new Array(EVENTS_PER_BATCH).fill(spam))).toHaveLength(EVENTS_PER_BATCH);
});

const odd = [
  null,
  true,
  -1,
  1e308,
  '',
  '\u0000',
  'x'.repeat(300_000),
  [],
  [[1]],
  {},
  { a: { b: [] } },
  '[[',
  '{"__proto__":{"x":1}}',
];
const names = [
  'event',
  'type',
  'Type',
  'TypeCode',
  'email',
  'Email',
  'to',
  'data',
  'msg',
  'msys',
  'mail',
  'bounce',
  'payload',
  'timestamp',
  'ts',
  'tags',
  'recipient',
  'event-data',
  'message-headers',
  'delivery-status',
  'eventType',
  'status',
  'RecordType',
  '__proto__',
  'constructor',
];
test.each(webhookVendors.map((one) => [one.vendor, one] as const))(
  '%s reads whatever stands in its fields',
  (slug, vendor) => {
    for (const value of odd) {
      const event = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, value]))));
      vendor.recognises(event);
      for (const name of names) {
        const readings = vendor.read({ [name]: value, event: 'bounce', type: 'bounce', eventType: 'Bounce' });
        expect(readings.length).toBeGreaterThan(0);
        expect(new Set(readings.map((one) => one.dialect))).toEqual(new Set([slug]));
        for (const { recipient, diagnostic } of readings) {
          expect([typeof recipient, recipient === null]).not.toEqual(['object', false]);
          expect((recipient ?? diagnostic ?? '').length).toBeLessThanOrEqual(65_536);
        }
      }
    }
  },
);

test('slugs are unique', () => {
  expect(new Set(webhookVendors.map((one) => one.vendor)).size).toBe(webhookVendors.length);
});
