import type { Zone, ZoneName } from '@whybounce/core/dns';
import type { World } from '../prove-fixture.ts';

const mx = (exchange: string) => [{ preference: 10, exchange }];

/** The zone in which `_dmarc` of names holds these texts; example.com takes mail. */
export function dmarcZone(
  records: Readonly<Record<string, string | readonly string[] | 'servfail'>>,
  more: Zone = {},
): Zone {
  const names = Object.entries(records).map(([domain, texts]): [string, ZoneName | 'servfail'] => [
    `_dmarc.${domain}`,
    texts === 'servfail' ? texts : { TXT: typeof texts === 'string' ? [texts] : texts },
  ]);
  return { 'example.com': { MX: mx('mx.example.com') }, ...Object.fromEntries(names), ...more };
}

/** A world in which example.com has these DMARC records, and what it must say. */
export function published(
  texts: string | readonly string[],
  more: Partial<World> & { readonly beside?: Zone } = {},
): World {
  const { beside, ...world } = more;
  return { zone: dmarcZone({ 'example.com': texts }, beside), ...world };
}

/** A world in which the subject is a subdomain of example.com. */
export function below(records: Parameters<typeof dmarcZone>[0], more: Partial<World> = {}): World {
  return {
    subject: { domain: 'news.example.com' },
    zone: dmarcZone(records, { 'news.example.com': { A: ['192.0.2.1'] } }),
    ...more,
  };
}

export const noAnswer: World = { zone: dmarcZone({ 'example.com': 'servfail' }), says: /SERVFAIL/ };
export const noRecord: World = { zone: dmarcZone({}) };
