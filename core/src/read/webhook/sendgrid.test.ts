import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { readWebhook } from './index.ts';
import { sendgrid } from './sendgrid.ts';

const base = {
  email: 'lee@clinic.example',
  timestamp: 1772442000,
  'smtp-id': '<k1@app.example>',
  sg_event_id: 'e1',
  sg_message_id: 's1',
};
const message = { ...newReading('webhook', null, 'other').message, messageId: '<k1@app.example>', campaign: 'recall' };

test('a blocked bounce, with the address that sent it', () => {
  const event = {
    ...base,
    event: 'bounce',
    type: 'blocked',
    status: '5.7.1',
    ip: '198.51.100.4',
    reason: '550 5.7.1 [X]\nblocked',
    category: ['recall'],
  };
  expect(readWebhook([event])).toEqual([
    {
      ...newReading('webhook', 'sendgrid', 'bounce'),
      recipient: 'lee@clinic.example',
      sendingMta: { host: null, ip: '198.51.100.4' },
      enhancedStatus: '5.7.1',
      diagnostic: '550 5.7.1 [X] blocked',
      timestamp: '2026-03-02T09:00:00Z',
      message,
    },
  ]);
});

test.each([
  ['Bounced Address', 'suppressed.by-esp'],
  ['Unsubscribed Address', 'suppressed.by-esp'],
  ['Spam Reporting Address', 'suppressed.by-esp'],
  ['Invalid', 'recipient.bad-syntax'],
])('dropped for "%s" is a bounce whose reason is a class and no reply', (reason, hint) => {
  const [reading] = sendgrid.read({ ...base, event: 'dropped', reason });
  expect(reading).toMatchObject({ kind: 'bounce', hint, diagnostic: null });
  expect(reading?.warnings[0]?.message).toContain(`"${reason}"`);
});

test('an unlisted reason of a drop is kept as the diagnostic', () => {
  expect(sendgrid.read({ ...base, event: 'dropped', reason: 'Something new' })[0]).toMatchObject({
    hint: null,
    diagnostic: 'Something new',
  });
});

test.each([
  ['deferred', 'deferral', null],
  ['delivered', 'delivery', 'notice.delivered'],
  ['spamreport', 'complaint', 'notice.complaint'],
  ['group_unsubscribe', 'other', 'notice.unsubscribe'],
  ['open', 'other', null],
])('%s is a %s', (event, kind, hint) => {
  expect(sendgrid.read({ ...base, event })[0]).toMatchObject({ kind, hint, recipient: 'lee@clinic.example' });
});

test('rows of the bounce list, which have no event name', () => {
  const rows = [
    { email: 'a@x.example', created: '2025-12-31 23:59:58', reason: '550 no such person', status: '550' },
    { email: 'b@x.example', created: 1767225600, reason: 'Mailbox full', status: '4.2.2' },
  ];
  expect(readWebhook(rows)).toEqual([
    {
      ...newReading('webhook', 'sendgrid', 'bounce'),
      recipient: 'a@x.example',
      replyCode: 550,
      diagnostic: '550 no such person',
      timestamp: '2025-12-31T23:59:58Z',
      position: '1',
    },
    {
      ...newReading('webhook', 'sendgrid', 'bounce'),
      recipient: 'b@x.example',
      enhancedStatus: '4.2.2',
      diagnostic: 'Mailbox full',
      timestamp: '2026-01-01T00:00:00Z',
      position: '2',
    },
  ]);
});
