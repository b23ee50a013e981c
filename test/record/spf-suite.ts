import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { type Zone, ZoneDns } from '../../core/src/dns/index.ts';

/** One case of the suite, with the zone of its scenario. */
export interface SuiteCase {
  readonly scenario: string;
  readonly name: string;
  readonly ip: string;
  readonly helo: string;
  readonly sender: string;
  /** One or several that are acceptable. */
  readonly results: readonly string[];
  /** `DEFAULT` for none; null where the case does not say. */
  readonly explanation: string | null;
  dns(): ZoneDns;
}

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<
    Record<
      string,
      { host: string; helo: string; mailfrom: string; result: string | string[]; explanation?: string | undefined }
    >
  >;
  readonly zonedata: Readonly<Record<string, readonly ('TIMEOUT' | Readonly<Record<string, unknown>>)[]>>;
}

/** Reads the RFC 7208 test suite of openspf: YAML documents, each a scenario with its tests and zone. */
export function readSuite(path: string): SuiteCase[] {
  return parseAllDocuments(readFileSync(path, 'utf8'), { merge: true }).flatMap((document) => {
    const { description, tests, zonedata } = document.toJS() as Scenario;
    const zone = zoneOf(zonedata);
    return Object.entries(tests).map(([name, test]) => ({
      scenario: description,
      name,
      ip: test.host,
      helo: test.helo,
      sender: test.mailfrom,
      results: [test.result].flat(),
      explanation: test.explanation ?? null,
      dns: () => new ZoneDns(zone),
    }));
  });
}

const types = ['A', 'AAAA', 'MX', 'TXT', 'SPF', 'CNAME', 'PTR'] as const;

function zoneOf(zonedata: Scenario['zonedata']): Zone {
  const zone: Record<string, Record<string, unknown>> = {};
  for (const [name, entries] of Object.entries(zonedata)) {
    const records: Record<string, unknown[]> = {};
    for (const entry of entries) {
      if (entry === 'TIMEOUT') continue;
      for (const [type, data] of Object.entries(entry)) {
        records[type] ??= [];
        records[type].push(data);
      }
    }
    // a record of type SPF stands for TXT too, unless the name has TXT records of its own or `TXT: NONE`
    records['TXT'] ??= records['SPF'] ?? [];
    records['TXT'] = records['TXT'].filter((data) => data !== 'NONE');
    const found: Record<string, unknown> = {};
    for (const type of types) {
      const own = (records[type] ?? []).map((data) => recordOf(type, data));
      if (own.length > 0) found[type] = own;
      else if (entries.includes('TIMEOUT')) found[type] = 'timeout';
    }
    zone[name] = found;
  }
  return zone as unknown as Zone;
}

function recordOf(type: (typeof types)[number], data: unknown): unknown {
  if (type === 'MX') {
    const [preference, exchange] = data as [number, string];
    return { preference, exchange: exchange === '' ? '.' : exchange };
  }
  if (type === 'TXT' || type === 'SPF') return [data].flat();
  return String(data).replace(/(?<=.)\.$/, '');
}
