import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DnsClient, OverlayDns, ZoneDns } from '../../dns/index.ts';
import { analyseSpf } from './analyse.ts';
import { checkHost } from './check-host.ts';
import { type FlattenedSpf, flattenSpf } from './flatten.ts';
import { LONG_RECORD } from './lint-record.ts';
import { parseSpf } from './parse.ts';
import { calmZone, clients } from './zone-fixture.ts';

const who = { sender: 'user@example.com', helo: 'mail.example.com' };

const overlaid = (dns: DnsClient, { records }: FlattenedSpf) =>
  new OverlayDns(dns, Object.fromEntries(records.map(({ name, text }) => [name, { TXT: [text] }])));

describe('flattening', () => {
  const dns = new ZoneDns({
    'example.com': {
      TXT: ['v=spf1 mx include:a.example ip4:198.51.100.7 ~include:b.example include:keep.example foo=bar -all'],
      MX: [{ preference: 1, exchange: 'mx.example.com' }],
    },
    'mx.example.com': { A: ['203.0.113.5'] },
    'a.example': {
      TXT: [
        'v=spf1 -ip4:198.51.100.0/28 ip4:198.51.100.0/25 a include:deep.example ?ip4:192.0.2.0/24 ip6:2001:db8::/33 ip6:2001:db8:8000::/33 +ip4:198.51.100.128/25 -all',
      ],
      A: ['203.0.113.9'],
    },
    'deep.example': { TXT: ['v=spf1 mx:mail.example -all'] },
    'mail.example': { MX: [{ preference: 1, exchange: 'in.mail.example' }] },
    'in.mail.example': { AAAA: ['2001:db9::1'] },
    'b.example': { TXT: ['v=spf1 ip4:203.0.113.64/26 -all'] },
    'keep.example': { TXT: ['v=spf1 ip4:203.0.113.128/25 -all'] },
  });

  it('puts ranges in the place of includes, and leaves the rest', async () => {
    const tree = await analyseSpf({ domain: 'example.com', dns });
    const flat = flattenSpf(tree, { keep: ['keep.example'] });
    expect(flat.records).toEqual([
      {
        name: 'example.com',
        text: 'v=spf1 mx ip4:198.51.100.7 ip4:198.51.100.16/28 ip4:198.51.100.32/27 ip4:198.51.100.64/26 ip4:198.51.100.128/25 ip4:203.0.113.9 ip6:2001:db8::/32 ip6:2001:db9::1 ~ip4:203.0.113.64/26 include:keep.example foo=bar -all',
      },
    ]);
    expect(flat.lookups).toEqual({ before: 7, after: 2 });
    expect(flat.watch).toEqual([
      { name: 'a.example', type: 'TXT' },
      { name: 'a.example', type: 'A' },
      { name: 'deep.example', type: 'TXT' },
      { name: 'mail.example', type: 'MX' },
      { name: 'in.mail.example', type: 'AAAA' },
      { name: 'b.example', type: 'TXT' },
    ]);
    expect(flat.changes.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      'kept mx',
      'changed include:a.example',
      'kept ip4:198.51.100.7',
      'changed ~include:b.example',
      'kept include:keep.example',
      'kept foo=bar',
      'kept -all',
    ]);
    expect(flat.left.join(' ')).toContain('look at them at least once a day');
  });

  it('keeps what depends on the message, also inside an include of nothing but what passes', async () => {
    const zone = new ZoneDns({
      'example.com': {
        TXT: ['v=spf1 include:a.example ?include:b.example include:mixed.example include:none.example -all'],
      },
      'a.example': { TXT: ['v=spf1 ip4:192.0.2.1 exists:%{i}.x.example include:c.example ptr -all'] },
      'b.example': { TXT: ['v=spf1 ip4:192.0.2.2 exists:%{l}.y.example ~all'] },
      'c.example': { TXT: ['v=spf1 ip4:192.0.2.3 -all'] },
      'mixed.example': { TXT: ['v=spf1 -exists:%{i}.z.example ip4:192.0.2.4 -all'] },
    });
    const flat = flattenSpf(await analyseSpf({ domain: 'example.com', dns: zone }));
    expect(flat.records[0]?.text).toBe(
      'v=spf1 exists:%{i}.x.example ptr:a.example ip4:192.0.2.1 ip4:192.0.2.3 ?exists:%{l}.y.example ?ip4:192.0.2.2 include:mixed.example include:none.example -all',
    );
    expect(flat.left.filter((text) => text.includes('stays as it is'))).toHaveLength(2);
  });

  it('follows a redirect', async () => {
    const zone = new ZoneDns({
      'example.com': { TXT: ['v=spf1 redirect=_spf.example.com'] },
      '_spf.example.com': {
        TXT: ['v=spf1 a include:b.example -mx ~all'],
        A: ['192.0.2.9'],
        MX: [{ preference: 1, exchange: 'mx.example.com' }],
      },
      'b.example': { TXT: ['v=spf1 ip4:192.0.2.0/29 -all'] },
      'mx.example.com': { A: ['192.0.2.17', '192.0.2.9'] },
    });
    const flat = flattenSpf(await analyseSpf({ domain: 'example.com', dns: zone }));
    expect(flat.records[0]?.text).toBe('v=spf1 ip4:192.0.2.0/29 ip4:192.0.2.9 -ip4:192.0.2.17 ~all');
  });

  it('makes records of their own where one would be too long', async () => {
    const parts = [0, 1, 2, 3, 4, 5].map((part) => ({
      name: `p${part}.example`,
      text: `v=spf1 ${Array.from({ length: 20 }, (_, n) => `ip4:${part * 20 + n + 1}.2.3.${n * 2}`).join(' ')} -all`,
    }));
    const zone = new ZoneDns({
      'example.com': { TXT: ['v=spf1 a:mx.example.com include:big.example -all'] },
      'big.example': { TXT: [`v=spf1 ${parts.map(({ name }) => `include:${name}`).join(' ')} -all`] },
      ...Object.fromEntries(parts.map(({ name, text }) => [name, { TXT: [text] }])),
      'mx.example.com': { A: ['192.0.2.1'] },
    });
    const flat = flattenSpf(await analyseSpf({ domain: 'example.com', dns: zone }));
    expect(flat.records.map(({ name }) => name)).toEqual([
      'example.com',
      ...[1, 2, 3, 4].map((n) => `_spf${n}.example.com`),
    ]);
    expect(flat.records[0]?.text).toBe(
      `v=spf1 a:mx.example.com ${[1, 2, 3, 4].map((n) => `include:_spf${n}.example.com`).join(' ')} -all`,
    );
    for (const { text } of flat.records) expect(text.length).toBeLessThanOrEqual(LONG_RECORD);
    expect(flat.lookups).toEqual({ before: 8, after: 5 });
    const tree = await analyseSpf({ domain: 'example.com', dns: overlaid(zone, flat) });
    expect(tree.lookups.total).toBe(5);
  });

  it('does not flatten what allows nearly everybody', async () => {
    const zone = new ZoneDns({
      'example.com': { TXT: ['v=spf1 include:a.example -all'] },
      'a.example': { TXT: ['v=spf1 -ip6:2001:db8::1 -ip4:192.0.2.1 +all'] },
    });
    const flat = flattenSpf(await analyseSpf({ domain: 'example.com', dns: zone }));
    expect(flat.records).toEqual([{ name: 'example.com', text: 'v=spf1 include:a.example -all' }]);
    expect(flat.left[0]).toContain('in the place of 1: it stays as it is.');
  });

  it('writes nothing over a record that cannot be read', async () => {
    const flat = flattenSpf(
      await analyseSpf({ domain: 'example.com', dns: new ZoneDns({ 'example.com': { TXT: ['v=spf1 moo'] } }) }),
    );
    expect(flat).toMatchObject({
      records: [],
      left: ['The SPF record of example.com breaks the grammar: write it anew first.'],
    });
  });

  it('changes no verdict, and keeps to the grammar', async () => {
    await fc.assert(
      fc.asyncProperty(calmZone, fc.boolean(), fc.subarray(['a.example', 'b.example']), async (zone, hosts, keep) => {
        const tree = await analyseSpf({ domain: 'example.com', dns: zone });
        const flat = flattenSpf(tree, { hosts, keep });
        for (const { text } of flat.records) expect(parseSpf(text).valid).toBe(true);
        const after = overlaid(zone, flat);
        // a circle has no number of look-ups
        if (tree.loops.length > 0) return;
        expect(flat.lookups.after).toBeLessThanOrEqual(flat.lookups.before);
        const again = await analyseSpf({ domain: 'example.com', dns: after });
        expect(again.lookups.total).toBe(flat.lookups.after);
        if (tree.lookups.over !== null) return;
        for (const ip of clients) {
          const is = await checkHost({ ip, ...who, dns: zone });
          expect((await checkHost({ ip, ...who, dns: after })).verdict).toBe(is.verdict);
        }
      }),
      { numRuns: 150 },
    );
  });
});
