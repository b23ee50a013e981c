import type { DnsClient, DnsStatus, RecordData } from '@whybounce/core/dns';

/** Asks as `node:dns` does: records, or an error with a code. */
export type Resolver = (name: string, type: string) => Promise<string[]>;

/**
 * What mailauth makes of each code: ENOTFOUND and ENODATA mean that there is no such record, EBADNAME that the name
 * cannot exist, and all others a temporary error, never a failure.
 */
const codes: Readonly<Record<Exclude<DnsStatus, 'found'>, string>> = {
  'no-data': 'ENODATA',
  'no-domain': 'ENOTFOUND',
  servfail: 'ESERVFAIL',
  refused: 'EREFUSED',
  'not-implemented': 'ENOTIMP',
  timeout: 'ETIMEOUT',
  unreachable: 'ECONNREFUSED',
  malformed: 'EBADRESP',
  'over-budget': 'ETIMEOUT',
  'invalid-name': 'EBADNAME',
};

type Asked = 'A' | 'AAAA' | 'MX' | 'TXT' | 'CNAME' | 'PTR';

/** Each type as `node:dns` shapes its records. */
const shapes: { readonly [T in Asked]: (record: RecordData[T]) => unknown } = {
  A: (address) => address,
  AAAA: (address) => address,
  MX: ({ preference, exchange }) => ({ priority: preference, exchange }),
  TXT: (strings) => [...strings],
  CNAME: (name) => name,
  PTR: (name) => name,
};

/**
 * Our DNS as mailauth asks it.
 *
 * @param impossible code for a name that cannot exist: of a key it means that there is none
 */
export function resolverOf(dns: DnsClient, impossible: 'EBADNAME' | 'ENOTFOUND' = 'EBADNAME'): Resolver {
  return async (name, type) => {
    if (!isAsked(type)) throw failure('ENOTIMP', name, type);
    const records = await ask(dns, name, type, impossible);
    // mailauth's types say strings, and take what `node:dns` gives
    return records as string[];
  };
}

async function ask<T extends Asked>(dns: DnsClient, name: string, type: T, impossible: string): Promise<unknown[]> {
  const answer = await dns.query(name, type);
  if (answer.status === 'found') return answer.records.map((record) => shapes[type](record));
  throw failure(answer.status === 'invalid-name' ? impossible : codes[answer.status], name, type);
}

function isAsked(type: string): type is Asked {
  return type in shapes;
}

function failure(code: string, name: string, type: string): Error {
  return Object.assign(new Error(`${code} ${type} ${name}`), { code });
}
