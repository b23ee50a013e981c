import { readFileSync } from 'node:fs';
import { type DnsStatus, type RecordData, ZoneDns, type ZoneName } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { verifyMessage } from '../../probe/src/verify/verify-message.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';

/** The cases of the openspf suite for RFC 7208. */
const suite = findCorpus('suites/spf/rfc7208-tests.yml');

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, Case>>;
  readonly zonedata: Readonly<Record<string, readonly (string | Readonly<Record<string, unknown>>)[]>>;
}

interface Case {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
}

describe.skipIf(suite.missing !== null)(`SPF of a message by the RFC 7208 suite${skippedBecause(suite)}`, () => {
  const scenarios =
    suite.missing === null
      ? parseAllDocuments(readFileSync(suite.path, 'utf8'), { uniqueKeys: false }).map((it) => it.toJS() as Scenario)
      : [];
  const cases = scenarios.flatMap(({ description, tests, zonedata }) =>
    Object.entries(tests).map(([name, test]) => ({ name, description, test, zonedata })),
  );

  it('has all its cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
  });

  it.each(cases)('$description: $name', async ({ test, zonedata }) => {
    const { spf } = await verifyMessage(
      {
        raw: new TextEncoder().encode('From: a@example.com\r\n\r\nHello.\r\n'),
        ip: test.host,
        helo: test.helo,
        mailFrom: test.mailfrom,
        received: new Date(0),
      },
      { dns: new ZoneDns(zoneOf(zonedata)), now: new Date(0) },
    );
    expect([test.result].flat()).toContain(spf.result);
  });
});

function zoneOf(zonedata: Scenario['zonedata']): Record<string, ZoneName | DnsStatus> {
  const zone: Record<string, ZoneName | DnsStatus> = {};
  for (const [name, entries] of Object.entries(zonedata)) zone[name] = nameOf(entries);
  return zone;
}

/** `TIMEOUT` answers what has no record of its own; a name with `SPF` alone has the same as TXT. */
function nameOf(entries: Scenario['zonedata'][string]): ZoneName | DnsStatus {
  const records: Record<string, unknown[] | DnsStatus> = {};
  for (const entry of entries) {
    if (typeof entry === 'string') continue;
    for (const [type, value] of Object.entries(entry)) {
      if (type === 'TXT' && value === 'NONE') continue;
      const list = records[type];
      if (Array.isArray(list)) list.push(recordOf(type, value));
      else records[type] = [recordOf(type, value)];
    }
  }
  const hasText = entries.some((entry) => typeof entry !== 'string' && 'TXT' in entry);
  if (!hasText && records['SPF'] !== undefined) records['TXT'] = records['SPF'];
  if (!entries.includes('TIMEOUT')) return records as ZoneName;
  if (Object.keys(records).length === 0) return 'timeout';
  for (const type of ['A', 'AAAA', 'MX', 'TXT', 'PTR', 'CNAME']) records[type] ??= 'timeout';
  return records as ZoneName;
}

function recordOf(type: string, value: unknown): unknown {
  if (type === 'MX') {
    const [preference, exchange] = value as [number, string];
    return { preference, exchange } satisfies RecordData['MX'];
  }
  // octets of the suite, one unit each
  if (type === 'TXT' || type === 'SPF') return Array.isArray(value) ? value : String(value);
  return value;
}
