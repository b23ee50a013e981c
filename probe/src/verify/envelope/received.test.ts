import { describe, expect, it } from 'vitest';
import { readReceived } from './received.ts';

/** One line of each server, with what it says: helo, reverse name, address, by, protocol, TLS version, cipher. */
const hops: readonly [string, string, readonly (string | null)[]][] = [
  [
    'Postfix',
    'from out.example.com (mail.example.com [192.0.2.1]) (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits)) (No client certificate requested) by mx.example.net (Postfix) with ESMTPS id 4XYZ for <bob@example.net>; Mon, 2 Nov 2026 08:00:01 +0000 (UTC)',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Postfix, client without a name',
    'from out.example.com (unknown [IPv6:2001:db8::1]) by mx.example.net (Postfix) with ESMTP id 1; Mon, 2 Nov 2026 08:00:01 +0000',
    ['out.example.com', null, '2001:db8::1', 'mx.example.net', 'ESMTP', null, null],
  ],
  [
    'Exim',
    'from mail.example.com ([192.0.2.1] helo=out.example.com) by mx.example.net with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.98) (envelope-from <ada@example.com>) id 1tAbCd-000; Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Exim, older',
    'from [192.0.2.1] (port=4711 helo=out.example.com) by mx.example.net with esmtps (TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256) (Exim 4.92) id 1; Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', null, '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.2', 'ECDHE-RSA-AES256-GCM-SHA384'],
  ],
  [
    'sendmail, name that does not lead back',
    'from out.example.com (mail.example.com [192.0.2.1] (may be forged)) by mx.example.net (8.18.1/8.18.1) with ESMTPS id x (version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT) for <bob@example.net>; Mon, 2 Nov 2026 08:00:01 GMT',
    ['out.example.com', null, '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Gmail',
    'from out.example.com (out.example.com. [192.0.2.1]) by mx.google.com with ESMTPS id a1si2 for <bob@example.net> (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256); Mon, 02 Nov 2026 00:00:01 -0800 (PST)',
    ['out.example.com', 'out.example.com', '192.0.2.1', 'mx.google.com', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Exchange',
    'from out.example.com (192.0.2.1) by mx.example.net (203.0.113.9) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.1 via Frontend Transport; Mon, 2 Nov 2026 08:00:01 +0000',
    ['out.example.com', null, '192.0.2.1', 'mx.example.net', null, '1.2', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  ],
  [
    'qmail',
    'from unknown (HELO out.example.com) (192.0.2.1) by mx.example.net with (ECDHE-RSA-AES256-GCM-SHA384 encrypted) ESMTPS; 2 Nov 2026 08:00:01 -0000',
    ['out.example.com', null, '192.0.2.1', 'mx.example.net', 'ESMTPS', null, 'ECDHE-RSA-AES256-GCM-SHA384'],
  ],
  [
    'qmail, client with a name',
    'from mail.example.com (HELO out.example.com) (ada@192.0.2.1) by mx.example.net with SMTP; 2 Nov 2026 08:00:01 -0000',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'SMTP', null, null],
  ],
  [
    'Yahoo',
    'from 192.0.2.1 (EHLO out.example.com) by 10.1.2.3 with SMTPs (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256); Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', null, '192.0.2.1', null, 'SMTPS', '1.3', 'TLS_AES_128_GCM_SHA256'],
  ],
  [
    'OpenSMTPD',
    'from out.example.com (mail.example.com [192.0.2.1]) by mx.example.net (OpenSMTPD) with ESMTPS id 9 (TLSv1.3:TLS_AES_256_GCM_SHA384:256:NO) for <bob@example.net>; Mon, 2 Nov 2026 08:00:01 +0000 (UTC)',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Haraka',
    'from out.example.com (mail.example.com [192.0.2.1]) by mx.example.net (Haraka/3.0.5) with ESMTPS id A.1 envelope-from <ada@example.com> tls TLS_AES_256_GCM_SHA384 (version=TLSv1.3); Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Stalwart',
    'from out.example.com (mail.example.com [192.0.2.1]) (using TLSv1_3 with cipher TLS13_AES_256_GCM_SHA384) by mx.example.net (Stalwart SMTP) with ESMTPS id 1; Mon, 2 Nov 2026 08:00:01 +0000',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'mx.example.net', 'ESMTPS', '1.3', 'TLS13_AES_256_GCM_SHA384'],
  ],
  [
    'Mimecast',
    'from out.example.com (mail.example.com [192.0.2.1]) by relay.example.net with ESMTP with STARTTLS (version=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384) id uk-mta-1-abc; Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', 'mail.example.com', '192.0.2.1', 'relay.example.net', 'ESMTP', '1.3', 'TLS_AES_256_GCM_SHA384'],
  ],
  [
    'Postini of old',
    'from source ([192.0.2.1]) (using TLSv1) by mx.example.net with SMTP; Mon, 02 Nov 2026 08:00:01 PST',
    ['source', null, '192.0.2.1', 'mx.example.net', 'SMTP', '1.0', null],
  ],
  [
    'CommuniGate',
    'from [192.0.2.1] (HELO out.example.com) by mx.example.net (CommuniGate Pro SMTP 6.3) with ESMTPS id 7 for bob@example.net; Mon, 02 Nov 2026 08:00:01 +0000',
    ['out.example.com', null, '192.0.2.1', 'mx.example.net', 'ESMTPS', null, null],
  ],
];

describe('a Received field', () => {
  it.each(hops)('%s', (_, value, expected) => {
    const { helo, reverseName, ip, by, protocol, tls } = readReceived(value, 0);
    expect([helo, reverseName, ip, by, protocol, tls.version, tls.cipher]).toEqual(expected);
  });

  it('says whether a hop was encrypted, where its keyword or its words do', () => {
    const encrypted = (value: string) => readReceived(value, 0).tls.encrypted;
    expect(encrypted('from a.example by b.example with ESMTPS id 1; x')).toBe(true);
    expect(encrypted('from a.example by b.example with UTF8SMTPSA id 1; x')).toBe(true);
    expect(encrypted('from a.example by b.example with ESMTPA id 1; x')).toBe(false);
    expect(encrypted('from a.example by b.example with HTTP; x')).toBe(null);
    expect(encrypted('by b.example with ESMTP with STARTTLS; x')).toBe(true);
    expect(encrypted('from a.example by b.example over TLS secured channel with Microsoft SMTPSVC(8.0); x')).toBe(true);
    expect(readReceived('from a.example by b.example with ESMTP/TLS/DHE-RSA-AES256-SHA; x', 0)).toMatchObject({
      protocol: 'ESMTP',
      tls: { encrypted: true, cipher: 'DHE-RSA-AES256-SHA' },
    });
  });

  it('reads what is said of a client certificate', () => {
    const of = (value: string) => readReceived(value, 0).tls.clientCertificate;
    expect(
      of(
        'from a.example (using TLSv1.2 with cipher X-Y (128/128 bits)) (Client CN "a.example", Issuer "CA" (verified OK)) by b.example with ESMTPS',
      ),
    ).toBe('verified');
    expect(of('from a.example (Client CN "a.example", Issuer "CA" (not verified)) by b.example with ESMTPS')).toBe(
      'not-verified',
    );
    expect(of('from a.example (No client certificate requested) by b.example with ESMTPS')).toBe('none');
    expect(of('from a.example by b.example with ESMTPS')).toBe(null);
  });

  it('reads the null sender, the time, and the queue id', () => {
    const hop = readReceived(
      'from a.example ([192.0.2.1]) by b.example with ESMTP id 4XYZ (envelope-from <>); Mon, 2 Nov 2026 09:00:01 +0100 (CET)',
      3,
    );
    expect(hop).toMatchObject({ place: 3, envelopeFrom: '', id: '4XYZ', date: new Date('2026-11-02T08:00:01Z') });
  });

  it('takes the address that the server saw, and not one that the client claims', () => {
    expect(readReceived('from [203.0.113.5] (mail.example.com [192.0.2.1]) by b.example with ESMTP', 0)).toMatchObject({
      helo: '[203.0.113.5]',
      ip: '192.0.2.1',
    });
    expect(readReceived('from x ([192.0.2.1] helo=[203.0.113.5]) by b.example with esmtp', 0).ip).toBe('192.0.2.1');
  });

  it('never hangs and never throws', () => {
    for (const text of [
      '(',
      ')',
      'from ',
      'from (',
      '[',
      'a.',
      '1.',
      ':',
      'with ',
      '; ',
      'using TLS',
      'helo=',
      '=',
      'envelope-from ',
    ])
      expect(readReceived(text.repeat(50_000), 0)).toMatchObject({ place: 0 });
  });
});
