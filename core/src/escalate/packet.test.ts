import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Owner, type ReasonId, reasonIds } from '@whybounce/knowledge';
import { ownerWords, packetFields, refusalWords } from '@whybounce/knowledge/trace-tool';
import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { BounceEvent } from '../event.ts';
import { decodeReply } from '../reply.ts';
import { type EscalationPacket, escalationPacket, renderText } from './index.ts';

const examples = join(import.meta.dirname, '..', '..', '..', 'examples');
const read = (name: string): BounceEvent => decode(readFileSync(join(examples, name)), { name })[0] as BounceEvent;
const blocked = read('microsoft-365-edge-block.eml');
const value = (packet: EscalationPacket, id: string): string | undefined =>
  packet.facts.find((fact) => fact.id === id)?.value;

/** Sentences end with a period before a space and a capital, or at the end. */
const sentences = (text: string): number => text.split(/(?<=\.)\s+(?=[A-Z])/).length;

describe('a whole bounce', () => {
  const packet = escalationPacket(blocked);

  test('tells what an administrator searches for', () => {
    expect(Object.fromEntries(packet.facts.map(({ id, value }) => [id, value]))).toMatchObject({
      time: '2026-05-27T14:30:00Z',
      sender: 'news-bounces@example.com',
      recipient: 'olga.brandt@example.net',
      messageId: 'may-2026.8471@news.example.com',
      remoteHost: 'example-net.mail.protection.outlook.com',
      remoteIp: '203.0.113.36',
      stage: 'RCPT TO',
      replyCode: '550',
      enhancedStatus: '5.4.1',
      replyId: 'AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3',
    });
    expect(value(packet, 'reply')).toBe(blocked.diagnostic);
    expect(value(packet, 'reading')).toMatch(/^recipient\.edge-blocked \(\d+ % sure\): /);
  });

  test('gives the command for the log of the side that refused, then for the own', () => {
    expect(packet.traces.map(({ side, tool }) => [side, tool])).toEqual([
      ['receiving', 'message trace of Exchange Online'],
      ['sending', 'log of Postfix'],
    ]);
    expect(packet.traces[0]?.ways[0]?.command).toBe(
      "Get-MessageTraceV2 -RecipientAddress 'olga.brandt@example.net' -SenderAddress 'news-bounces@example.com' -StartDate '2026-05-26' -EndDate '2026-05-29' | Get-MessageTraceDetailV2",
    );
  });

  test('has no subject and no word of the message', () => {
    const event: BounceEvent = {
      ...blocked,
      message: { ...blocked.message, subject: 'Secret merger', from: 'Ada <a@example.com>' },
    };
    expect(JSON.stringify(escalationPacket(event))).not.toMatch(/Secret merger|Ada/);
  });

  test('counts what is missing and says where to find it, the weightiest first', () => {
    expect(packet.completeness).toBe(76);
    expect(packet.missing.map(({ field }) => field)).toEqual(['sendingIp', 'authentication', 'helo']);
    for (const { why, where } of packet.missing) expect(why.length > 20 && where.length > 20).toBe(true);
  });
});

test('the caller knows better: what is given fills in and outranks', () => {
  const packet = escalationPacket(blocked, {
    sendingIp: '203.0.113.7',
    helo: 'mail.example.com',
    sentAt: '2026-05-28T00:10:00Z',
    authentication: { spf: 'pass', dkim: 'pass', dmarc: null },
    contact: 'Grace, +44 1632 960000',
    ownServerName: 'out1',
  });
  expect(packet).toMatchObject({ completeness: 100, missing: [] });
  expect(value(packet, 'authentication')).toBe('SPF pass, DKIM pass');
  expect(value(packet, 'contact')).toBe('Grace, +44 1632 960000');
  expect(value(packet, 'reportingMta')).toBe('out1');
  expect(packet.traces[0]?.ways[0]?.command).toContain("-StartDate '2026-05-27' -EndDate '2026-05-30'");
});

test('results on the message name who checked', () => {
  const authentication = { spf: 'pass', dkim: 'none', dmarc: null, arc: null, server: 'mx.example.net', quote: 'x' };
  const packet = escalationPacket({ ...blocked, authentication });
  expect(value(packet, 'authentication')).toBe('SPF pass, DKIM none (checked by mx.example.net)');
});

test('a bare reply: what is not known is said to be missing, and stands in capitals in the commands', () => {
  const packet = escalationPacket(
    decodeReply('550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]', 'x'),
  );
  expect(packet.completeness).toBe(16);
  expect(packet.missing).toHaveLength(Object.keys(packetFields).length - 1);
  expect(packet.traces[0]?.ways[0]?.command).toBe(
    "Get-MessageTraceV2 -RecipientAddress 'RECIPIENT-ADDRESS' -StartDate 'START-DATE' -EndDate 'END-DATE' | Get-MessageTraceDetailV2",
  );
});

test.each([
  ['gmail-no-such-user.eml', 'email log search of Google Workspace'],
  ['exchange-online-german.eml', 'message trace of Exchange Online'],
  ['greylist-delay-warning.eml', "mail system's own log"],
])('%s is looked for in the %s', (name, tool) => {
  expect(escalationPacket(read(name)).traces[0]?.tool).toBe(tool);
});

test('Google leaves a transaction id', () => {
  const event = decodeReply('550 5.1.1 The email account does not exist. a1-20020a05.123 - gsmtp', 'x');
  expect(value(escalationPacket(event), 'replyId')).toBe('a1-20020a05.123');
});

const owners = Object.keys(ownerWords) as Owner[];
const everyWording = reasonIds.flatMap((reason) => owners.map((owner) => [reason, owner] as const));

test.each(everyWording)('%s for %s: exactly two sentences', (reason: ReasonId, owner: Owner) => {
  const diagnosis = { ...blocked.diagnosis, reason, owner } as NonNullable<BounceEvent['diagnosis']>;
  for (const kind of ['bounce', 'deferral', 'complaint'] as const) {
    const { summary, ask } = escalationPacket({ ...blocked, kind, diagnosis });
    expect(sentences(summary)).toBe(2);
    expect(sentences(ask)).toBe(1);
    for (const text of [summary, ask]) {
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/[{}]|\.\.|undefined|\bnull\b(?! MX)/);
    }
  }
});

test('every reason has words, and all weights are 100', () => {
  expect(Object.keys(refusalWords)).toEqual([...reasonIds]);
  expect(Object.values(packetFields).reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

test('every example gives a packet', () => {
  for (const name of readdirSync(examples))
    for (const event of decode(readFileSync(join(examples, name)), { name, now: new Date('2026-11-01T00:00:00Z') })) {
      const packet = escalationPacket(event);
      expect(sentences(packet.summary)).toBe(2);
      expect(packet.completeness).toBe(
        100 - packet.missing.reduce((sum, { field }) => sum + packetFields[field].weight, 0),
      );
      expect(renderText(packet).length).toBeGreaterThan(100);
    }
});

test('what is hostile in a mail stays one value on one line', () => {
  const event: BounceEvent = {
    ...blocked,
    recipient: "a'; Remove-Mailbox x; '@example.com",
    sender: 'x@example.com\r\nBcc: y@example.org',
    diagnostic: `550 \u0007no\u202e \ud800 ${'x'.repeat(10_000)}`,
  };
  const packet = escalationPacket(event);
  expect(value(packet, 'recipient')).toBe("a'; Remove-Mailbox x; '@example.com");
  expect(packet.summary).not.toContain('Remove-Mailbox');
  for (const { ways } of packet.traces) for (const { command } of ways) expect(command).not.toContain('Remove-Mailbox');
  for (const { value } of packet.facts) {
    expect(value).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(value.isWellFormed() && value.length <= 2_000).toBe(true);
  }
});

test('whatever a caller gives as context, nothing throws', () => {
  for (const odd of ['', '\0', '\ud800', "'", '2026-13-45T99:99:99Z', 'x'.repeat(100_000)]) {
    const packet = escalationPacket(blocked, {
      recipient: odd,
      sender: odd,
      sentAt: odd,
      sendingIp: odd,
      helo: odd,
      messageId: odd,
      remoteHost: odd,
      remoteIp: odd,
      contact: odd,
      ownServerName: odd,
      authentication: { spf: odd },
    });
    expect(sentences(packet.summary)).toBe(2);
  }
});
