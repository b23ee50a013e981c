import { ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { BoundedDns } from './bounded-dns.ts';
import { body, fields, keyZone, rsaKey, sign, toMessage, verified } from './signed-fixture.ts';

const key = rsaKey(2048);
const keys = keyZone({
  s1: key.record,
  's1._domainkey.mail.example.com': key.record,
  's1._domainkey.example.net': key.record,
});
const plain = toMessage(fields, body);
const spf = { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] } };
const own = { ip: '192.0.2.1', helo: 'mail.example.com', mailFrom: 'ada@example.com' };

describe('SPF of a message', () => {
  it('passes and fails by the address', async () => {
    expect((await verified(plain, spf, own)).spf).toMatchObject({
      result: 'pass',
      lenient: null,
      identity: 'mail-from',
      domain: 'example.com',
      ip: '192.0.2.1',
      record: 'v=spf1 ip4:192.0.2.0/24 -all',
    });
    expect((await verified(plain, spf, { ...own, ip: '198.51.100.1' })).spf.result).toBe('fail');
  });

  it('holds HELO against it for the null sender', async () => {
    const zone = { 'mail.example.com': { TXT: ['v=spf1 a -all'], A: ['192.0.2.1'] } };
    expect((await verified(plain, zone, { ...own, mailFrom: '' })).spf).toMatchObject({
      result: 'pass',
      identity: 'null-sender',
      domain: 'mail.example.com',
    });
    const unknown = await verified(
      plain,
      { ...zone, '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] } },
      { ...own, mailFrom: null },
    );
    expect(unknown.spf).toMatchObject({ result: 'pass', identity: 'helo' });
    expect(unknown.dmarc).toMatchObject({ result: 'fail', identifiers: [] });
  });

  it('says why it cannot be evaluated', async () => {
    expect((await verified(plain, spf)).spf).toMatchObject({
      result: 'none',
      notEvaluated: expect.stringContaining('address'),
    });
    expect((await verified(plain, spf, { ip: '192.0.2.1' })).spf.notEvaluated).toContain('MAIL FROM');
    expect((await verified(plain, spf, { ip: '192.0.2.1', mailFrom: '' })).spf.notEvaluated).toContain('EHLO');
  });

  it('shows what lenient receivers accept', async () => {
    const zone = { 'example.com': { TXT: ['v=spf1 ip4:192.0.2.1 ip4:999 -all'] } };
    const { spf: verdict } = await verified(plain, zone, own);
    expect(verdict).toMatchObject({ result: 'permerror', detail: expect.any(String) });
    expect(verdict.lenient).toEqual({ result: 'pass', because: [expect.stringContaining('syntax error')] });
  });

  it.each(['servfail', 'timeout', 'refused', 'unreachable', 'malformed', 'over-budget', 'not-implemented'] as const)(
    '%s is no failure',
    async (status) => {
      expect((await verified(plain, { 'example.com': status }, own)).spf.result).toBe('temperror');
      const { dmarc } = await verified(plain, { ...spf, '_dmarc.example.com': status }, own);
      expect(dmarc.result).toBe('temperror');
    },
  );
});

describe('DMARC of a message', () => {
  const zoneWith = (record: string) => ({ ...keys, ...spf, '_dmarc.example.com': { TXT: [record] } });

  it('passes by SPF or by a signature, and says how each domain stands to From', async () => {
    const signed = await sign(plain, key);
    const { dmarc, authorDomain } = await verified(signed, zoneWith('v=DMARC1; p=reject'), own);
    expect(dmarc).toMatchObject({
      result: 'pass',
      policy: 'reject',
      policyDomain: 'example.com',
      author: 'example.com',
      noAuthor: null,
    });
    expect(authorDomain).toBe('example.com');
    expect(
      dmarc.identifiers.map(({ method, domain, passes, relation, mode, aligned }) => [
        method,
        domain,
        passes,
        relation,
        mode,
        aligned,
      ]),
    ).toEqual([
      ['spf', 'example.com', true, 'same', 'relaxed', true],
      ['dkim', 'example.com', true, 'same', 'relaxed', true],
    ]);
  });

  it.each([
    ['v=DMARC1; p=reject', 'pass', 'organizational', true],
    ['v=DMARC1; p=reject; adkim=s', 'fail', 'organizational', false],
  ])('%s: a signature of a subdomain: %s', async (record, result, relation, aligned) => {
    const signed = await sign(plain, key, { signingDomain: 'mail.example.com' });
    const { dmarc } = await verified(signed, zoneWith(record));
    expect(dmarc.result).toBe(result);
    expect(dmarc.identifiers).toMatchObject([
      { method: 'dkim', domain: 'mail.example.com', passes: true, relation, aligned },
    ]);
  });

  it('does not count a stranger, and names it', async () => {
    const signed = await sign(plain, key, { signingDomain: 'example.net' });
    for (const record of ['v=DMARC1; p=quarantine', 'v=DMARC1; p=quarantine; adkim=s']) {
      const { dmarc } = await verified(signed, zoneWith(record));
      expect(dmarc.result).toBe('fail');
      expect(dmarc.identifiers).toMatchObject([{ domain: 'example.net', relation: 'other', aligned: false }]);
      expect(dmarc.identifiers[0]?.says).toContain('nothing to do with example.com');
    }
  });

  it('tells without a record who belongs to whom by the list of public suffixes', async () => {
    for (const [signingDomain, relation] of [
      ['mail.example.com', 'organizational'],
      ['example.net', 'other'],
    ] as const) {
      const { dmarc } = await verified(await sign(plain, key, { signingDomain }), keys);
      expect(dmarc).toMatchObject({ result: 'none', record: null });
      expect(dmarc.identifiers).toMatchObject([{ domain: signingDomain, relation, mode: null, aligned: null }]);
    }
  });

  it('carries that a lenient receiver lets a signature pass', async () => {
    const old = await sign(plain, key, { algorithm: 'rsa-sha1' });
    const { dmarc } = await verified(old, zoneWith('v=DMARC1; p=reject'));
    expect(dmarc.result).toBe('fail');
    expect(dmarc.lenient?.result).toBe('pass');
  });

  it('has no verdict where From names no one domain', async () => {
    const two = plain.replace('<ada@example.com>', '<ada@example.com>, eve@example.net');
    expect((await verified(two, zoneWith('v=DMARC1; p=reject'))).dmarc).toMatchObject({
      result: 'none',
      noAuthor: 'multiple-author-domains',
      author: null,
    });
    expect((await verified(plain, keys)).dmarc).toMatchObject({ result: 'none', record: null, policy: null });
  });
});

describe('the DNS of one message', () => {
  it('is asked each question once', async () => {
    const dns = new ZoneDns({ ...keys, ...spf, '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] } });
    await verified(await sign(await sign(plain, key), key), dns, own);
    expect(dns.asked).toEqual([...new Set(dns.asked)]);
  });

  it('is given up when the time is over, and that is no failure', async () => {
    const silent = { query: () => new Promise<never>(() => {}) };
    const dns = new BoundedDns(silent, 1);
    expect(await dns.query('example.com', 'TXT')).toMatchObject({ status: 'timeout', name: 'example.com' });
    dns.close();
  });
});
