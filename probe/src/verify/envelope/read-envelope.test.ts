import { describe, expect, it } from 'vitest';
import { toMessage, verified } from '../signed-fixture.ts';
import { readEnvelope } from './read-envelope.ts';

const encode = (lines: string) => new TextEncoder().encode(toMessage(`${lines}From: ada@example.com\n`, 'Hello\n'));

const outside =
  'Received: from out.example.com (out.example.com [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)) by mx.example.net (Postfix) with ESMTPS id 1 for <bob@example.net>; Mon, 2 Nov 2026 08:00:01 +0000\n';
const inside =
  'Received: from mx.example.net (mx.example.net [10.0.0.1]) by store.example.net with LMTP id 2; Mon, 2 Nov 2026 08:00:02 +0000\n';
const forged =
  'Received: from bank.example (bank.example [198.51.100.7]) by out.example.com with ESMTP id 0; Mon, 2 Nov 2026 07:59:59 +0000\n';
const returnPath = 'Return-Path: <ada@example.com>\n';
const receivedSpf =
  'Received-SPF: Pass (mx.example.net: domain of ada@example.com designates 192.0.2.1 as permitted sender) receiver=mx.example.net; client-ip=192.0.2.1; helo=out.example.com; envelope-from="ada@example.com"\n';

describe('the envelope that a header tells of', () => {
  it('is that of the topmost hop from outside', () => {
    const { ip, helo, mailFrom, hop, hops, doubts } = readEnvelope(encode(returnPath + inside + outside + forged));
    expect(ip).toEqual({ value: '192.0.2.1', source: 'received', sureness: 'stated' });
    expect(helo).toEqual({ value: 'out.example.com', source: 'received', sureness: 'stated' });
    expect(mailFrom).toEqual({ value: 'ada@example.com', source: 'return-path', sureness: 'stated' });
    expect(hop).toMatchObject({ place: 1, by: 'mx.example.net', tls: { encrypted: true, version: '1.3' } });
    expect(hops).toHaveLength(3);
    expect(doubts).toEqual([]);
  });

  it('is surer where the SPF result says the same', () => {
    const { ip, helo, mailFrom } = readEnvelope(encode(returnPath + receivedSpf + inside + outside));
    expect([ip?.sureness, helo?.sureness, mailFrom?.sureness]).toEqual(['agreed', 'agreed', 'agreed']);
  });

  it('reads what Microsoft notes', () => {
    const results =
      'Authentication-Results: spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.com; dkim=none (message not signed) header.d=none;dmarc=pass action=none header.from=example.com;\n';
    const { ip, mailFrom } = readEnvelope(encode(results + outside + returnPath));
    expect(ip?.sureness).toBe('agreed');
    expect(mailFrom).toEqual({ value: 'ada@example.com', source: 'return-path', sureness: 'agreed' });
  });

  it('goes on behind a hop within the network of the receiver that shows its public address', () => {
    const gateway =
      'Received: from gw.filter.example (gw.filter.example [203.0.113.3]) by mbox.example.net with ESMTP id 3; Mon, 2 Nov 2026 08:00:03 +0000\n';
    const { ip, hop } = readEnvelope(encode(receivedSpf + gateway + outside));
    expect(ip).toEqual({ value: '192.0.2.1', source: 'received', sureness: 'agreed' });
    expect(hop?.place).toBe(1);
  });

  it('does not believe an SPF result that stands for a hop below', () => {
    const below = receivedSpf.replaceAll('192.0.2.1', '198.51.100.7').replaceAll('mx.example.net', 'out.example.com');
    const { ip, doubts } = readEnvelope(encode(inside + outside + below + forged));
    expect(ip).toEqual({ value: '192.0.2.1', source: 'received', sureness: 'guessed' });
    expect(doubts[0]).toContain('198.51.100.7');
  });

  it('passes over the hops inside Exchange Online, and not over a client that takes the name of its server', () => {
    const exchange =
      'Received: from a.prod.example.net (2001:db8:1::1) by b.prod.example.net (2001:db8:2::2) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.1; Mon, 2 Nov 2026 08:00:03 +0000\n';
    expect(readEnvelope(encode(exchange + outside)).hop?.place).toBe(1);
    const posing =
      'Received: from mx.example.net (unknown [203.0.113.66]) by mx.example.net (Postfix) with ESMTP id 5; Mon, 2 Nov 2026 08:00:03 +0000\n';
    expect(readEnvelope(encode(posing + outside)).ip?.value).toBe('203.0.113.66');
  });

  it('says why it knows nothing', () => {
    expect(readEnvelope(encode(''))).toMatchObject({ ip: null, helo: null, mailFrom: null, hop: null });
    expect(readEnvelope(encode('')).doubts[0]).toContain('no Received field');
    expect(readEnvelope(encode(inside)).doubts[0]).toContain('outside');
    const noted = readEnvelope(encode(receivedSpf + inside));
    expect(noted.ip).toEqual({ value: '192.0.2.1', source: 'received-spf', sureness: 'guessed' });
  });

  it('knows the null sender, and a sender that was rewritten', () => {
    expect(readEnvelope(encode(`Return-Path: <>\n${outside}`)).mailFrom?.value).toBe('');
    const rewritten = readEnvelope(
      encode(`Return-Path: <srs0=x=example.com=ada@relay.example>\n${receivedSpf}${outside}`),
    );
    expect(rewritten.mailFrom?.sureness).toBe('guessed');
    expect(rewritten.doubts[0]).toContain('srs0=x=example.com=ada@relay.example');
  });

  it('is held against SPF, and what the caller gives comes first', async () => {
    const message = toMessage(`${returnPath}${outside}From: ada@example.com\n`, 'Hello\n');
    const zone = { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] } };
    expect((await verified(message, zone)).spf.result).toBe('pass');
    const given = await verified(message, zone, { ip: '203.0.113.1' });
    expect(given.spf.result).toBe('fail');
    expect(given.envelope).toMatchObject({ ip: { source: 'caller', sureness: 'given' }, helo: null });
  });
});
