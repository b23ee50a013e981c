import type { RecordType, Zone } from '@whybounce/core/dns';
import { ZoneDns } from '@whybounce/core/dns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDns, type Dns } from '../../probe/src/dns/create.ts';
import { needs } from '../peer/installed.ts';
import { startNsd } from '../peer/nsd.ts';
import type { ServerProcess } from '../peer/server-process.ts';
import { startUnbound } from '../peer/unbound.ts';
import { zoneFile } from '../peer/zone-file.ts';

const need = needs('nsd', 'unbound');

const octets = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');
const giant = Array.from({ length: 200 }, (_, i) => String(i).padEnd(255, 'x'));

const example: Zone = {
  'example.com': {
    A: ['192.0.2.1', '192.0.2.2'],
    AAAA: ['2001:db8::1'],
    MX: [
      { preference: 10, exchange: 'mx1.example.com' },
      { preference: 20, exchange: 'mx2.example.net' },
    ],
    TXT: ['v=spf1 a mx -all', ['in ', 'two parts', ''], 'with "quotes" and \\'],
    SPF: ['v=spf1 -all'],
    CAA: [{ critical: true, tag: 'issue', value: 'ca.example; policy=ev' }],
    NS: ['ns.example.com', 'ns.example.net'],
    SOA: [
      {
        mname: 'ns.example.com',
        rname: 'hostmaster.example.com',
        serial: 2026010100,
        refresh: 7200,
        retry: 900,
        expire: 1209600,
        minimum: 77,
      },
    ],
  },
  'ns.example.com': { A: ['127.0.0.1'] },
  'null.example.com': { MX: [{ preference: 0, exchange: '.' }] },
  'octets.example.com': { TXT: [[octets.slice(0, 128), octets.slice(128)]] },
  'giant.example.com': { TXT: [giant] },
  '_25._tcp.mx1.example.com': { TLSA: [{ usage: 3, selector: 1, matchingType: 1, data: 'ab'.repeat(32) }] },
  '_imaps._tcp.example.com': { SRV: [{ priority: 0, weight: 1, port: 993, target: 'imap.example.com' }] },
  '1.rev.example.com': { PTR: ['host.example.com'] },
  'alias.example.com': { CNAME: ['second.example.com'] },
  'second.example.com': { CNAME: ['far.example.net'] },
  'dead-alias.example.com': { CNAME: ['gone.example.net'] },
  'circle.example.com': { CNAME: ['circle2.example.com'] },
  'circle2.example.com': { CNAME: ['circle.example.com'] },
  'deep.empty.example.com': { A: ['192.0.2.3'] },
  '*.wild.example.com': { TXT: ['from the wildcard'] },
  'own.wild.example.com': { A: ['192.0.2.4'] },
};
const other: Zone = { 'far.example.net': { A: ['198.51.100.1'], TXT: ['far'] } };

describe.runIf(need.met)(`records from NSD${need.because}`, () => {
  let nsd: ServerProcess;
  let unbound: ServerProcess;
  let direct: Dns;
  let dns: Dns;

  beforeAll(async () => {
    nsd = await startNsd({
      zones: { 'example.com': zoneFile('example.com', example), 'example.net': zoneFile('example.net', other) },
    });
    unbound = await startUnbound({
      stubs: [
        { zone: 'example.com', server: nsd.address },
        { zone: 'example.net', server: nsd.address },
      ],
    });
    direct = createDns({ servers: [nsd.address], mayAsk: () => true });
    dns = createDns({ servers: [unbound.address], mayAsk: () => true });
  });

  afterAll(async () => {
    for (const client of [direct, dns]) client?.close();
    await Promise.all([nsd?.stop(), unbound?.stop()]);
  });

  /** Every record of the zone, type by type. */
  const published = Object.entries(example).flatMap(([name, records]) =>
    Object.entries(records)
      .filter(([type]) => type !== 'CNAME')
      .map(([type]) => [name, type as RecordType] as const),
  );

  it.each(published)('%s %s is the same as in memory', async (name, type) => {
    const expected = await new ZoneDns({ ...example, ...other }).query(name, type);
    for (const client of [direct, dns]) {
      const answer = await client.query(name, type);
      expect(answer).toMatchObject({ status: 'found', ttl: 300, authenticated: false, chain: [] });
      expect(new Set(answer.records.map((data) => JSON.stringify(data)))).toEqual(
        new Set(expected.records.map((data) => JSON.stringify(data))),
      );
    }
  });

  it.each([
    ['alias.example.com', 'TXT', 'found', ['second.example.com', 'far.example.net']],
    ['alias.example.com', 'MX', 'no-data', ['second.example.com', 'far.example.net']],
    ['dead-alias.example.com', 'A', 'no-domain', ['gone.example.net']],
    ['alias.example.com', 'CNAME', 'found', []],
    ['octets.example.com', 'A', 'no-data', []],
    ['empty.example.com', 'A', 'no-data', []],
    ['missing.example.com', 'A', 'no-domain', []],
    ['any.wild.example.com', 'TXT', 'found', []],
    ['any.wild.example.com', 'A', 'no-data', []],
    ['own.wild.example.com', 'TXT', 'no-data', []],
    ['circle.example.com', 'A', 'servfail', null],
  ] as const)('%s %s: %s', async (name, type, status, chain) => {
    for (const client of [direct, dns]) {
      const answer = await client.query(name, type);
      expect(answer.status).toBe(status);
      if (chain !== null) expect(answer.chain).toEqual(chain);
      expect((await new ZoneDns({ ...example, ...other }).query(name, type)).status).toBe(status);
    }
  });

  it('an absence holds as long as the SOA says', async () => {
    expect((await direct.query('missing.example.com', 'A')).ttl).toBe(77);
    expect((await dns.query('octets.example.com', 'A')).ttl).toBe(77);
    expect((await dns.query('dead-alias.example.com', 'A')).ttl).toBe(60);
  });

  it('51,000 octets of text come over TCP', async () => {
    expect((await dns.query('giant.example.com', 'TXT')).records).toEqual([giant]);
    const tcp = createDns({ servers: [nsd.address], tcp: true });
    expect((await tcp.query('example.com', 'A')).status).toBe('found');
    tcp.close();
  });

  it('a server of the zone, asked itself, refuses what it does not hold', async () => {
    const server = nsd.address;
    expect(await dns.query('example.com', 'SOA', { server })).toMatchObject({ status: 'found', server, detail: null });
    expect((await dns.query('example.org', 'A', { server })).status).toBe('refused');
    expect(await dns.query('second.example.com', 'A', { server })).toMatchObject({
      status: 'found',
      records: ['198.51.100.1'],
    });
  });
});
