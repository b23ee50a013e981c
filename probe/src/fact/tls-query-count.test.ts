import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Zone, ZoneDns } from '@whybounce/core/dns';
import { expect, it } from 'vitest';
import type { Check } from '../check/define.ts';
import { contextOf } from '../check/prove-fixture.ts';

const checks: Check[] = [];
for (const area of ['tls', 'dane', 'sts', 'tlsrpt', 'bimi']) {
  const folder = join(import.meta.dirname, '..', 'check', area);
  for (const name of readdirSync(folder))
    if (!/(?:\.test|-fixture)\.ts$/.test(name)) checks.push((await import(join(folder, name))).default);
}

/** A domain with `count` mail servers that has all records, signed or not. */
function zoneOf(count: number, authenticated: boolean): Zone {
  const hosts = Array.from({ length: count }, (_, at) => `mx${at}.example.net`);
  const record = { usage: 3, selector: 1, matchingType: 1, data: 'ab'.repeat(32) };
  return {
    'example.com': { MX: hosts.map((exchange, preference) => ({ preference, exchange })), authenticated },
    ...Object.fromEntries(hosts.map((host, at) => [host, { A: [`192.0.2.${at + 1}`], authenticated }])),
    ...Object.fromEntries(hosts.map((host) => [`_25._tcp.${host}`, { TLSA: [record], authenticated }])),
    '_mta-sts.example.com': { TXT: ['v=STSv1; id=1'] },
    '_smtp._tls.example.com': { TXT: ['v=TLSRPTv1; rua=mailto:tls@example.com'] },
    'default._bimi.example.com': { TXT: ['v=BIMI1; l=https://www.example.com/logo.svg;'] },
    '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject'] },
  };
}

// beside the look-ups of the mail servers themselves, which all checks share
it.each([
  ['one mail server', 1, false, 7],
  ['twenty', 20, false, 8],
  ['twenty that are signed', 20, true, 9],
])('the questions to the DNS stay few: %s', async (_name, count, authenticated, most) => {
  const context = contextOf({ zone: zoneOf(count, authenticated), smtp: { '*': {} }, https: {} });
  expect(checks).toHaveLength(19);
  for (const check of checks) await check.run(context);
  const { asked } = context.dns as ZoneDns;
  const own = new Set(asked.filter((question) => !/^(?:MX|A|AAAA) /.test(question)));
  expect([...own].length, [...own].join(', ')).toBeLessThanOrEqual(most);
});
