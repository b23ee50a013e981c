import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { resend } from './resend.ts';

const event = (type: string, data: object) => ({
  type,
  created_at: '2026-03-02T09:00:00.5Z',
  data: { email_id: 'r1', from: 'A <a@x.example>', subject: 'R', to: ['zoe@hut.example'], ...data },
});

test('a bounce with its subtype and reply', () => {
  expect(
    resend.read(
      event('email.bounced', {
        bounce: {
          type: 'Transient',
          subType: 'MailboxFull',
          diagnosticCode: ['smtp; 552 5.2.2\nfull'],
          message: 'General text',
        },
      }),
    ),
  ).toEqual([
    {
      ...newReading('webhook', 'resend', 'bounce'),
      recipient: 'zoe@hut.example',
      diagnostic: 'smtp; 552 5.2.2 full',
      timestamp: '2026-03-02T09:00:00.5Z',
      message: { messageId: 'r1', subject: 'R', from: 'A <a@x.example>', date: null, listId: null, campaign: null },
      hint: 'recipient.over-quota',
    },
  ]);
});

test('a bounce of a mail to several is pinned on the one that the reply names, or on nobody', () => {
  const to = ['zoe@hut.example', 'Max <max@hut.example>'];
  const recipients = (message: string) =>
    resend.read(event('email.bounced', { to, bounce: { message } })).map((one) => [one.recipient, one.warnings.length]);
  expect(recipients('550 <max@hut.example> unknown')).toEqual([['max@hut.example', 0]]);
  expect(recipients('550 unknown')).toEqual([[null, 1]]);
  expect(resend.read(event('email.delivered', { to })).map((one) => one.recipient)).toEqual([
    'zoe@hut.example',
    'max@hut.example',
  ]);
});
