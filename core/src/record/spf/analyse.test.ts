import { describe, expect, it } from 'vitest';
import type { DnsClient } from '../../dns/index.ts';
import { ZoneDns } from '../../dns/index.ts';
import { analyseSpf } from './analyse.ts';
import { spfTreeLimits } from './limits.ts';
import { lintSpf } from './lint-tree.ts';
import { placedTerms } from './tree-terms.ts';

const totals = (dns: DnsClient) => analyseSpf({ domain: 'example.com', dns });

describe('the tree of a record', () => {
  it('counts every branch, and names the term that is one too many', async () => {
    const ten = new ZoneDns({
      'example.com': {
        TXT: ['v=spf1 include:a.example mx include:b.example ip4:192.0.2.1 -all'],
        MX: [{ preference: 1, exchange: 'mx.example.com' }],
      },
      'mx.example.com': { A: ['192.0.2.9'] },
      'a.example': {
        TXT: ['v=spf1 include:c.example a a:mx.example.com exists:mx.example.com ~all'],
        A: ['192.0.2.2'],
      },
      'c.example': { TXT: ['v=spf1 a:mx.example.com -all include:late.example'] },
      'b.example': { TXT: ['v=spf1 a:mx.example.com redirect=d.example'] },
      'd.example': { TXT: ['v=spf1 a:mx.example.com a:mx.example.com mx:example.com -all'] },
    });
    const tree = await totals(ten);
    expect(tree.lookups.total).toBe(13);
    expect(tree.lookups.over?.path.map(({ term }) => term)).toEqual(['include:b.example', 'redirect=d.example']);
    expect(tree.lookups.over?.at).toMatchObject({ domain: 'd.example', term: 'a:mx.example.com', span: [7, 23] });
    expect(
      placedTerms(tree.root).map(({ node }) => [
        node.term.text,
        node.cost,
        node.subtreeCost,
        node.runningTotal,
        node.state,
      ]),
    ).toEqual([
      ['include:a.example', 1, 6, 6, 'asked'],
      ['include:c.example', 1, 2, 3, 'asked'],
      ['a:mx.example.com', 1, 1, 3, 'asked'],
      ['-all', 0, 0, 3, 'settled'],
      ['include:late.example', 0, 0, 3, 'not-reached'],
      ['a', 1, 1, 4, 'asked'],
      ['a:mx.example.com', 1, 1, 5, 'asked'],
      ['exists:mx.example.com', 1, 1, 6, 'asked'],
      ['~all', 0, 0, 6, 'settled'],
      ['mx', 1, 1, 7, 'asked'],
      ['include:b.example', 1, 6, 13, 'asked'],
      ['a:mx.example.com', 1, 1, 9, 'asked'],
      ['redirect=d.example', 1, 4, 13, 'asked'],
      ['a:mx.example.com', 1, 1, 11, 'asked'],
      ['a:mx.example.com', 1, 1, 12, 'asked'],
      ['mx:example.com', 1, 1, 13, 'asked'],
      ['-all', 0, 0, 13, 'settled'],
      ['ip4:192.0.2.1', 0, 0, 13, 'settled'],
      ['-all', 0, 0, 13, 'settled'],
    ]);
    // never asked for what nobody comes to, and for nothing twice
    expect(ten.asked).not.toContain('TXT late.example');
    expect(new Set(ten.asked).size).toBe(ten.asked.length);
    expect(tree.queries).toBe(ten.asked.length);
  });

  it('walks on behind a match, an error and a missing record, and tells what could not be determined apart', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': {
          TXT: [
            'v=spf1 ip4:0.0.0.0/0 moo include:none.example include:two.example include:down.example include:bad.example include:a.example -all',
          ],
        },
        'none.example': { TXT: ['"v=spf1 -all"'] },
        'two.example': { TXT: ['v=spf1 a', 'v=spf1 mx'] },
        'down.example': 'timeout',
        'bad.example': { TXT: ['v=spf1 ipv4:192.0.2.1 include:a.example -all'] },
        'a.example': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
      }),
    );
    expect(
      tree.root.terms.flatMap(({ child }) => (child === null ? [] : [[child.domain, child.status, child.answer]])),
    ).toEqual([
      ['none.example', 'none', 'found'],
      ['two.example', 'several', 'found'],
      ['down.example', 'could-not-determine', 'timeout'],
      ['bad.example', 'found', 'found'],
    ]);
    expect(tree.root.terms[5]?.child?.terms[1]?.child?.domain).toBe('a.example');
    expect(tree.root.terms[6]).toMatchObject({ again: 'repeated', child: null });
    expect(tree.root.terms[2]?.child?.nearMisses).toMatchObject([{ finding: { code: 'quotes-inside' } }]);
    expect(tree.authorised.complete).toBe(false);
  });

  it('finds circles and repetitions', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': { TXT: ['v=spf1 include:a.example include:b.example include:c.example -all'] },
        'a.example': { TXT: ['v=spf1 include:c.example redirect=example.com'] },
        'b.example': { TXT: ['v=spf1 include:b.example -all'] },
        'c.example': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
      }),
    );
    const shown = (list: typeof tree.loops) =>
      list.map(({ path, at, domain }) => [...path.map(({ term }) => term), at.term, domain]);
    expect(shown(tree.loops)).toEqual([
      ['include:a.example', 'redirect=example.com', 'example.com'],
      ['include:b.example', 'include:b.example', 'b.example'],
    ]);
    expect(shown(tree.repeated)).toEqual([['include:c.example', 'c.example']]);
    // gone through again and again, the first circle exceeds the limit
    expect(tree.lookups.total).toBe(6);
    expect(tree.lookups.over?.at.term).toMatch(/^(?:include|redirect)/);
  });

  it('counts void look-ups in both readings', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': {
          TXT: ['v=spf1 a:four.example a:six.example a:gone.example mx:gone.example exists:gone.example -all'],
        },
        'four.example': { A: ['192.0.2.1'] },
        'six.example': { AAAA: ['2001:db8::1'] },
      }),
    );
    expect(tree.voids).toMatchObject({ dualStack: 6, ipv4: 4, ipv6: 4 });
    expect(tree.voids.places.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'AAAA four.example',
      'A six.example',
      'A gone.example',
      'AAAA gone.example',
      'MX gone.example',
      'A gone.example',
    ]);
  });

  it('sums up what is authorised, each address once and only where it passes', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': {
          TXT: [
            'v=spf1 -ip4:192.0.2.0/26 include:a.example -include:no.example ?ip4:203.0.113.0/24 mx ip6:2001:db8:1::/48 -all',
          ],
          MX: [{ preference: 1, exchange: 'mx.example.com' }],
        },
        'mx.example.com': { A: ['192.0.2.200', '198.51.100.1'], AAAA: ['2001:db8:1::5'] },
        'a.example': {
          TXT: ['v=spf1 ?ip4:192.0.2.128/26 ip4:192.0.2.0/24 ip6:2001:db8::/64 exists:%{i}.x.example +all'],
        },
        'no.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
      }),
    );
    expect(tree.authorised.cidrs).toContain('0.0.0.0/1');
    expect(tree.authorised.world).toMatchObject([
      { path: [{ term: 'include:a.example' }], at: { term: '+all' }, cidr: '0.0.0.0/0' },
    ]);
    expect(tree.authorised.open).toMatchObject([{ at: { term: 'exists:%{i}.x.example' } }]);
    // all but what a minus or question mark took first
    expect(tree.authorised.ipv4Addresses).toBe(2 ** 32 - 64 - 64);
  });

  it('finds terms that others before them cover', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': {
          TXT: ['v=spf1 ip4:192.0.2.0/25 ip4:192.0.2.128/25 include:a.example a mx ip4:192.0.2.5 ip4:192.0.3.1 -all'],
          A: ['192.0.2.7'],
          MX: [{ preference: 1, exchange: 'example.com' }],
        },
        'a.example': { TXT: ['v=spf1 ip4:192.0.2.64/26 ip4:192.0.2.130 -all'] },
      }),
    );
    expect(tree.root.terms.map(({ coveredBy }) => coveredBy.map(({ text }) => text))).toEqual([
      [],
      [],
      ['ip4:192.0.2.0/25', 'ip4:192.0.2.128/25'],
      ['ip4:192.0.2.0/25'],
      ['ip4:192.0.2.0/25'],
      ['ip4:192.0.2.0/25'],
      [],
      [],
    ]);
  });

  it('counts macros that need a client, and follows those that do not', async () => {
    const tree = await totals(
      new ZoneDns({
        'example.com': {
          TXT: ['v=spf1 include:%{ir}.x.example exists:%{l}.y.example include:%{d1}.%{o}.z.example ptr -all'],
        },
        'com.example.com.z.example': { TXT: ['v=spf1 ip4:192.0.2.1 -all'] },
      }),
    );
    expect(tree.root.terms.map(({ state, needs }) => [state, needs])).toEqual([
      ['needs-client', ['i']],
      ['needs-client', ['l']],
      ['asked', []],
      ['needs-client', ['i']],
      ['settled', []],
    ]);
    expect(tree.lookups.total).toBe(4);
    expect(tree.authorised.cidrs).toEqual(['192.0.2.1']);
  });
});

describe('a hostile record', () => {
  it.each([
    [
      'many includes',
      (name: string) => `v=spf1 ${Array.from({ length: 4000 }, (_, n) => `include:${n}.${name}`).join(' ')}`,
    ],
    [
      'one include after another',
      (name: string) => `v=spf1 include:x.${name.slice(0, 200)} include:x.${name.slice(0, 200)} -all`,
    ],
    ['itself again and again', () => `v=spf1${' include:example.com'.repeat(3000)} -all`],
    ['macro bombs', () => `v=spf1 ${'exists:'.concat('%{d}'.repeat(2000), '.x.example ').repeat(8)} -all`],
    [
      'a giant set of addresses',
      (name: string) =>
        `v=spf1 ${Array.from({ length: 4000 }, (_, n) => `ip4:${n >> 8}.${n & 255}.2.0/${8 + (n % 25)}`).join(' ')} include:a.${name}`,
    ],
    ['a host again and again', () => `v=spf1${' a:many.example/24'.repeat(3000)} -all`],
    ['broken terms', (name: string) => `v=spf1 include:a.${name} include:b.${name}${' moo'.repeat(15_000)}`],
    [
      'mail servers',
      (name: string) => `v=spf1 ${Array.from({ length: 30 }, (_, n) => `mx:${n}.${name}`).join(' ')} -all`,
    ],
  ])('of %s ends, and says so', async (_, record) => {
    const asked: string[] = [];
    const dns: DnsClient = {
      query: async (name, type) => {
        asked.push(name);
        const data: Record<string, readonly unknown[]> = {
          TXT: [[record(name)]],
          A: Array.from({ length: 3000 }, (_, n) => `10.${n >> 8}.${n & 255}.1`),
          AAAA: ['2001:db8::1'],
          MX: Array.from({ length: 2000 }, (_, n) => ({ preference: n, exchange: `mx${n}.${name}` })),
        };
        return {
          name,
          type,
          status: 'found',
          records: (data[type] ?? []) as never,
          ttl: 1,
          authenticated: false,
          chain: [],
          server: null,
          detail: null,
        };
      },
    };
    const tree = await analyseSpf({ domain: 'example.com', dns });
    expect(asked.length).toBeLessThanOrEqual(spfTreeLimits.queries);
    expect(tree.queries).toBe(asked.length);
    expect(lintSpf(tree).length).toBeGreaterThan(0);
    if (asked.length === spfTreeLimits.queries) expect(tree.cutOff).toContain('The walk was cut off after');
    if (tree.cutOff !== null) expect(lintSpf(tree).map(({ code }) => code)).toContain('cut-off');
  });

  it('that includes the next twice, thirty times over, is counted without being walked 2^30 times', async () => {
    const zone = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `n${n}.example`,
        { TXT: [`v=spf1 include:n${n + 1}.example include:n${n + 1}.example -all`] },
      ]),
    );
    const dns = new ZoneDns({ ...zone, 'n30.example': { TXT: ['v=spf1 -all'] } });
    const tree = await analyseSpf({ domain: 'n0.example', dns });
    expect(tree.lookups.total).toBe(1_000_000);
    expect(tree.lookups.over?.at.domain).toBe('n10.example');
    expect(tree.queries).toBe(31);
  });
});
