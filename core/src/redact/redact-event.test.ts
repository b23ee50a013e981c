import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { BounceEvent } from '../event.ts';
import { Redactor, redactEvent } from './redactor.ts';

const mail = `Return-Path: <>
From: MAILER-DAEMON@mail.customer.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: jane.roe@customer.org
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.customer.org

Final-Recipient: rfc822; max.lind@client.net
Original-Recipient: rfc822; lind@client.net
Action: failed
Status: 5.4.1
Remote-MTA: dns; client-net.mail.protection.outlook.com
Diagnostic-Code: smtp; 550 5.4.1 max.lind@client.net: Recipient address rejected: Access denied.
    [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3]

--b
Content-Type: text/rfc822-headers

Return-Path: <jane.roe@customer.org>
Received: from kitchen (unknown [203.0.113.7]) by mail.customer.org (Postfix) with ESMTPSA id 4X2Y7r0gLMz9sWp
From: Jane Roe <jane.roe@customer.org>
To: max.lind@client.net
Subject: Divorce of Jane Roe
Date: Wed, 27 May 2026 14:29:57 +0000
Message-ID: <a1b2c3@mail.customer.org>
List-Id: Roe family <family.customer.org>

--b--
`;

const [event] = decode(mail, { name: 'bounces/jane/17.eml' }) as [BounceEvent];
const redacted = redactEvent(event);

test('no original is left in any field', () => {
  const json = JSON.stringify(redacted).toLowerCase();
  for (const original of [
    'jane',
    'roe',
    'lind',
    'customer',
    'client',
    'kitchen',
    '203.0.113.7',
    'am0p190',
    'a1b2c3',
    'divorce',
    'family',
    '08de9b',
  ])
    expect(json).not.toContain(original);
});

test('fields agree with each other', () => {
  expect(redacted).toMatchObject({
    input: 'input-1.eml',
    recipient: 'user-1@domain-1.example',
    originalRecipient: 'user-2@domain-1.example',
    sender: 'user-3@domain-2.example',
    reportingMta: 'host-1.domain-2.example',
    remoteMta: { host: 'host-2.mail.protection.outlook.com' },
    diagnostic:
      '550 5.4.1 user-1@domain-1.example: Recipient address rejected: Access denied. [host-3.EURP190.PROD.OUTLOOK.COM ID-1 ID-2]',
    microsoft: { host: 'host-3', forest: 'EURP190', role: 'prod' },
    message: {
      messageId: 'id-3@host-1.domain-2.example',
      subject: 'subject-1',
      from: 'Name-1 <user-3@domain-2.example>',
      listId: 'list-1',
    },
  });
});

test('what was found out stays', () => {
  const { format, dialect, kind, provider, stage, replyCode, enhancedStatus, timestamp, diagnosis, crosswalk } = event;
  expect(redacted).toMatchObject({
    format,
    dialect,
    kind,
    provider,
    stage,
    replyCode,
    enhancedStatus,
    timestamp,
    crosswalk,
  });
  expect(redacted.diagnosis).toMatchObject({
    reason: diagnosis?.reason,
    rule: diagnosis?.rule,
    owner: diagnosis?.owner,
    action: { do: diagnosis?.action.do },
  });
  expect(Object.keys(redacted)).toEqual(Object.keys(event));
});

test('spans mark the same words', () => {
  const quotes = ({ diagnosis, diagnostic }: BounceEvent): (string | undefined)[] =>
    (diagnosis?.causes ?? []).flatMap(({ evidence }) =>
      evidence.flatMap(({ span, quote }) => {
        if (span === null) return [];
        expect(diagnostic?.slice(...span)).toBe(quote);
        return [quote ?? undefined];
      }),
    );
  expect(quotes(redacted)).toEqual(quotes(event));
  expect(quotes(redacted).length).toBeGreaterThan(0);
});

test('a quote that has an original in it is quoted anew', () => {
  const words = 'max.lind@client.net: Recipient address rejected';
  const start = event.diagnostic?.indexOf(words) ?? -1;
  const marked = {
    ...event,
    diagnosis: {
      ...event.diagnosis,
      causes: [
        {
          id: 'x',
          evidence: [{ span: [start, start + words.length], quote: words, note: 'seen with jane.roe@customer.org' }],
        },
      ],
    },
  } as unknown as BounceEvent;
  expect(redactEvent(marked).diagnosis?.causes[0]?.evidence[0]).toEqual({
    span: [10, 61],
    quote: 'user-1@domain-1.example: Recipient address rejected',
    note: 'seen with user-3@domain-2.example',
  });
});

describe('the input', () => {
  test.each([
    ['bounces/jane.mbox#17', 'input-1.mbox#17'],
    ['/home/jane/mail.log:4711', 'input-1.log:4711'],
    ['C:\\Users\\jane\\a.msg', 'input-1.msg'],
    ['jane', 'input-1'],
    ['-', '-'],
    ['-:3', '-:3'],
  ])('%s', (input, expected) => {
    expect(redactEvent({ ...event, input }).input).toBe(expected);
  });
});

test('a local recipient without a domain', () => {
  expect(redactEvent({ ...event, recipient: 'max', originalRecipient: '"max lind"@client.net' })).toMatchObject({
    recipient: 'user-1',
    originalRecipient: 'user-2@domain-1.example',
  });
});

test('events of one redactor agree with texts of it', () => {
  const redactor = new Redactor();
  const { recipient } = redactor.event(event);
  expect(redactor.text('write to max.lind@client.net')).toBe(`write to ${recipient}`);
});

test('a field that nobody knew of is redacted as text', () => {
  const later = { ...event, somethingNew: { words: ['from jane.roe@customer.org'] } } as BounceEvent;
  expect(redactEvent(later)).toMatchObject({ somethingNew: { words: ['from user-3@domain-2.example'] } });
});
