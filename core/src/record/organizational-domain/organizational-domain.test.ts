import { describe, expect, it } from 'vitest';
import { type Zone, ZoneDns } from '../../dns/index.ts';
import { dmarcPlaces } from './both-places.ts';
import { isDmarcRecord } from './dmarc-record-at.ts';
import { organizationalDomain, publicSuffix } from './public-suffix.ts';
import { walkDmarc } from './walk-dmarc.ts';

const none = 'v=DMARC1; p=none';

function zone(records: Record<string, string | string[] | 'timeout' | 'servfail'>): ZoneDns {
  const names: Record<string, Zone[string]> = {};
  for (const [domain, texts] of Object.entries(records))
    names[`_dmarc.${domain}`] =
      texts === 'timeout' || texts === 'servfail' ? texts : { TXT: typeof texts === 'string' ? [texts] : texts };
  return new ZoneDns(names);
}

describe('the Public Suffix List', () => {
  it.each([
    ['www.Example.CO.UK.', 'co.uk', 'example.co.uk'],
    ['a.tenant.blogspot.com', 'blogspot.com', 'tenant.blogspot.com'],
    ['com', 'com', null],
    ['host.internal-only', 'internal-only', 'host.internal-only'],
    ['192.0.2.1', null, null],
    ['[2001:db8::1]', null, null],
    ['a..example.com', null, null],
    ['http://example.com/', null, null],
    ['', null, null],
    [`${'x'.repeat(64)}.example.com`, null, null],
  ])('%j: suffix %j, organisation %j', (domain, suffix, organization) => {
    expect(publicSuffix(domain)).toBe(suffix);
    expect(organizationalDomain(domain)).toBe(organization);
  });
});

describe('the tree walk', () => {
  it('asks eight times at most, as RFC 9989 section 4.10 shows', async () => {
    const dns = zone({});
    const walk = await walkDmarc('a.b.c.d.e.f.g.h.i.j.mail.example.com', dns);
    expect(dns.asked).toEqual([
      'TXT _dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com',
      'TXT _dmarc.g.h.i.j.mail.example.com',
      'TXT _dmarc.h.i.j.mail.example.com',
      'TXT _dmarc.i.j.mail.example.com',
      'TXT _dmarc.j.mail.example.com',
      'TXT _dmarc.mail.example.com',
      'TXT _dmarc.example.com',
      'TXT _dmarc.com',
    ]);
    expect(walk).toMatchObject({ record: null, organizationalDomain: 'a.b.c.d.e.f.g.h.i.j.mail.example.com' });
  });

  it.each([
    [8, ['_dmarc.1.2.3.4.5.6.7.8', '_dmarc.2.3.4.5.6.7.8']],
    [7, ['_dmarc.1.2.3.4.5.6.7', '_dmarc.2.3.4.5.6.7']],
    [9, ['_dmarc.1.2.3.4.5.6.7.8.9', '_dmarc.3.4.5.6.7.8.9']],
  ])('of %i labels begins', async (count, first) => {
    const dns = zone({});
    const labels = Array.from({ length: count }, (_, i) => `${i + 1}`);
    await walkDmarc([...labels.slice(0, -1), `x${count}`].join('.'), dns);
    expect(dns.asked.slice(0, 2)).toEqual(first.map((name) => `TXT ${name.replace(/(\d)$/, 'x$1')}`));
  });

  it.each([
    // the examples of section 4.10.2
    [
      'a.mail.example.com',
      { 'mail.example.com': none, 'example.com': none },
      'example.com',
      'example.com',
      'organizational-domain',
    ],
    [
      'a.mail.example.com',
      { 'mail.example.com': `${none}; psd=n`, 'example.com': none },
      'mail.example.com',
      'mail.example.com',
      'organizational-domain',
    ],
    ['a.mail.example.com', { com: `${none}; psd=y` }, 'example.com', 'com', 'public-suffix'],
    [
      'mail.example.com',
      { 'mail.example.com': none, 'example.com': `${none}; psd=y` },
      'mail.example.com',
      'mail.example.com',
      'author-domain',
    ],
    // the policy of the organisation, not of what lies between
    ['a.b.example.com', { 'b.example.com': none, com: `${none}; PSD=Y` }, 'example.com', 'com', 'public-suffix'],
    ['a.example.com', { 'a.example.com': none, 'example.com': none }, 'example.com', 'a.example.com', 'author-domain'],
    // a public suffix that sends mail itself
    ['example.bank', { 'example.bank': `${none}; psd=y` }, 'example.bank', 'example.bank', 'author-domain'],
    // several records are none
    [
      'a.example.com',
      { 'a.example.com': [none, none], 'example.com': none },
      'example.com',
      'example.com',
      'organizational-domain',
    ],
    ['example.com', { 'example.com': ['v=spf1 -all', none] }, 'example.com', 'example.com', 'author-domain'],
    ['example.com', {}, 'example.com', undefined, null],
  ] as const)('%s with %j', async (domain, records, organization, place, from) => {
    const walk = await walkDmarc(domain, zone(records as Record<string, string | string[]>));
    expect([walk.organizationalDomain, walk.record?.domain, walk.from]).toEqual([organization, place, from]);
    expect(walk.undetermined).toBeNull();
  });

  it('leaves open what an unanswered question could change', async () => {
    const own = await walkDmarc('a.example.com', zone({ 'a.example.com': none, 'example.com': 'timeout' }));
    expect(own).toMatchObject({ from: 'author-domain', organizationalDomain: null });
    expect(own.undetermined?.name).toBe('_dmarc.example.com');
    const above = await walkDmarc('a.example.com', zone({ 'a.example.com': 'servfail', 'example.com': none }));
    expect(above).toMatchObject({ record: null, from: null, organizationalDomain: null });
    const stopped = await walkDmarc('a.example.com', zone({ 'a.example.com': `${none}; psd=n`, com: 'timeout' }));
    expect(stopped).toMatchObject({ organizationalDomain: 'a.example.com', undetermined: null });
  });

  it('asks nothing for what is no name', async () => {
    const dns = zone({});
    expect(await walkDmarc('192.0.2.1', dns)).toMatchObject({ steps: [], record: null });
    expect(dns.asked).toEqual([]);
  });
});

describe('both standards', () => {
  it('agree on most domains, and ask each name once', async () => {
    const dns = zone({ 'example.com': none });
    const places = await dmarcPlaces('news.example.com', dns);
    expect(places).toMatchObject({ differ: false, says: null });
    expect(places.rfc7489.record?.domain).toBe('example.com');
    expect(dns.asked).toHaveLength(3);
  });

  it.each([
    [
      'tenant.blogspot.com',
      { 'blogspot.com': none },
      'Receivers that follow RFC 7489 take the policy for tenant.blogspot.com from nowhere; those that follow RFC 9989 take it from _dmarc.blogspot.com.',
    ],
    [
      'a.example.com',
      { 'a.example.com': [none, none], 'example.com': none },
      'Receivers that follow RFC 7489 take the policy for a.example.com from nowhere; those that follow RFC 9989 take it from _dmarc.example.com.',
    ],
    [
      'a.example.com',
      { 'a.example.com': none },
      'Receivers that follow RFC 7489 count a.example.com to example.com; those that follow RFC 9989 count it to a.example.com, so that other domains are aligned with it.',
    ],
  ] as const)('differ on %s with %j', async (domain, records, says) => {
    const places = await dmarcPlaces(domain, zone(records as Record<string, string | string[]>));
    expect(places).toMatchObject({ differ: true, says });
  });

  it('do not tell where a look-up got no answer', async () => {
    const places = await dmarcPlaces('a.example.com', zone({ 'a.example.com': 'timeout' }));
    expect(places).toMatchObject({ differ: null, says: null });
    expect(places.rfc7489.undetermined?.name).toBe('_dmarc.a.example.com');
    const above = await dmarcPlaces('a.example.com', zone({ 'example.com': 'timeout' }));
    expect(above.rfc7489.undetermined?.name).toBe('_dmarc.example.com');
  });

  it('do not search above a public suffix or what is no name', async () => {
    expect((await dmarcPlaces('co.uk', zone({}))).rfc7489).toMatchObject({
      organizationalDomain: 'co.uk',
      record: null,
    });
    expect((await dmarcPlaces('[192.0.2.1]', zone({}))).rfc7489.record).toBeNull();
  });
});

it.each([
  ['v=DMARC1', true],
  ['v = DMARC1 ; p=none', true],
  ['V=DMARC1; p=none', true],
  ['v=dmarc1; p=none', false],
  [' v=DMARC1; p=none', false],
  ['v=DMARC1 p=none', false],
  ['v=DMARC12; p=none', false],
  ['p=none; v=DMARC1', false],
  ['"v=DMARC1; p=none"', false],
])('%j is a DMARC record: %s', (text, is) => {
  expect(isDmarcRecord(text)).toBe(is);
});
