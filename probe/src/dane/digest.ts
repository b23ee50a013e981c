import { createHash } from 'node:crypto';
import type { TlsaRecord } from '@whybounce/core/record';
import { certificateParts } from '../certificate/parts.ts';

/** How a TLSA record looks at a certificate. */
export type TlsaKind = Pick<TlsaRecord, 'usage' | 'selector' | 'matchingType'>;

/**
 * What the data of a record of this kind must be for a certificate (RFC 6698 section 2.1), in lower-case hexadecimal.
 *
 * @param der the certificate
 * @throws DerError where the key cannot be found in it; RangeError for a selector or matching type that is not known
 */
export function tlsaData(der: Uint8Array, { selector, matchingType }: Omit<TlsaKind, 'usage'>): string {
  if (selector !== 0 && selector !== 1) throw new RangeError(`selector is ${selector}: write 0 or 1.`);
  const selected = selector === 0 ? der : certificateParts(der).publicKey;
  switch (matchingType) {
    case 0:
      return Buffer.from(selected).toString('hex');
    case 1:
      return createHash('sha256').update(selected).digest('hex');
    case 2:
      return createHash('sha512').update(selected).digest('hex');
    default:
      throw new RangeError(`matchingType is ${matchingType}: write 0, 1 or 2.`);
  }
}

/**
 * The record that names a certificate: by default `3 1 1`, the digest of its key (RFC 7671 section 5.1).
 *
 * @throws as {@link tlsaData}, and RangeError for a usage that mail servers do not look at (RFC 7672 section 3.1)
 */
export function tlsaFor(der: Uint8Array, kind: TlsaKind = { usage: 3, selector: 1, matchingType: 1 }): TlsaRecord {
  if (kind.usage !== 2 && kind.usage !== 3)
    throw new RangeError(`usage is ${kind.usage}: write 3 for the server's own certificate, or 2 for its authority.`);
  const { usage, selector, matchingType } = kind;
  return { usage, selector, matchingType, data: tlsaData(der, kind) };
}
