import type { Zone } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { contextOf, proveCheck } from '../prove-fixture.ts';
import { soa, twoServers } from './name-servers-fixture.ts';
import nsConsistent from './ns-consistent.ts';

const zone = (own: Zone = {}): Zone => ({
  'example.com': {
    SOA: [soa()],
    MX: [
      { preference: 10, exchange: 'mx1.example.com' },
      { preference: 20, exchange: 'mx2.example.com' },
    ],
    TXT: ['v=spf1 mx -all', 'token=1'],
  },
  '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] },
  ...own,
});
const apex = zone()['example.com'] as object;
const differing = (second: Zone) => ({ zone: twoServers, servers: { '192.0.2.53': zone(), '198.51.100.53': second } });

proveCheck(nsConsistent, {
  passes: {
    'the same, in any order and with other words beside': differing(
      zone({
        'example.com': {
          ...apex,
          MX: [
            { preference: 20, exchange: 'mx2.example.com' },
            { preference: 10, exchange: 'mx1.example.com' },
          ],
          TXT: ['token=2', 'v=spf1 mx -all'],
        },
      }),
    ),
    'two providers that count on their own': differing(
      zone({ 'example.com': { ...apex, SOA: [soa({ mname: 'ns.example.org', serial: 7 })] } }),
    ),
    'an alias that one follows and one does not': {
      zone: twoServers,
      servers: {
        '192.0.2.53': zone({ '_dmarc.example.com': { CNAME: ['d.example.org'] } }),
        '198.51.100.53': zone({
          '_dmarc.example.com': { CNAME: ['d.example.org'] },
          'd.example.org': { TXT: ['v=DMARC1; p=none'] },
        }),
      },
    },
  },
  fails: {
    'another MX': {
      ...differing(zone({ 'example.com': { ...apex, MX: [{ preference: 10, exchange: 'old.example.net' }] } })),
      says: 'do not give the same MX record',
    },
    'no SPF': { ...differing(zone({ 'example.com': { ...apex, TXT: ['token=1'] } })), says: 'same SPF record' },
    'another DMARC record, in another version of the zone': {
      ...differing(
        zone({
          'example.com': { ...apex, SOA: [soa({ serial: 1 })] },
          '_dmarc.example.com': { TXT: ['v=DMARC1; p=none'] },
        }),
      ),
      says: 'same DMARC record',
      fix: /DMARC record at both/,
    },
  },
  warns: {
    'the same records in two versions': {
      ...differing(zone({ 'example.com': { ...apex, SOA: [soa({ serial: 1 })] } })),
      says: /2026112801 and 1/,
    },
  },
  undetermined: {
    'one is silent': { zone: twoServers, servers: { '192.0.2.53': zone() }, says: 'Only one of 2 name servers' },
    'none can be reached': { zone: twoServers, servers: {}, says: 'None of 2' },
    'one does not tell all': differing(zone({ '_dmarc.example.com': 'servfail' })),
    'the name servers are not known': { zone: { 'example.com': 'timeout' } },
  },
  notApplicable: {
    'one name server': {
      zone: { 'example.com': { NS: ['ns1.example.net'] }, 'ns1.example.net': { A: ['192.0.2.53'] } },
    },
    'no such domain': { zone: {} },
  },
});

describe('the number of questions', () => {
  const ns = ['ns1', 'ns2', 'ns3', 'ns4', 'ns5', 'ns6'].map((name) => `${name}.example.net`);
  const many = {
    'example.com': { NS: ns },
    ...Object.fromEntries(ns.map((name, at) => [name, { A: [`192.0.2.${at + 1}`] }])),
  };
  it.each([
    ['one version of the zone', () => 1, 2 + 4 + 4 + 6],
    ['two versions', (at: number) => at % 2, 2 + 4 + 4 + 6],
    ['as many as servers', (at: number) => at, 2 + 4 + 4 + 9],
  ])('is bounded: %s', async (_name, serial, most) => {
    const servers = Object.fromEntries(
      ns.map((_, at) => [
        `192.0.2.${at + 1}`,
        zone({ 'example.com': { ...apex, SOA: [soa({ serial: serial(at) })] } }),
      ]),
    );
    const context = contextOf({ zone: many, servers });
    await nsConsistent.run(context);
    expect((context.dns as unknown as { asked: string[] }).asked).toHaveLength(most);
  });
});
