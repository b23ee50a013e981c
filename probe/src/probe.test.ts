import type { CheckResult } from '@whybounce/core/check';
import { type DnsClient, type Zone, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING, type Subject } from './check/context.ts';
import { contextOf } from './check/prove-fixture.ts';
import { cachingDns } from './dns/caching.ts';
import type { HttpsFetcher } from './https/response.ts';
import { Probe, type ProbeOptions } from './probe.ts';
import { SubjectError } from './subject-error.ts';

/** The resolvers of the machine; undefined: those that it has. */
const machine = vi.hoisted((): { resolvers: string[] | undefined } => ({ resolvers: undefined }));
vi.mock('./dns/system-resolvers.ts', async (original) => {
  const { systemResolvers } = await original<typeof import('./dns/system-resolvers.ts')>();
  return { systemResolvers: () => systemResolvers(machine.resolvers) };
});

const zone: Zone = {
  'example.com': {
    MX: [{ preference: 10, exchange: 'mx1.example.com' }],
    TXT: ['v=spf1 ip4:192.0.2.0/24 -all'],
  },
  'mx1.example.com': { A: ['192.0.2.10'] },
  '_dmarc.example.com': { TXT: ['v=DMARC1; p=none'] },
};

/** A probe whose world is a zone: no web, no mail servers, no lists. */
function probeOf(dns: DnsClient, options: ProbeOptions = {}): Probe {
  const https = () => contextOf({ https: {} }).https as HttpsFetcher;
  return new Probe({ connect: false, lists: false, ...options, instruments: { dns, https, ...options.instruments } });
}

const outcomesOf = (results: readonly CheckResult[]) => new Set(results.map(({ outcome }) => outcome));

describe('a check', () => {
  it('tells of all that concerns its subject, and what it cost', async () => {
    const told: string[] = [];
    const faults: unknown[] = [];
    const now = new Date('2026-11-28T12:00:00Z');
    const { report } = await probeOf(new ZoneDns(zone), { now: () => now }).check(
      'domain',
      { domain: 'Example.COM' },
      { onResult: ({ id }) => told.push(id), onFault: (...fault) => faults.push(fault) },
    );
    expect(report).toMatchObject({ kind: 'domain', subject: 'example.com', checkedAt: '2026-11-28T12:00:00.000Z' });
    expect([...told].sort()).toEqual(report.results.map(({ id }) => id).sort());
    expect(report.notRun.map(({ id }) => id)).toContain('mx.port25');
    expect(report.queries.dns).toBeGreaterThan(5);
    expect(report.queries.dns).toBeLessThanOrEqual(64);
    expect(report.queries.blocklists).toBe(0);
    expect(faults).toEqual([]);
  });

  it('of chosen areas makes no other, and asks for no more', async () => {
    const dns = new ZoneDns(zone);
    const { report } = await probeOf(dns).check('domain', { domain: 'example.com' }, { areas: ['dmarc'] });
    expect(new Set([...report.results, ...report.notRun].map(({ id }) => id.split('.')[0]))).toEqual(
      new Set(['dmarc']),
    );
    expect(dns.asked).not.toContain('TXT _mta-sts.example.com');
    const none = await probeOf(dns).check('domain', { domain: 'example.com' }, { areas: [] });
    expect(none.report.results).toEqual([]);
  });

  it('is named after what was asked for', async () => {
    const probe = probeOf(new ZoneDns(zone));
    const both = { ip: '192.0.2.1', domain: 'example.com' };
    expect((await probe.check('ip', both)).report.subject).toBe('192.0.2.1');
    expect((await probe.check('domain', both)).report.subject).toBe('example.com');
    expect((await probe.check('mx', { mailServer: 'MX1.example.com.' })).report.subject).toBe('mx1.example.com');
  });

  it.each([
    ['domain', { ip: '192.0.2.1' }, 'domain-invalid'],
    ['ip', { domain: 'example.com' }, 'ip-invalid'],
    ['mx', { domain: 'example.com' }, 'host-invalid'],
    ['domain', { domain: 'not a domain' }, 'domain-invalid'],
  ] as const)('of a %s that is not named is refused: %j', async (kind, request, code) => {
    const refused = await probeOf(new ZoneDns(zone))
      .check(kind, request)
      .catch((error) => error);
    expect(refused).toBeInstanceOf(SubjectError);
    expect(refused.code).toBe(code);
  });

  it('costs nothing where the DNS never answers: all is undetermined when the time is over', async () => {
    const never: DnsClient = { query: () => new Promise(() => {}) };
    const { report, observed } = await probeOf(never, { milliseconds: 50 }).check('domain', { domain: 'example.com' });
    expect([...outcomesOf(report.results)].filter((one) => one !== 'not-applicable')).toEqual(['could-not-determine']);
    expect(observed).toEqual([]);
  });

  it('says on a machine without a resolver what to do', async () => {
    machine.resolvers = [];
    try {
      const probe = new Probe({ connect: false, lists: false });
      const { report } = await probe.check('domain', { domain: 'example.com' }, { areas: ['mx', 'dns'] });
      expect(outcomesOf(report.results)).toEqual(new Set(['could-not-determine']));
      expect(report.results.find(({ id }) => id === 'mx.present')?.says).toContain('has no DNS resolver configured');
      await probe.close();
    } finally {
      machine.resolvers = undefined;
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])('refuses %s milliseconds', (milliseconds) => {
    expect(() => new Probe({ milliseconds })).toThrow(`milliseconds ${milliseconds}: write how long`);
  });

  it('refuses a resolver that is no address', () => {
    expect(() => new Probe({ resolvers: ['dns.example.com'] })).toThrow(RangeError);
  });
});

describe('many checks at once', () => {
  /** A zone of signatures without end: each message has a key of its own. */
  const messageOf = (selector: string): Subject => ({
    ...NOTHING,
    domain: 'example.com',
    selectors: Array.from({ length: 20 }, (_, at) => ({ selector: `${selector}${at}`, domain: 'example.com' })),
    message: {
      raw: new TextEncoder().encode(`From: a@example.com\r\nSubject: ${selector}\r\n\r\n${selector}\r\n`),
      ip: null,
      helo: null,
      mailFrom: null,
      received: new Date('2026-11-28T12:00:00Z'),
    },
  });

  it('of one domain are one to the DNS', async () => {
    const dns = new ZoneDns(zone);
    const probe = probeOf(cachingDns(dns));
    const runs = await Promise.all(Array.from({ length: 20 }, () => probe.check('domain', { domain: 'example.com' })));
    expect(new Set(dns.asked).size).toBe(dns.asked.length);
    expect(dns.asked.length).toBeLessThanOrEqual(64);
    const first = runs[0]?.report.results.map(({ says }) => says);
    for (const { report } of runs) expect(report.results.map(({ says }) => says)).toEqual(first);
  });

  it('of one domain are one to its web server', async () => {
    const fetched: string[] = [];
    const { https } = contextOf({ https: {} });
    const probe = probeOf(
      cachingDns(new ZoneDns({ ...zone, '_mta-sts.example.com': { TXT: ['v=STSv1; id=20261128120000;'] } })),
      {
        instruments: {
          https: () => ({
            get: async (url) => {
              fetched.push(url);
              await new Promise((resolve) => setTimeout(resolve, 20));
              return (https as HttpsFetcher).get(url);
            },
          }),
        },
      },
    );
    await Promise.all(Array.from({ length: 20 }, () => probe.check('domain', { domain: 'example.com' })));
    expect(fetched).toEqual(['https://mta-sts.example.com/.well-known/mta-sts.txt']);
  });

  it('of different messages of one sender have a budget each', async () => {
    const probe = probeOf(cachingDns(new ZoneDns(zone)));
    const subjects = ['a', 'b', 'c', 'd', 'e', 'f'].map(messageOf);
    const same = subjects.map((subject) => ({ ...subject, selectors: [] }));
    for (const some of [subjects, same]) {
      const runs = await Promise.all(some.map((subject) => probe.run('message', subject)));
      for (const { report } of runs) expect(JSON.stringify(report.results)).not.toContain('used up its DNS');
    }
  });

  it('share what they lend by its topic', async () => {
    const probe = probeOf(cachingDns(new ZoneDns({})));
    const ask = async (topic: string, names: string): Promise<number> => {
      const { dns } = probe.lend(topic);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => dns.query(`${names}${at}.example`, 'A')));
      return answers.filter(({ status }) => status !== 'over-budget').length;
    };
    expect(await Promise.all([ask('spf a', 'a'), ask('spf a', 'b'), ask('spf b', 'c')])).toEqual([40, 24, 40]);
  });
});

it('checks of one subject at the same time spend one budget, those of another their own', async () => {
  let asking = 0;
  let admitted = 0;
  const silent: DnsClient = { query: (name, type) => new ZoneDns({ [name]: 'timeout' }).query(name, type) };
  // numbers every question anew, as for checks that ask in different orders: only a shared budget bounds them together
  const metered = {
    ...silent,
    metered: (admits: (asking: number) => boolean): DnsClient => ({
      query(name, type) {
        if (admits(++asking)) admitted++;
        return silent.query(name, type);
      },
    }),
  };
  const probe = probeOf(metered);
  const five = (domain: string) => Array.from({ length: 5 }, () => probe.check('domain', { domain }));
  await Promise.all(five('example.com'));
  expect(asking).toBeGreaterThan(64);
  expect(admitted).toBe(64);
  await Promise.all(five('example.net'));
  expect(admitted).toBe(128);
});
