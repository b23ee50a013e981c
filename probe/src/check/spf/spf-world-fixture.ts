import type { Zone } from '@whybounce/core/dns';
import type { World } from '../prove-fixture.ts';

/** A world in which example.com has an SPF record, beside what else is there. */
export function spfWorld(record: string | readonly string[], zone: Zone = {}, more: World = {}): World {
  const TXT = typeof record === 'string' ? [record] : record;
  const own = zone['example.com'];
  return { zone: { ...zone, 'example.com': { ...(typeof own === 'object' ? own : {}), TXT } }, ...more };
}

/** Names with an SPF record each. */
export function records(texts: Readonly<Record<string, string>>): Zone {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { TXT: [text] }]));
}

/** So many names of hosts that have an address. */
export function hosts(count: number, zone = 'hosts.example'): Zone {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `h${at}.${zone}`,
      { A: [`192.0.2.${at + 1}`], AAAA: [`2001:db8::${at + 1}`] },
    ]),
  );
}

/** That no record is proposed, as it could refuse mail that is sent today. */
export const noProposal = /\nnull$/;

/** Worlds in which nothing of the domain's record is known. */
export const unread = {
  SERVFAIL: { zone: { 'example.com': 'servfail' }, says: /SERVFAIL/ },
  'no answer': { zone: { 'example.com': { TXT: 'timeout' } }, says: /no answer came in time/ },
} as const satisfies Record<string, World>;

/** Worlds in which there is no one record to look at. */
export const noOne = {
  'no record': { zone: { 'example.com': { TXT: ['other'] } }, says: /has no SPF record/ },
  'two records': spfWorld(['v=spf1 a -all', 'v=spf1 mx -all'], {}, { says: /has 2 SPF records/ }),
} satisfies Record<string, World>;
