import type { Zone } from '@whybounce/core/dns';
import { twoMailServers } from '../mx/mail-servers-fixture.ts';
import type { World } from '../prove-fixture.ts';

export const POLICY_URL = 'https://mta-sts.example.com/.well-known/mta-sts.txt';

/** A domain with two mail servers and this record. */
export const zoneWith = (record: string | null = 'v=STSv1; id=20260101000000;', own: Zone = {}): Zone => ({
  ...twoMailServers,
  ...(record === null ? {} : { '_mta-sts.example.com': { TXT: [record] } }),
  ...own,
});

/** A domain without MX records, whose own address takes its mail, if anything does. */
export const implicitMx: Zone = { 'example.com': { A: ['192.0.2.1'] } };

/** The same with a policy of these lines, or with another response. */
export const serving = (policy: string | NonNullable<World['https']>[string], own: Zone = {}): World => ({
  zone: zoneWith(undefined, own),
  https: { [POLICY_URL]: typeof policy === 'string' ? { text: policy } : policy },
});

/** A policy for both mail servers. */
export const policy = (mode: string, ...more: string[]): string =>
  [
    'version: STSv1',
    `mode: ${mode}`,
    'mx: mx1.example.com',
    'mx: mx2.example.com',
    ...(more.length > 0 ? more : ['max_age: 1209600']),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
