import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { amazonSes } from './amazon-ses.ts';
import { readWebhook } from './index.ts';

const mail = {
  timestamp: '2026-03-02T08:00:01.250Z',
  source: 'returns@news.shop.example',
  messageId: '0102018f-aa',
  destination: ['ann@corp.example', 'bob@corp.example'],
  headers: [{ name: 'List-Id', value: 'Weekly <weekly.shop.example>' }],
  commonHeaders: {
    from: ['Shop <news@shop.example>'],
    date: 'Mon, 2 Mar 2026 09:00:00 +0100',
    messageId: '<spring-1@shop.example>',
    subject: 'Spring\r\n sale',
  },
  tags: { 'ses:configuration-set': ['main'], campaign: ['spring'] },
};

const message = {
  messageId: '<spring-1@shop.example>',
  subject: 'Spring sale',
  from: 'Shop <news@shop.example>',
  date: '2026-03-02T08:00:00Z',
  listId: 'Weekly <weekly.shop.example>',
  campaign: 'spring',
};

const bounce = (bounceType: string, bounceSubType: string, more: object = {}) => ({
  eventType: 'Bounce',
  mail,
  bounce: {
    bounceType,
    bounceSubType,
    timestamp: '2026-03-02T08:00:04.5Z',
    bouncedRecipients: [{ emailAddress: 'Ann <ann@corp.example>' }],
    ...more,
  },
});

test('a bounce with all its fields', () => {
  const event = bounce('Permanent', 'General', {
    reportingMTA: 'dns; b1.smtp-out.eu.amazonses.com',
    remoteMtaIp: '203.0.113.25',
    bouncedRecipients: [
      {
        emailAddress: 'ann@corp.example',
        action: 'failed',
        status: '5.7.1',
        diagnosticCode: 'smtp; 550 5.7.1\r\n Not\tallowed',
      },
    ],
  });
  expect(readWebhook(event)).toEqual([
    {
      ...newReading('webhook', 'amazon-ses', 'bounce'),
      recipient: 'ann@corp.example',
      sender: 'returns@news.shop.example',
      reportingMta: 'b1.smtp-out.eu.amazonses.com',
      remoteIp: '203.0.113.25',
      enhancedStatus: '5.7.1',
      dsnAction: 'failed',
      diagnostic: 'smtp; 550 5.7.1 Not\tallowed',
      timestamp: '2026-03-02T08:00:04.5Z',
      message,
    },
  ]);
});

test.each([
  ['Permanent', 'General', null],
  ['Permanent', 'NoEmail', 'recipient.unknown'],
  ['Permanent', 'Suppressed', 'suppressed.by-esp'],
  ['Permanent', 'OnAccountSuppressionList', 'suppressed.by-esp'],
  ['Transient', 'General', null],
  ['Transient', 'MailboxFull', 'recipient.over-quota'],
  ['Transient', 'MessageTooLarge', 'content.too-big'],
  ['Transient', 'ContentRejected', 'content.spam'],
  ['Transient', 'AttachmentRejected', 'content.attachment'],
  ['Undetermined', 'Undetermined', null],
])('a bounce of %s/%s is final and has the hint %s', (type, subType, hint) => {
  const [reading] = amazonSes.read(bounce(type, subType));
  expect(reading?.kind).toBe('bounce');
  expect(reading?.hint).toBe(hint);
  expect(reading?.warnings.map(({ message }) => message).join()).toContain(`"${type}/${subType}"`);
});

test('a delay is a deferral', () => {
  const delayedRecipients = [
    { emailAddress: 'bob@corp.example', status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect' },
  ];
  const deliveryDelay = {
    delayType: 'TransientCommunicationFailure',
    timestamp: '2026-03-02T10:00:00Z',
    delayedRecipients,
  };
  expect(amazonSes.read({ eventType: 'DeliveryDelay', mail, deliveryDelay })).toEqual([
    {
      ...newReading('webhook', 'amazon-ses', 'deferral'),
      recipient: 'bob@corp.example',
      sender: 'returns@news.shop.example',
      enhancedStatus: '4.4.1',
      diagnostic: 'smtp; 421 4.4.1 Unable to connect',
      timestamp: '2026-03-02T10:00:00Z',
      message,
      hint: 'route.no-answer',
    },
  ]);
});

test('of several possible complainers each is marked as uncertain, and not-spam is no complaint', () => {
  const complainedRecipients = [{ emailAddress: 'ann@corp.example' }, { emailAddress: 'bob@corp.example' }];
  const read = (more: object) =>
    amazonSes.read({ notificationType: 'Complaint', mail, complaint: { complainedRecipients, ...more } });
  const summary = read({}).map(({ kind, hint, recipient, warnings }) => [kind, hint, recipient, warnings[0]?.code]);
  expect(summary).toEqual([
    ['complaint', 'notice.complaint', 'ann@corp.example', 'webhook-recipient-uncertain'],
    ['complaint', 'notice.complaint', 'bob@corp.example', 'webhook-recipient-uncertain'],
  ]);
  expect(read({ complaintFeedbackType: 'not-spam' })[0]).toMatchObject({ kind: 'other', hint: null });
});

test('a rejected mail concerns all its recipients, a bounce that names nobody none of several', () => {
  const rejected = amazonSes.read({ eventType: 'Reject', mail, reject: { reason: 'Bad content' } });
  expect(rejected.map(({ kind, hint, recipient }) => [kind, hint, recipient])).toEqual([
    ['bounce', 'content.virus', 'ann@corp.example'],
    ['bounce', 'content.virus', 'bob@corp.example'],
  ]);
  expect(
    amazonSes.read(bounce('Permanent', 'General', { bouncedRecipients: [] })).map(({ recipient }) => recipient),
  ).toEqual([null]);
});

const inner = bounce('Permanent', 'NoEmail');
const text = JSON.stringify(inner);
const sns = { Type: 'Notification', MessageId: 'm', Message: text };
test.each([
  ['SNS', sns],
  ['SQS by Lambda', { Records: [{ messageId: 'q', body: JSON.stringify(sns) }] }],
  ['SNS by Lambda', { Records: [{ EventSource: 'aws:sns', Sns: sns }] }],
  ['SQS by API, raw', { Messages: [{ MessageId: 'q', Body: text }] }],
  ['EventBridge', { source: 'aws.ses', 'detail-type': 'Email Bounced', detail: inner }],
])('the envelope of %s is opened', (_name, payload) => {
  expect(readWebhook(payload)).toEqual(amazonSes.read(inner));
});

test('a confirmation of an SNS subscription is no event', () => {
  expect(
    readWebhook({ Type: 'SubscriptionConfirmation', Message: 'You have chosen to subscribe', Token: 't' }),
  ).toBeNull();
});
