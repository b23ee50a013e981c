import type { Zone } from '@whybounce/core/dns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDns, type Dns } from '../../probe/src/dns/create.ts';
import { needs } from '../peer/installed.ts';
import { type KnotServer, startKnot } from '../peer/knot.ts';
import { startNsd } from '../peer/nsd.ts';
import type { ServerProcess } from '../peer/server-process.ts';
import { startUnbound } from '../peer/unbound.ts';
import { zoneFile } from '../peer/zone-file.ts';

const need = needs('knotd', 'keymgr', 'nsd', 'unbound');

const signed: Zone = {
  'mx.signed.example': { A: ['192.0.2.1'], TXT: ['genuine'] },
  '_25._tcp.mx.signed.example': { TLSA: [{ usage: 3, selector: 1, matchingType: 1, data: 'cd'.repeat(32) }] },
  'out.signed.example': { CNAME: ['host.example.net'] },
};

describe.runIf(need.met)(`signatures by Knot, validated by unbound${need.because}`, () => {
  let knot: KnotServer;
  let nsd: ServerProcess;
  let honest: ServerProcess;
  let betrayed: ServerProcess;
  let dns: Dns;
  let bogus: Dns;

  beforeAll(async () => {
    knot = await startKnot({
      zones: { 'signed.example': zoneFile('signed.example', signed), 'forged.example': zoneFile('forged.example', {}) },
      signed: true,
    });
    nsd = await startNsd({
      zones: { 'example.net': zoneFile('example.net', { 'host.example.net': { A: ['192.0.2.9'] } }) },
    });
    const stubs = [
      { zone: 'signed.example', server: knot.address },
      { zone: 'example.net', server: nsd.address },
    ];
    const ds = await knot.ds('signed.example');
    honest = await startUnbound({ stubs, trustAnchors: [ds] });
    // the key of another zone: no signature fits it
    const wrong = (await knot.ds('forged.example')).replace('forged.example', 'signed.example');
    betrayed = await startUnbound({ stubs, trustAnchors: [wrong] });
    dns = createDns({ servers: [honest.address], mayAsk: () => true });
    bogus = createDns({ servers: [betrayed.address] });
  });

  afterAll(async () => {
    for (const client of [dns, bogus]) client?.close();
    await Promise.all([knot?.stop(), nsd?.stop(), honest?.stop(), betrayed?.stop()]);
  });

  it.each([
    ['mx.signed.example', 'A'],
    ['_25._tcp.mx.signed.example', 'TLSA'],
    ['signed.example', 'SOA'],
    ['signed.example', 'DNSKEY'],
  ] as const)('the resolver vouches for %s %s', async (name, type) => {
    expect(await dns.query(name, type)).toMatchObject({ status: 'found', authenticated: true, detail: null });
  });

  it('and for what is not there', async () => {
    expect(await dns.query('mx.signed.example', 'AAAA')).toMatchObject({ status: 'no-data', authenticated: true });
    expect(await dns.query('none.signed.example', 'A')).toMatchObject({ status: 'no-domain', authenticated: true });
  });

  it('but not for a zone without signatures, nor for an alias that leads there', async () => {
    expect(await dns.query('host.example.net', 'A')).toMatchObject({ status: 'found', authenticated: false });
    expect(await dns.query('out.signed.example', 'A')).toMatchObject({
      status: 'found',
      authenticated: false,
      chain: ['host.example.net'],
    });
  });

  it('the server of the zone vouches for nothing', async () => {
    expect(await dns.query('mx.signed.example', 'A', { server: knot.address })).toMatchObject({
      status: 'found',
      authenticated: false,
    });
  });

  it('reads DNSKEY and DS', async () => {
    const { records } = await dns.query('signed.example', 'DNSKEY');
    expect(records.map(({ algorithm }) => algorithm)).toEqual([13, 13]);
    expect(records.map(({ flags }) => flags).sort()).toEqual([256, 257]);
    const [, , , keyTag, algorithm, digestType] = (await knot.ds('signed.example')).split(' ');
    const parent = await startNsd({
      zones: {
        example: `${zoneFile('example', {})}signed.example. IN NS ns.signed.example.\n${await knot.ds('signed.example')}\n`,
      },
    });
    try {
      expect((await dns.query('signed.example', 'DS', { server: parent.address })).records).toEqual([
        { keyTag: Number(keyTag), algorithm: Number(algorithm), digestType: Number(digestType) },
      ]);
      expect(await dns.query('signed.example', 'NS', { server: parent.address })).toMatchObject({
        status: 'found',
        records: ['ns.signed.example'],
        detail: expect.stringContaining('delegation of signed.example'),
      });
      expect((await dns.query('signed.example', 'TXT', { server: parent.address })).status).toBe('refused');
    } finally {
      await parent.stop();
    }
  });

  it('signatures that do not fit are SERVFAIL with a reason, and an answer where checking is off', async () => {
    const failed = await bogus.query('mx.signed.example', 'TXT');
    expect(failed).toMatchObject({ status: 'servfail', records: [], authenticated: false });
    expect(failed.detail).toMatch(/SERVFAIL.*The server adds: .*\(\d+\)/);
    expect(await bogus.query('mx.signed.example', 'TXT', { checkingDisabled: true })).toMatchObject({
      status: 'found',
      records: [['genuine']],
      authenticated: false,
    });
  });
});
