import { describe, expect, it } from 'vitest';
import { ZoneDns } from '../../dns/index.ts';
import { checkHost } from './check-host.ts';

const dns = new ZoneDns({
  'example.com': { TXT: ['v=spf1 include:a.example ?include:b.example -all exp=why.example.com'] },
  'a.example': { TXT: ['v=spf1 -ip4:192.0.2.9 ip4:192.0.2.0/28 -all exp=other.example'] },
  'b.example': { TXT: ['v=spf1 redirect=c.example'] },
  'c.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 include:down.example'] },
  'down.example': 'servfail',
  'why.example.com': { TXT: ['%{i} may not send for %{o}'] },
  'void.example': { TXT: ['v=spf1 a:gone1.example mx:gone2.example exists:gone3.example -all'] },
  'voidmx.example': {
    TXT: ['v=spf1 mx -all'],
    MX: ['a', 'b', 'c', 'd'].map((x) => ({ preference: 1, exchange: `${x}.gone.example` })),
  },
});
const check = (ip: string, sender = 'user@example.com', more = {}) =>
  checkHost({ ip, sender, helo: 'mail.example.com', dns, ...more });

describe('check_host()', () => {
  it('tells the term that decided, and the way to it', async () => {
    expect(await check('192.0.2.1')).toEqual({
      verdict: 'pass',
      domain: 'example.com',
      path: [{ domain: 'example.com', record: expect.any(String), term: 'include:a.example', span: [7, 24] }],
      decidedBy: { domain: 'a.example', record: expect.any(String), term: 'ip4:192.0.2.0/28', span: [22, 38] },
      says: '"ip4:192.0.2.0/28" in the record of a.example matches: pass.',
      explanation: null,
      lookups: 1,
      voids: 0,
    });
    const neutral = await check('198.51.100.7');
    expect(neutral).toMatchObject({ verdict: 'neutral', decidedBy: { term: 'ip4:198.51.100.0/24' }, lookups: 3 });
    expect(neutral.path.map(({ term }) => term)).toEqual(['?include:b.example', 'redirect=c.example']);
  });

  it('hands on an error of an included record with its place', async () => {
    const error = await check('203.0.113.1');
    expect(error).toMatchObject({ verdict: 'temperror', decidedBy: null, lookups: 4 });
    expect(error.path.map(({ term }) => term)).toEqual([
      '?include:b.example',
      'redirect=c.example',
      'include:down.example',
    ]);
    expect(error.says).toBe('The TXT records of down.example could not be had (servfail): temperror.');
  });

  it('explains a failure of its own record alone', async () => {
    const zone = new ZoneDns({
      'example.com': { TXT: ['v=spf1 include:a.example -all exp=why.example.com'] },
      'a.example': { TXT: ['v=spf1 -all exp=other.example'] },
      'why.example.com': { TXT: ['%{i} may not send for %{o}'] },
      'other.example': { TXT: ['other'] },
    });
    expect(await check('192.0.2.1', 'user@example.com', { dns: zone })).toMatchObject({
      verdict: 'fail',
      explanation: '192.0.2.1 may not send for example.com',
    });
  });

  it('takes the HELO name for the null sender, and a domain that is given before both', async () => {
    const none = await checkHost({ ip: '192.0.2.1', sender: '', helo: 'none.example', dns });
    expect(none).toMatchObject({ domain: 'none.example', verdict: 'none' });
    expect(await check('192.0.2.1', 'user@none.example', { domain: 'A.Example.' })).toMatchObject({
      domain: 'a.example',
      verdict: 'pass',
    });
  });

  it('has its limits from the caller', async () => {
    expect(await check('192.0.2.1', 'user@void.example')).toMatchObject({ verdict: 'permerror', voids: 3, lookups: 3 });
    expect(await check('192.0.2.1', 'user@void.example', { limits: { voids: 3 } })).toMatchObject({ verdict: 'fail' });
    expect(await check('192.0.2.1', 'user@example.com', { limits: { lookups: 0 } })).toMatchObject({
      verdict: 'permerror',
    });
    // names of mail servers are no terms (RFC 7208 section 4.6.4)
    expect(await check('192.0.2.1', 'user@voidmx.example')).toMatchObject({ verdict: 'fail', voids: 0 });
  });

  it('takes ten mail servers of one name, and stops at the eleventh', async () => {
    const servers = (count: number) => ({
      MX: Array.from({ length: count }, (_, at) => ({ preference: at, exchange: `mx${at}.example.com` })),
    });
    const of = (count: number) =>
      check('192.0.2.1', 'user@example.com', {
        dns: new ZoneDns({
          'example.com': { TXT: ['v=spf1 mx -all'], ...servers(count) },
          'mx9.example.com': { A: ['192.0.2.1'] },
        }),
      });
    expect(await of(10)).toMatchObject({ verdict: 'pass', decidedBy: { term: 'mx' } });
    expect(await of(11)).toMatchObject({ verdict: 'permerror' });
  });

  it.each([
    [{ lookups: Number.NaN }, 'limits.lookups is NaN: give a whole number from 0 to 5000'],
    [{ voids: -1 }, 'limits.voids is -1: give a whole number from 0 to 5000'],
    [{ lookup: 3 }, 'limits.lookup is not known: give lookups, voids, mxNames, ptrNames'],
  ])('refuses %o', async (limits, message) => {
    await expect(check('192.0.2.1', 'user@example.com', { limits })).rejects.toThrow(message);
  });

  it('refuses what is no address', async () => {
    await expect(check('192.0.2')).rejects.toThrow('ip is "192.0.2": give an IPv4 or IPv6 address');
  });

  it('asks each question once', async () => {
    const zone = new ZoneDns({ 'example.com': { TXT: ['v=spf1 a a a a mx mx -all'], A: ['192.0.2.9'] } });
    await check('192.0.2.1', 'user@example.com', { dns: zone });
    expect(zone.asked).toEqual(['TXT example.com', 'A example.com', 'MX example.com']);
  });
});
