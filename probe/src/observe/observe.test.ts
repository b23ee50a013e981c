import type { Area, CheckResult, Outcome } from '@whybounce/core/check';
import type { Zone } from '@whybounce/core/dns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../check/prove-fixture.ts';
import { checks } from '../generated/checks.ts';
import { observable, observe } from './observe.ts';

const outcomes: readonly Outcome[] = ['pass', 'fail', 'warn', 'info', 'not-applicable', 'could-not-determine'];

function resultOf(id: string, outcome: Outcome): CheckResult {
  const says = `${id} came to ${outcome}.`;
  return {
    id,
    area: id.slice(0, id.indexOf('.')) as Area,
    title: id,
    outcome,
    severity: 'high',
    says,
    seen: [],
    fix: null,
    publish: null,
    source: '',
  };
}

/** What results of an address's checks tell. */
async function observed(...results: readonly (readonly [string, Outcome])[]): Promise<string[]> {
  const context = contextOf({ subject: { domain: null, ip: '192.0.2.1' } });
  const seen = await observe(
    context,
    'ip',
    results.map(([id, outcome]) => resultOf(id, outcome)),
  );
  return seen.map(({ id }) => id);
}

/** By check: what an outcome is told as; every other outcome tells nothing. */
const told: Readonly<Record<string, Partial<Record<Outcome, string>>>> = {
  'ptr.exists': { fail: 'ptr:missing' },
  'ptr.fcrdns': { fail: 'ptr:mismatch', pass: 'ptr:confirmed' },
  'ptr.generic': { fail: 'ptr:generic', warn: 'ptr:generic' },
  'ehlo.fqdn': { fail: 'helo:wrong' },
  'ehlo.resolves': { fail: 'helo:wrong', pass: 'helo:confirmed' },
  'rbl.ip': { fail: 'sending-ip-listed:yes', pass: 'sending-ip-listed:no' },
  'rbl.domain': { fail: 'sending-domain-listed:yes', pass: 'sending-domain-listed:no' },
  'msg.return_path': { fail: 'sender-domain-dns:broken', pass: 'sender-domain-dns:fine' },
  'sts.mx_match': { fail: 'receiver-tls:broken' },
  'dane.tlsa': { fail: 'receiver-tls:broken' },
  'spf.authorises_ip': { fail: 'auth-spf:fail', pass: 'auth-spf:pass' },
  'dkim.verify': { fail: 'auth-dkim:fail', pass: 'auth-dkim:pass' },
  'dmarc.pass': { fail: 'auth-dmarc:fail', pass: 'auth-dmarc:pass' },
};

describe('what a result is told as', () => {
  const every = checks.flatMap(({ id }) =>
    outcomes.map((outcome) => [id, outcome, told[id]?.[outcome] ?? 'nothing'] as const),
  );

  it.each(every.filter(([id]) => told[id] !== undefined))('%s: %s is %s', async (id, outcome, as) => {
    expect(await observed([id, outcome])).toEqual(as === 'nothing' ? [] : [as]);
  });

  it('of every other check is nothing', async () => {
    const others = every.filter(([id]) => told[id] === undefined);
    expect(await observed(...others.map(([id, outcome]) => [id, outcome] as const))).toEqual([]);
    expect(Object.keys(told).filter((id) => !checks.some((check) => check.id === id))).toEqual([]);
  });

  it('tells an SPF record in error, and none at all, from one that forbids', async () => {
    const base = resultOf('spf.authorises_ip', 'fail');
    const of = async (outcome: Outcome, value: string) => {
      const results = [{ ...base, outcome, seen: [{ of: 'SPF for 192.0.2.1', value }] }];
      const seen = await observe(contextOf({ subject: { domain: null } }), 'ip', results);
      return seen.map(({ id }) => id);
    };
    expect(await of('fail', 'permerror')).toEqual(['auth-spf:error']);
    expect(await of('warn', 'none')).toEqual(['auth-spf:none']);
    expect(await of('fail', 'softfail')).toEqual(['auth-spf:fail']);
    expect(await of('could-not-determine', 'none')).toEqual([]);
  });

  it('has the words of the result that told it', async () => {
    const results = [resultOf('ehlo.fqdn', 'pass'), resultOf('ehlo.resolves', 'fail')];
    expect(await observe(contextOf({ subject: { domain: null } }), 'ip', results)).toEqual([
      { id: 'helo:wrong', note: 'ehlo.resolves came to fail.' },
    ]);
  });
});

describe('of the outcomes of one test', () => {
  it.each([
    [
      'what is missing counts before what is generic',
      [
        ['ptr.exists', 'fail'],
        ['ptr.generic', 'warn'],
      ],
      ['ptr:missing'],
    ],
    [
      'a name that is generic is no confirmed one',
      [
        ['ptr.fcrdns', 'pass'],
        ['ptr.generic', 'warn'],
      ],
      ['ptr:generic'],
    ],
    [
      'a wrong greeting is none that resolves',
      [
        ['ehlo.fqdn', 'fail'],
        ['ehlo.resolves', 'pass'],
      ],
      ['helo:wrong'],
    ],
  ] as const)('%s', async (_name, results, ids) => {
    expect(await observed(...results)).toEqual(ids);
  });

  it('there is never more than one, whatever the results', async () => {
    const result = fc.tuple(fc.constantFrom(...Object.keys(told)), fc.constantFrom(...outcomes));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(result, { selector: ([id]) => id }), async (results) => {
        const ids = await observed(...results);
        expect(new Set(ids.map((id) => id.slice(0, id.indexOf(':')))).size).toBe(ids.length);
        for (const id of ids) expect(observable).toContain(id);
      }),
    );
  });
});

describe('what the DNS says of the recipient’s domain', () => {
  const microsoft = 'example-com.mail.protection.outlook.com';
  const looked = resultOf('mx.present', 'pass');
  const mx = (...hosts: readonly string[]) => hosts.map((exchange) => ({ preference: 10, exchange }));

  it.each<[string, Zone, string[]]>([
    [
      'servers that have addresses',
      { 'example.com': { MX: mx('mx1.example.com') }, 'mx1.example.com': { A: ['192.0.2.1'] } },
      ['domain-dns:fine'],
    ],
    ['its own address in place of an MX', { 'example.com': { A: ['192.0.2.1'] } }, ['domain-dns:fine']],
    ['a null MX', { 'example.com': { MX: [{ preference: 0, exchange: '.' }] } }, ['domain-dns:null-mx']],
    ['no such name', {}, ['domain-dns:does-not-exist']],
    ['neither MX nor address', { 'example.com': { TXT: ['x'] } }, ['domain-dns:no-mail-server']],
    // one resolver's time-out is no evidence
    ['nothing in time', { 'example.com': 'timeout' }, []],
    ['a server of the zone that fails', { 'example.com': 'servfail' }, []],
    [
      'a server without a known address',
      { 'example.com': { MX: mx('mx1.example.com') }, 'mx1.example.com': 'timeout' },
      [],
    ],
  ])('%s', async (_name, zone, ids) => {
    expect((await observe(contextOf({ zone }), 'domain', [looked])).map(({ id }) => id)).toEqual(ids);
  });

  it('counts silence only where its name servers were asked themselves', async () => {
    const context = contextOf({ zone: { 'example.com': 'servfail' } });
    const failed = [resultOf('dns.ns_answer', 'fail'), resultOf('dns.dnssec_bogus', 'fail')];
    expect(await observe(context, 'domain', [looked, ...failed])).toEqual([
      { id: 'domain-dns:does-not-answer', note: 'dns.ns_answer came to fail.' },
    ]);
    expect(await observe(context, 'domain', [looked, resultOf('dns.ns_answer', 'could-not-determine')])).toEqual([]);
  });

  it('goes with where the mail goes today', async () => {
    const zone: Zone = { 'example.com': { MX: mx('aspmx.l.google.com') }, 'aspmx.l.google.com': { A: ['192.0.2.1'] } };
    const seen = await observe(contextOf({ zone, subject: { refusedBy: microsoft } }), 'domain', [looked]);
    expect(seen.map(({ id }) => id)).toEqual(['domain-dns:fine', 'mx-target:moved-away']);
    expect(seen.map(({ note }) => note).join(' ')).toMatch(/aspmx\.l\.google\.com/);
  });

  it.each(['ip', 'mx', 'message'] as const)(
    'is not asked of the domain beside a %s, which is the sender’s',
    async (kind) => {
      const zone: Zone = { 'example.com': { MX: [{ preference: 0, exchange: '.' }] } };
      expect(await observe(contextOf({ zone }), kind, [looked])).toEqual([]);
    },
  );

  it('is not asked where nobody looked at its mail servers', async () => {
    const context = contextOf({ zone: { 'example.com': { A: ['192.0.2.1'] } } });
    expect(await observe(context, 'domain', [resultOf('dmarc.present', 'pass')])).toEqual([]);
  });
});
