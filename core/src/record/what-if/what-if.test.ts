import { describe, expect, it } from 'vitest';
import { type Zone, ZoneDns } from '../../dns/index.ts';
import type { WhatIfMail } from './mail.ts';
import { whatIf } from './what-if.ts';

const zone: Zone = {
  'example.com': { TXT: ['v=spf1 ip4:192.0.2.0/28 -all', 'other'], A: ['192.0.2.80'] },
  '_dmarc.example.com': { TXT: ['v=DMARC1; p=none'] },
  's1._domainkey.example.com': { TXT: ['v=DKIM1; p=AAAA'] },
  'bounce.example.net': { TXT: ['v=spf1 ip4:203.0.113.0/24 -all'] },
};
const inside: WhatIfMail = { ip: '192.0.2.1', mailFrom: 'ann@example.com', fromDomain: 'example.com', dkim: [] };
const outside: WhatIfMail = { ...inside, ip: '198.51.100.7', count: 12, label: 'newsletter' };
const signed: WhatIfMail = {
  ip: '203.0.113.9',
  mailFrom: 'x@bounce.example.net',
  fromDomain: 'example.com',
  dkim: [{ domain: 'example.com', selector: 's1', result: 'pass' }],
  count: 3,
};
const spf = (text: string): Zone => ({ 'example.com': { TXT: [text] } });
const dmarc = (text: string): Zone => ({ '_dmarc.example.com': { TXT: [text] } });

const ask = (changes: Zone, mails: readonly WhatIfMail[], own = zone) =>
  whatIf({ dns: new ZoneDns(own), changes, mails });

describe('what if', () => {
  it('tells which mail starts to pass, and why', async () => {
    const { mails, totals, says } = await ask(spf('v=spf1 ip4:192.0.2.0/28 ip4:198.51.100.7 -all'), [inside, outside]);
    expect(mails.map(({ change, olderChange }) => [change, olderChange])).toEqual([
      ['same', 'same'],
      ['gained', 'gained'],
    ]);
    expect(mails[0]?.says).toBe(
      'Mail from 192.0.2.1 would pass DMARC for example.com as today. SPF gave pass for example.com, which is aligned with example.com.',
    );
    expect(mails[1]?.says).toBe(
      '12 messages ("newsletter") from 198.51.100.7 would start to pass DMARC for example.com. SPF gave pass for example.com, which is aligned with example.com. Today: SPF gave fail for example.com, so it cannot carry the message. SPF would go from fail to pass. "ip4:198.51.100.7" in the record of example.com matches: pass.',
    );
    expect(totals).toEqual({
      messages: 13,
      passBefore: 1,
      passAfter: 13,
      stoppedBefore: 0,
      stoppedAfter: 0,
      gained: 12,
      lost: 0,
      stricter: 0,
      milder: 0,
      same: 1,
      unclear: 0,
    });
    expect(says).toEqual([
      'Of 13 messages, 1 passes today and 13 would pass with the change.',
      '12 would start to pass: 12 messages ("newsletter") from 198.51.100.7.',
    ]);
  });

  it('tells which mail stops passing', async () => {
    const { mails, says } = await ask({ ...spf('v=spf1 ip4:198.51.100.7 -all'), ...dmarc('v=DMARC1; p=reject') }, [
      inside,
      outside,
    ]);
    expect(mails.map(({ change }) => change)).toEqual(['lost', 'gained']);
    expect(mails[0]?.says).toMatch(
      /^Mail from 192\.0\.2\.1 would stop passing DMARC for example\.com\. .*Receivers are asked to refuse it\. SPF would go from pass to fail\./,
    );
    expect(says[1]).toBe('1 would stop passing: Mail from 192.0.2.1.');
    expect(says.at(-1)).toBe('Receivers are asked to stop 0 of them today, and 1 with the change.');
  });

  it.each([
    ['v=DMARC1; p=reject', 'stricter'],
    ['v=DMARC1; p=quarantine', 'stricter'],
    ['v=DMARC1; p=none; rua=mailto:a@example.com', 'same'],
  ])('%s makes mail that fails fare %s', async (text, change) => {
    const { mails } = await ask(dmarc(text), [outside, signed]);
    expect(mails.map((outcome) => outcome.change)).toEqual([change, 'same']);
  });

  it('tells of a policy that is lifted, and of a share', async () => {
    const strict = { ...zone, ...dmarc('v=DMARC1; p=reject') };
    const lifted = await ask(dmarc('v=DMARC1; p=none'), [outside], strict);
    expect(lifted.mails[0]).toMatchObject({ change: 'milder', olderChange: 'milder' });
    expect(lifted.mails[0]?.says).toMatch(/asked to deliver it as without DMARC/);
    const share = await ask(dmarc('v=DMARC1; p=reject; pct=10'), [outside], strict);
    expect(share.mails[0]).toMatchObject({ change: 'same', olderChange: 'milder' });
    expect(share.mails[0]?.says).toMatch(/RFC 7489 see it otherwise: they would be treated more mildly there/);
    expect(share.says.at(-1)).toMatch(/see 1 of the 1 kinds otherwise/);
  });

  it('sees that alignment decides, not SPF alone', async () => {
    const foreign: WhatIfMail = { ...signed, dkim: [] };
    const { mails } = await ask(dmarc('v=DMARC1; p=quarantine'), [foreign]);
    expect(mails[0]).toMatchObject({ change: 'stricter', after: { spf: { verdict: 'pass' } } });
    expect(mails[0]?.says).toMatch(/which is not aligned/);
    const sub: WhatIfMail = { ...inside, mailFrom: 'x@mail.example.com' };
    const own = { ...zone, 'mail.example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] } };
    const strict = await ask(dmarc('v=DMARC1; p=none; aspf=s'), [sub], own);
    expect(strict.mails[0]?.change).toBe('lost');
  });

  it('tells what changes where no DMARC record applies', async () => {
    const { '_dmarc.example.com': _, ...own } = zone;
    const { mails, says } = await ask(
      spf('v=spf1 ip4:198.51.100.7 -all'),
      [inside, outside, { ...inside, ip: '203.0.113.1' }],
      own,
    );
    expect(mails.map((outcome) => outcome.says.split('. ')[0])).toEqual([
      'Mail from 192.0.2.1 would stop being authenticated for example.com',
      '12 messages ("newsletter") from 198.51.100.7 would start to be authenticated for example.com',
      'Mail from 203.0.113.1 would be no more authenticated for example.com than today',
    ]);
    expect(says[1]).toMatch(/^No DMARC policy applies to any of them/);
    const first = await ask(dmarc('v=DMARC1; p=reject'), [outside], own);
    expect(first.mails[0]).toMatchObject({ change: 'stricter' });
  });

  it('breaks with a record in error', async () => {
    const { mails } = await ask(spf('v=spf1 ipv4:192.0.2.1 -all'), [inside]);
    expect(mails[0]).toMatchObject({ change: 'lost', after: { spf: { verdict: 'permerror' } } });
    expect(mails[0]?.says).toMatch(/SPF would go from pass to permerror\. .*ipv4/);
  });

  describe('a change of a key', () => {
    const at = (TXT: Zone[string]) => ({ 's1._domainkey.example.com': TXT });
    it.each([
      ['revoked', { TXT: ['v=DKIM1; p='] }, 'lost', /would be gone/],
      ['taken out', { TXT: 'no-data' as const }, 'lost', /would be gone/],
      ['another', { TXT: ['v=DKIM1; p=BBBB'] }, 'unclear', /can only be seen once/],
      ['the same', { TXT: ['v=DKIM1; k=rsa; p=AAAA'] }, 'same', /as today/],
    ])('%s', async (_name, key, change, says) => {
      const { mails } = await ask(at(key), [signed]);
      expect(mails[0]?.change).toBe(change);
      expect(mails[0]?.says).toMatch(says);
    });

    it('of another selector, or one that is not known, is no matter', async () => {
      const unnamed = { ...signed, dkim: [{ domain: 'example.com', result: 'pass' }] };
      const other = { ...signed, dkim: [{ domain: 'example.com', selector: 's2', result: 'pass' }] };
      const { totals } = await ask(at({ TXT: ['v=DKIM1; p='] }), [unnamed, other]);
      expect(totals.same).toBe(6);
    });
  });

  it('says what could not be determined', async () => {
    const own = { ...zone, 'example.com': { TXT: 'servfail' as const } };
    const { mails, totals, says } = await ask(dmarc('v=DMARC1; p=reject'), [inside], own);
    expect(mails[0]?.change).toBe('unclear');
    expect(mails[0]?.says).toMatch(/^What becomes of mail from 192\.0\.2\.1 could not be determined\./);
    expect(totals).toMatchObject({ unclear: 1, passAfter: 0 });
    expect(says).toContain('1 could not be told about: Mail from 192.0.2.1.');
  });

  it('takes the server name where the return path is empty, and nothing where it is unknown', async () => {
    const own = { ...zone, 'mail.example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] } };
    const bounce = { ...inside, mailFrom: '', helo: 'mail.example.com' };
    const nameless = { ...inside, mailFrom: undefined, helo: 'mail.example.com' };
    const { mails, says } = await ask({}, [bounce, nameless, { ...inside, mailFrom: '' }], own);
    expect(mails.map(({ after }) => [after.spf?.domain, after.rfc9989.passes])).toEqual([
      ['mail.example.com', true],
      [undefined, false],
      [undefined, false],
    ]);
    expect(says.at(-1)).toBe('Nothing changes for any of them.');
  });

  it('asks each question once, however many messages there are', async () => {
    const dns = new ZoneDns(zone);
    const mails = Array.from({ length: 300 }, (_, at) => ({ ...inside, ip: `192.0.2.${at % 250}` }));
    await whatIf({ dns, changes: spf('v=spf1 -all'), mails });
    expect(dns.asked.length).toBe(new Set(dns.asked).size);
    expect(dns.asked.length).toBeLessThan(5);
  });

  it.each([
    [[{ ...inside, ip: 'x' }], /mails\[0\]\.ip is "x"/],
    [[inside, { ...inside, count: 1.5 }], /mails\[1\]\.count is 1\.5/],
    [[{ ...inside, count: Number.NaN }], /count is NaN/],
    [[{ ...inside, fromDomain: ' ' }], /fromDomain is empty/],
    [Array.from({ length: 2001 }, () => inside), /2001 entries: give at most 2000/],
  ])('refuses what is no mail', async (mails, message) => {
    await expect(ask({}, mails)).rejects.toThrow(message);
  });
});
