import { Buffer } from 'node:buffer';
import type { Zone, ZoneName } from '@whybounce/core/dns';
import { der } from '../../certificate-fixture.ts';
import type { World } from '../prove-fixture.ts';

/** What `p` of an RSA key has whose modulus is that long: no true key, but shaped like one. */
export function rsaP(bits: number): string {
  const modulus = Buffer.concat([Buffer.of(0), Buffer.alloc(bits / 8, 0xc5)]);
  const key = der.sequence(der.integer(modulus), der.integer(Buffer.of(1, 0, 1)));
  return der.sequence(der.sequence(der.oid('1.2.840.113549.1.1.1'), der.null), der.bits(key)).toString('base64');
}

export const rsa = `v=DKIM1; k=rsa; p=${rsaP(2048)}`;
export const ed25519 = `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`;

/** The zone in which selectors of example.com hold these records; a full name stands for itself. */
export function keyZone(
  records: Readonly<Record<string, string | readonly string[] | 'servfail'>>,
  more: Zone = {},
): Zone {
  const names = Object.entries(records).map(([selector, texts]): [string, ZoneName | 'servfail'] => [
    selector.includes('.') ? selector : `${selector}._domainkey.example.com`,
    texts === 'servfail' ? texts : { TXT: typeof texts === 'string' ? [texts] : texts },
  ]);
  return { ...Object.fromEntries(names), ...more };
}

/** A world in which the selector s1 of example.com is known to be in use and holds this. */
export function known(texts: string | readonly string[], more: Partial<World> = {}): World {
  return { subject: { selectors: [{ selector: 's1', domain: 'example.com' }] }, zone: keyZone({ s1: texts }), ...more };
}

/** A world in which no selector is known, and a common one holds this. */
export function guessed(texts: string | readonly string[], more: Partial<World> = {}): World {
  return { zone: keyZone({ default: texts }), ...more };
}

/** What every check of keys meets. */
export const noAnswer: World = { ...known([]), zone: keyZone({ s1: 'servfail' }), says: /SERVFAIL/ };
export const notFound: Readonly<Record<string, World>> = {
  'no key': { ...known([]), zone: keyZone({ other: rsa }), says: /No DKIM key was found at s1._domainkey.example.com/ },
  'none that could be guessed': { zone: keyZone({ hidden: rsa }) },
};
