import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OverlayDns, ZoneDns } from '../../dns/index.ts';
import { checkHost } from './check-host.ts';
import { lintSpfRecord } from './lint-record.ts';
import { mergeSpf } from './merge.ts';
import { parseSpf } from './parse.ts';
import type { SpfSender } from './sender.ts';
import { writeSpf } from './write.ts';
import { calmZone, clients, wildZone } from './zone-fixture.ts';

const who = { sender: 'user@example.com', helo: 'mail.example.com' };
const errors = (text: string) => parseSpf(text).findings.filter(({ severity }) => severity === 'critical');

describe('writing a record', () => {
  it('makes a new one', () => {
    const written = writeSpf({
      existing: null,
      add: [{ mx: null }, { ip: '192.0.2.77/24' }, { ip: '2001:DB8::1' }, { include: '_spf.example.net' }],
    });
    expect(written.text).toBe('v=spf1 mx ip4:192.0.2.0/24 ip6:2001:db8::1 include:_spf.example.net ~all');
    expect(written.changes.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'added mx',
      'added ip4:192.0.2.0/24',
      'added ip6:2001:db8::1',
      'added include:_spf.example.net',
      'added ~all',
    ]);
    expect(written.left).toEqual([]);
    expect(lintSpfRecord(parseSpf(written.text)).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(writeSpf({ existing: null, add: [], all: '-' }).text).toBe('v=spf1 -all');
  });

  it('keeps what is there, its order and unknown modifiers, and puts all last', () => {
    const written = writeSpf({
      existing: 'v=spf1 include:B.example A/24 foo=bar ~ip4:192.0.2.0/24 -all exp=why.example.com',
      add: [{ include: 'b.example' }, { ip: '192.0.2.5' }, { a: 'host.example.com' }],
    });
    // before what would decide first
    expect(written.text).toBe(
      'v=spf1 include:B.example A/24 ip4:192.0.2.5 a:host.example.com foo=bar ~ip4:192.0.2.0/24 exp=why.example.com -all',
    );
    expect(written.changes.filter(({ kind }) => kind === 'kept')).toHaveLength(6);
  });

  it('adds nothing that is allowed already, and makes allowed what was in the record otherwise', () => {
    const same = writeSpf({ existing: 'v=spf1 ip4:192.0.2.0/24 mx -all', add: [{ ip: '192.0.2.9' }, { mx: null }] });
    expect(same.text).toBe('v=spf1 ip4:192.0.2.0/24 mx -all');
    const turned = writeSpf({ existing: 'v=spf1 ?include:a.example -all', add: [{ include: 'a.example' }] });
    expect(turned.text).toBe('v=spf1 include:a.example -all');
    expect(turned.changes).toContainEqual(
      expect.objectContaining({ kind: 'changed', from: '?include:a.example', to: 'include:a.example' }),
    );
  });

  it('mends what is broken, and tells what it could not', () => {
    const written = writeSpf({
      existing: '"v=spf1 ipv4:192.0.2.1 include=a.example include:b.example,include:c.example moo \u2013all"',
      add: [],
    });
    expect(written.text).toBe('v=spf1 ip4:192.0.2.1 include:a.example include:b.example include:c.example -all');
    expect(written.left).toEqual([
      '"moo" could not be read and was taken out: find out which sender it stood for, and add that.',
    ]);
    expect(written.changes.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      'changed "v=spf1 ipv4:192.0.2.1 i',
      'changed ipv4:192.0.2.1',
      'changed include=a.example',
      'changed include:b.example,include:c.example',
      'removed moo',
      'changed \u2013all',
    ]);
  });

  it('takes out what was asked to go, and what nobody ever comes to', () => {
    const written = writeSpf({
      existing: 'v=spf1 include:a.example mx mx include:b.example -all include:late.example redirect=c.example',
      add: [],
      remove: ['b.example', 'ptr'],
      all: '~',
    });
    expect(written.text).toBe('v=spf1 include:a.example mx ~all');
    expect(written.left.join('\n')).toContain('"include:late.example" stood after "-all"');
    expect(written.left.join('\n')).toContain('"redirect=c.example" was never followed');
    expect(written.left.join('\n')).toContain('"ptr" was to be removed and is not in the record');
  });

  it('leaves a redirect the last word', () => {
    const written = writeSpf({ existing: 'v=spf1 redirect=_spf.example.com', add: [{ ip: '192.0.2.1' }], all: '-' });
    expect(written.text).toBe('v=spf1 ip4:192.0.2.1 redirect=_spf.example.com');
    expect(written.left).toHaveLength(1);
  });

  it.each<[SpfSender, string]>([
    [{ ip: '192.0.2' }, 'add[0].ip is "192.0.2": give an address or range'],
    [{ include: 'nodot' }, 'add[0].include is "nodot": "nodot" in "include:nodot" is no complete domain name'],
    [{ include: 'a.example -all' }, 'add[0].include is "a.example -all"'],
    [{ term: 'all' }, 'add[0].term is "all": give a mechanism'],
    [{ a: '' }, 'add[0].a is ""'],
  ])('refuses %o', (sender, message) => {
    expect(() => writeSpf({ existing: null, add: [sender] })).toThrow(message);
  });

  it('never breaks the grammar, and never changes a verdict but those of the added', async () => {
    const adding = fc.array(
      fc.constantFrom<SpfSender>({ ip: '192.0.2.3' }, { ip: '192.0.2.8/30' }, { ip: '2001:db8::4' }),
      { maxLength: 2 },
    );
    await fc.assert(
      fc.asyncProperty(calmZone, adding, async (dns, add) => {
        const { records } = await dns.query('example.com', 'TXT');
        const existing = records[0]?.join('') ?? '';
        const { text } = writeSpf({ existing, add });
        expect(errors(text)).toEqual([]);
        const after = new OverlayDns(dns, { 'example.com': { TXT: [text] } });
        for (const ip of clients) {
          const now = await checkHost({ ip, ...who, dns: after });
          const is = await checkHost({ ip, ...who, dns });
          const added = await checkHost({
            ip,
            ...who,
            dns: new ZoneDns({ 'example.com': { TXT: [writeSpf({ existing: null, add }).text] } }),
          });
          // what is added stands before everything that turns somebody down, so that only errors come before it
          if (added.verdict === 'pass') expect(['pass', 'permerror']).toContain(now.verdict);
          else if (is.lookups <= 10) expect(now.verdict).toBe(is.verdict);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never breaks the grammar whatever it is given', async () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            'v=spf1',
            'a',
            'a:',
            'ipv4:192.0.2.1',
            '-all',
            'all',
            'redirect=a.example',
            'exp=b.example',
            'moo',
            'include=x.example',
            ',',
            '"',
            'ip4:192.0.2.1,192.0.2.2',
            '%',
            'v=spf1,',
          ),
          { maxLength: 12 },
        )
        .map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, (existing) => {
        expect(errors(writeSpf({ existing, add: [{ ip: '192.0.2.1' }], all: '~' }).text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(wildZone, async (dns) => {
        for (const strings of (await dns.query('example.com', 'TXT')).records)
          expect(errors(writeSpf({ existing: strings.join(''), add: [] }).text)).toEqual([]);
      }),
    );
  });
});

describe('merging records', () => {
  it('keeps every sender once, and the softest end', () => {
    const merged = mergeSpf([
      'v=spf1 include:a.example mx -all',
      'v=spf1 MX ip4:192.0.2.1 ~all',
      '"v=spf1 redirect=c.example"',
    ]);
    expect(merged.text).toBe('v=spf1 include:a.example mx ip4:192.0.2.1 include:c.example ~all');
    expect(merged.changes.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).toEqual([
      'kept include:a.example include:a.example',
      'kept mx mx',
      'removed MX null',
      'kept ip4:192.0.2.1 ip4:192.0.2.1',
      'changed redirect=c.example include:c.example',
      'removed -all null',
      'kept ~all ~all',
    ]);
    expect(merged.left).toEqual([
      'What c.example says of all other servers is not taken over, as its redirect became an include.',
    ]);
  });

  it('ends with ~all where none has an end', () => {
    expect(mergeSpf(['v=spf1 a', 'v=spf1 mx']).text).toBe('v=spf1 a mx ~all');
  });
});
