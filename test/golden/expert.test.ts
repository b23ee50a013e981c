import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BounceEvent, decode } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { root } from '../command.ts';

// What an expert answers who reads the examples without the program. Golden files are rewritten when
// the program changes; this table is not: it is changed only where the expert was wrong.

/** What is asked of each event. Fields that an answer leaves out are null. */
interface Answer {
  readonly kind: BounceEvent['kind'];
  readonly to?: string;
  /** reason, owner, action */
  readonly verdict?: readonly [reason: string, owner: string, action: string];
  /** reply code, enhanced status */
  readonly codes?: readonly [number | null, string | null];
  readonly stage?: string;
  readonly host?: string;
  readonly provider?: string;
  readonly messageId?: string;
}

const answers: Readonly<Record<string, readonly Answer[]>> = {
  'microsoft-365-edge-block.eml': [
    {
      kind: 'bounce',
      to: 'olga.brandt@example.net',
      verdict: ['recipient.edge-blocked', 'sender', 'hold'],
      codes: [550, '5.4.1'],
      stage: 'rcpt',
      host: 'example-net.mail.protection.outlook.com',
      provider: 'microsoft-365',
      messageId: 'may-2026.8471@news.example.com',
    },
  ],
  'gmail-no-such-user.eml': [
    {
      kind: 'bounce',
      to: 'hannah.lee@example.org',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      provider: 'gmail',
      messageId: 'CAK9q7pXw2n0Qe-offer-2291@mail.example.com',
    },
  ],
  'exim-two-recipients.eml': [
    {
      kind: 'bounce',
      to: 'm.keller@example.net',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      stage: 'rcpt',
      host: 'mx1.example.net',
      messageId: '20260604070455.18113.orders@shop.example.com',
    },
    {
      kind: 'bounce',
      to: 'warehouse@example.org',
      verdict: ['content.too-big', 'sender', 'fix'],
      codes: [552, '5.3.4'],
      stage: 'end-of-data',
      host: 'mail.example.org',
      messageId: '20260604070455.18113.orders@shop.example.com',
    },
  ],
  'postfix-mailbox-full.eml': [
    {
      kind: 'bounce',
      to: 'j.ortega@example.org',
      verdict: ['recipient.over-quota', 'recipient', 'retry'],
      codes: [552, '5.2.2'],
      stage: 'end-of-data',
      host: 'mx.example.org',
      messageId: 'fotos-0615@laptop.example.com',
    },
  ],
  'spamhaus-listing.eml': [
    {
      kind: 'bounce',
      to: 'accounts@example.net',
      verdict: ['reputation.ip-dnsbl', 'sender', 'fix'],
      codes: [554, '5.7.1'],
      stage: 'rcpt',
      host: 'mx2.example.net',
      messageId: 'invoice-2026-0611@billing.example.com',
    },
  ],
  'gmail-dmarc-refusal.eml': [
    {
      kind: 'bounce',
      to: 'member@example.net',
      verdict: ['auth.dmarc', 'sender', 'fix'],
      codes: [550, '5.7.26'],
      stage: 'end-of-data',
      host: 'aspmx.l.google.com',
      provider: 'gmail',
      messageId: 'summer-meeting.44@example.com',
    },
  ],
  'greylist-delay-warning.eml': [
    {
      kind: 'deferral',
      to: 'ticket@example.org',
      verdict: ['rate.greylist', 'nobody', 'retry'],
      codes: [450, '4.2.0'],
      stage: 'rcpt',
      host: 'mx.example.org',
      messageId: 'ticket-5512-3@support.example.com',
    },
  ],
  'exchange-online-german.eml': [
    {
      kind: 'bounce',
      to: 'petra.vogel@example.net',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.10'],
      provider: 'microsoft-365',
      messageId: 'bestellung-4711@example.com',
    },
  ],
  'qmail-failure-notice.eml': [
    {
      kind: 'bounce',
      to: 'night.shift@example.net',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      stage: 'rcpt',
      messageId: 'db2.disk.1780694220@monitor.example.com',
    },
  ],
  // docomo says "Unknown user" of people who only refuse mail from computers, and says it after the data.
  'docomo-refusal.eml': [
    {
      kind: 'bounce',
      to: 'hanako@example.net',
      verdict: ['recipient.unknown', 'sender', 'hold'],
      codes: [550, '5.0.0'],
      stage: 'end-of-data',
      host: 'mfsmax.docomo.ne.jp',
      provider: 'docomo',
      messageId: 'yoyaku.20260613.118@app.example.com',
    },
  ],
  'arf-complaint.eml': [
    {
      kind: 'complaint',
      to: 'k.lind@example.net',
      verdict: ['notice.complaint', 'sender', 'suppress'],
      messageId: 'summer-sale.8842@news.example.com',
    },
  ],
  'out-of-office.eml': [
    {
      kind: 'auto-reply',
      to: 't.okafor@example.org',
      verdict: ['notice.autoreply', 'nobody', 'ignore'],
      messageId: 'contract-draft-3@example.com',
    },
  ],
  'forwarded-bounce.eml': [
    {
      kind: 'bounce',
      to: 'r.novak@example.org',
      verdict: ['recipient.disabled', 'sender', 'suppress'],
      codes: [550, '5.2.1'],
      stage: 'rcpt',
      host: 'mx1.example.org',
    },
  ],
  'mail.log': [
    {
      kind: 'delivery',
      to: 'ida@example.net',
      verdict: ['notice.delivered', 'nobody', 'ignore'],
      codes: [250, '2.0.0'],
      host: 'mx1.example.net',
      messageId: 'welcome.1001@app1.example.com',
    },
    {
      kind: 'bounce',
      to: 'lars@example.org',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      stage: 'rcpt',
      host: 'mx.example.org',
      messageId: 'invoice.7731@app1.example.com',
    },
    {
      kind: 'deferral',
      to: 'buchhaltung@example.net',
      verdict: ['recipient.over-quota', 'recipient', 'retry'],
      codes: [452, '4.2.2'],
      stage: 'rcpt',
      host: 'mx1.example.net',
      messageId: 'invoice.7731@app1.example.com',
    },
    {
      kind: 'deferral',
      to: 'press@example.org',
      verdict: ['route.no-answer', 'nobody', 'retry'],
      codes: [null, '4.4.1'],
      stage: 'connect',
      host: 'mx9.example.org',
    },
    {
      kind: 'bounce',
      to: 'team@example.invalid',
      verdict: ['recipient.domain-unknown', 'sender', 'suppress'],
      codes: [null, '5.4.4'],
    },
    {
      kind: 'bounce',
      to: 'olga.brandt@example.net',
      verdict: ['reputation.ip-private', 'sender', 'fix'],
      codes: [550, '5.7.606'],
      stage: 'rcpt',
      host: 'example-net.mail.protection.outlook.com',
      provider: 'microsoft-365',
    },
    {
      kind: 'deferral',
      to: 'someone@example.org',
      verdict: ['route.relay-denied', 'recipient-admin', 'hold'],
      codes: [454, '4.7.1'],
      stage: 'rcpt',
    },
    {
      kind: 'bounce',
      to: 'press@example.org',
      verdict: ['route.expired', 'nobody', 'hold'],
      stage: 'connect',
      host: 'mx9.example.org',
    },
  ],
  'ses-webhook.json': [
    {
      kind: 'bounce',
      to: 'sam@example.org',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      messageId: 'confirm.5512@app.example.com',
    },
  ],
  'sendgrid-batch.json': [
    {
      kind: 'bounce',
      to: 'eve@example.org',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      // no host is named, but nobody else says these words
      provider: 'gmail',
      messageId: 'sg.5512.eve@app.example.com',
    },
    {
      kind: 'bounce',
      to: 'kim@example.net',
      verdict: ['reputation.ip-dnsbl', 'sender', 'fix'],
      codes: [554, '5.7.1'],
      messageId: 'sg.5512.kim@app.example.com',
    },
    {
      kind: 'deferral',
      to: 'jo@example.org',
      verdict: ['rate.greylist', 'nobody', 'retry'],
      codes: [451, '4.7.1'],
      messageId: 'sg.5512.jo@app.example.com',
    },
    {
      kind: 'delivery',
      to: 'li@example.net',
      verdict: ['notice.delivered', 'nobody', 'ignore'],
      codes: [250, '2.0.0'],
      messageId: 'sg.5512.li@app.example.com',
    },
    {
      kind: 'bounce',
      to: 'max@example.net',
      verdict: ['suppressed.by-esp', 'sending-platform', 'suppress'],
      codes: [null, '5.0.0'],
      messageId: '5512.max.filter0001-1.0',
    },
    {
      kind: 'complaint',
      to: 'lee@example.org',
      verdict: ['notice.complaint', 'sender', 'suppress'],
      messageId: '5512.lee.filter0001-1.0',
    },
  ],
  'replies.txt': [
    { kind: 'bounce', verdict: ['recipient.unknown', 'sender', 'suppress'], codes: [550, '5.1.1'] },
    {
      kind: 'bounce',
      verdict: ['recipient.edge-blocked', 'sender', 'hold'],
      codes: [550, '5.4.1'],
      provider: 'microsoft-365',
    },
    {
      kind: 'deferral',
      verdict: ['recipient.over-quota', 'recipient', 'retry'],
      codes: [452, '4.2.2'],
      provider: 'gmail',
    },
    { kind: 'deferral', verdict: ['reputation.complaints', 'sender', 'fix'], codes: [421, '4.7.0'], provider: 'yahoo' },
    {
      kind: 'bounce',
      verdict: ['reputation.ip-dnsbl', 'sender', 'fix'],
      codes: [550, '5.7.1'],
      provider: 'microsoft-365',
    },
    { kind: 'bounce', verdict: ['auth.dmarc', 'sender', 'fix'], codes: [550, '5.7.509'], provider: 'microsoft-365' },
    { kind: 'deferral', verdict: ['rate.greylist', 'nobody', 'retry'], codes: [451, '4.7.1'] },
    { kind: 'bounce', verdict: ['content.too-big', 'sender', 'fix'], codes: [552, '5.3.4'] },
    { kind: 'bounce', verdict: ['route.relay-denied', 'recipient-admin', 'hold'], codes: [554, '5.7.1'] },
    { kind: 'bounce', verdict: ['auth.spf', 'sender', 'fix'], codes: [550, '5.7.23'] },
  ],
  'mailbox.mbox': [
    {
      kind: 'bounce',
      to: 'pia@example.org',
      verdict: ['recipient.moved', 'sender', 'suppress'],
      codes: [550, '5.1.6'],
      stage: 'rcpt',
      host: 'mx.example.org',
      messageId: 'june-2026.101@news.example.com',
    },
    { kind: 'other' },
    {
      kind: 'bounce',
      to: 'max@example.net',
      verdict: ['recipient.domain-unknown', 'sender', 'suppress'],
      codes: [null, '5.1.2'],
      messageId: 'june-2026.102@news.example.com',
    },
  ],
  'sendgrid-bounces.csv': [
    {
      kind: 'bounce',
      to: 'mara@example.org',
      verdict: ['recipient.unknown', 'sender', 'suppress'],
      codes: [550, '5.1.1'],
      provider: 'gmail',
    },
    {
      kind: 'bounce',
      to: 'noah@example.net',
      verdict: ['recipient.over-quota', 'recipient', 'retry'],
      codes: [552, '5.2.2'],
    },
    // A status of class 4 is temporary whatever its words say: the next look-up may find the host.
    {
      kind: 'bounce',
      to: 'team@example.invalid',
      verdict: ['recipient.domain-unknown', 'sender', 'retry'],
      codes: [null, '4.4.2'],
    },
    { kind: 'bounce', to: 'nia@example.com', verdict: ['content.spam', 'sender', 'fix'], codes: [550, '5.7.1'] },
  ],
};

describe.each(Object.entries(answers))('%s', (example, expected) => {
  const events = decode(readFileSync(join(root, 'examples', example)), {
    name: example,
    now: new Date('2026-11-01T00:00:00Z'),
  });

  test('has as many events as the expert counts', () => {
    expect(events.map(({ recipient }) => recipient)).toEqual(expected.map(({ to = null }) => to));
  });

  test.each(expected.map((answer, i) => [answer.to ?? `event ${i + 1}`, answer, i] as const))('%s', (_, answer, i) => {
    expect(asAnswer(events[i])).toEqual({
      to: null,
      verdict: [null, null, null],
      codes: [null, null],
      stage: null,
      host: null,
      provider: null,
      messageId: null,
      ...answer,
    });
  });
});

function asAnswer(event: BounceEvent | undefined): object {
  if (event === undefined) return { missing: true };
  const { kind, recipient, diagnosis, replyCode, enhancedStatus, stage, remoteMta, provider, message } = event;
  return {
    kind,
    to: recipient,
    verdict: [diagnosis?.reason ?? null, diagnosis?.owner ?? null, diagnosis?.action.do ?? null],
    codes: [replyCode, enhancedStatus],
    stage,
    host: remoteMta.host,
    provider,
    messageId: message.messageId,
  };
}
