import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { parseWebhookBody, readWebhook } from './index.ts';
import { mailgun } from './mailgun.ts';

const current = (more: object) => ({
  signature: { token: 't' },
  'event-data': { recipient: 'kim@school.example', timestamp: 1772442000.75, ...more },
});

test('a permanent failure with all its fields', () => {
  const event = current({
    event: 'failed',
    severity: 'permanent',
    reason: 'bounce',
    tags: ['term-2'],
    envelope: { sender: 'bounce+1@mg.school.example', 'sending-ip': '198.51.100.9' },
    message: { headers: { 'message-id': 'm9@mg.school.example', from: 'Office <o@school.example>', subject: 'Term' } },
    'delivery-status': {
      'mx-host': 'mx2.school.example',
      code: 550,
      'enhanced-code': '5.1.1',
      message: '5.1.1 no\n5.1.1 such user',
      description: '',
    },
  });
  expect(readWebhook(event)).toEqual([
    {
      ...newReading('webhook', 'mailgun', 'bounce'),
      recipient: 'kim@school.example',
      sender: 'bounce+1@mg.school.example',
      remoteHost: 'mx2.school.example',
      sendingMta: { host: null, ip: '198.51.100.9' },
      replyCode: 550,
      enhancedStatus: '5.1.1',
      diagnostic: '5.1.1 no 5.1.1 such user',
      timestamp: '2026-03-02T09:00:00.75Z',
      message: {
        messageId: 'm9@mg.school.example',
        subject: 'Term',
        from: 'Office <o@school.example>',
        date: null,
        listId: null,
        campaign: 'term-2',
      },
    },
  ]);
});

test.each([
  [{ event: 'failed', severity: 'temporary' }, 'deferral', null],
  [{ event: 'failed', severity: 'temporary', reason: 'greylisted' }, 'deferral', 'rate.greylist'],
  [{ event: 'failed', severity: 'permanent', 'delivery-status': { code: 605 } }, 'bounce', 'suppressed.by-esp'],
  [{ event: 'failed', severity: 'permanent', 'delivery-status': { code: 606 } }, 'bounce', 'suppressed.by-esp'],
  [{ event: 'failed', severity: 'permanent', reason: 'suppress-complaint' }, 'bounce', 'suppressed.by-esp'],
  [{ event: 'complained' }, 'complaint', 'notice.complaint'],
  [{ event: 'unsubscribed' }, 'other', 'notice.unsubscribe'],
  [{ event: 'clicked' }, 'other', null],
])('%j is a %s with the hint %s', (more, kind, hint) => {
  expect(mailgun.read(current(more))[0]).toMatchObject({ kind, hint, replyCode: null });
});

test('the legacy form, as it is posted', () => {
  const headers = encodeURIComponent(
    JSON.stringify([
      ['Subject', 'Hi'],
      ['Date', 'Mon, 02 Mar 2026 08:59:00 +0000'],
      ['Message-Id', '<l1@mg.example>'],
    ]),
  );
  const body = `event=dropped&recipient=pat%40x.example&code=499&reason=old&description=Too+old&timestamp=1772442000&message-headers=${headers}`;
  expect(readWebhook(parseWebhookBody(body))).toEqual([
    {
      ...newReading('webhook', 'mailgun', 'bounce'),
      recipient: 'pat@x.example',
      diagnostic: 'Too old',
      timestamp: '2026-03-02T09:00:00Z',
      message: {
        messageId: '<l1@mg.example>',
        subject: 'Hi',
        from: null,
        date: '2026-03-02T08:59:00Z',
        listId: null,
        campaign: null,
      },
      hint: 'route.expired',
    },
  ]);
});
