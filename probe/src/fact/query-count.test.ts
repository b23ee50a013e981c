import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import type { Check } from '../check/define.ts';
import { contextOf } from '../check/prove-fixture.ts';

const checks: Check[] = [];
for (const area of ['dns', 'mx']) {
  const folder = join(import.meta.dirname, '..', 'check', area);
  for (const name of readdirSync(folder))
    if (!/(?:\.test|-fixture)\.ts$/.test(name)) checks.push((await import(join(folder, name))).default);
}

const soa = (serial: number) => ({
  mname: 'ns1.example.net',
  rname: 'hostmaster.example.net',
  serial,
  refresh: 7200,
  retry: 3600,
  expire: 1_209_600,
  minimum: 300,
});
const ns = ['ns1', 'ns2', 'ns3', 'ns4', 'ns5', 'ns6'].map((name) => `${name}.example.net`);

/** A domain with `mail` mail servers and six name servers, each with its own version of the zone. */
function domain(mail: readonly string[]): { readonly zone: Zone; readonly servers: Record<string, Zone> } {
  const own = (serial: number) => ({
    SOA: [soa(serial)],
    NS: ns,
    MX: mail.map((exchange, place) => ({ preference: place, exchange })),
    TXT: ['v=spf1 mx -all'],
  });
  return {
    zone: {
      'example.com': own(1),
      com: { NS: ['a.gtld.example'] },
      'a.gtld.example': { A: ['203.0.113.53'] },
      '_mta-sts.example.com': { TXT: ['v=STSv1; id=1'] },
      ...Object.fromEntries(ns.map((name, at) => [name, { A: [`192.0.2.${at + 1}`] }])),
      ...Object.fromEntries(mail.map((name, at) => [name, { A: [`198.51.100.${at + 1}`] }])),
    },
    servers: Object.fromEntries(ns.map((_, at) => [`192.0.2.${at + 1}`, { 'example.com': own(at) }])),
  };
}

describe('the questions to the DNS of all checks of the domain and its mail servers together', () => {
  it.each([
    ['one mail server of a provider', ['example-com.mail.protection.outlook.com'], 32],
    ['five of a provider', ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.mx.example.net`), 40],
    ['two of its own', ['mx1.example.com', 'mx2.example.com'], 36],
  ])('stay few: %s', async (_name, mail, most) => {
    const { zone, servers } = domain(mail);
    expect(checks.length).toBeGreaterThan(25);
    const context = contextOf({ zone, servers, smtp: { '*': {} } });
    const dns = context.dns as ZoneDns;
    expect(dns).toBeInstanceOf(ZoneDns);
    for (const check of checks)
      if (check.needs.every((need) => context.subject[need] !== null)) await check.run(context);
    // what is asked twice is answered out of the client's memory
    expect(new Set(dns.asked).size).toBeLessThanOrEqual(most);
  });
});
