import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { TlsaRecord } from '@whybounce/core/record';
import { MAX_CERTIFICATE } from '../certificate/parts.ts';
import { tlsaData } from './digest.ts';

/** One certificate of the chain; null instead of it where it cannot be read. */
export interface Link {
  readonly der: Uint8Array;
  readonly certificate: X509Certificate;
}

/** Most certificates that are looked at: each is verified against others, and a server can send hundreds. */
const MAX_CHAIN = 10;

/** Reads what a server presented. Certificates that cannot be read are left out, but none without the first. */
export function readChain(chain: readonly Uint8Array[]): Link[] {
  const links: Link[] = [];
  for (const [index, der] of chain.slice(0, MAX_CHAIN).entries()) {
    const link = readLink(der);
    if (link !== null) links.push(link);
    else if (index === 0) return [];
  }
  return links;
}

function readLink(der: Uint8Array): Link | null {
  if (der.length > MAX_CERTIFICATE) return null;
  try {
    return { der, certificate: new X509Certificate(der) };
  } catch {
    return null;
  }
}

/** A certificate with those between it and the server's own, the server's own among them; none for that itself. */
export interface Signer {
  readonly link: Link;
  readonly below: readonly Link[];
}

/**
 * The server's own certificate and all in the chain that signed it, directly or through others; the order in which the
 * server sent them does not matter, and of two that hold one authority's key both count.
 */
export function signers(links: readonly Link[]): Signer[] {
  const [leaf, ...rest] = links;
  if (leaf === undefined) return [];
  const found: Signer[] = [{ link: leaf, below: [] }];
  for (const { link, below } of found)
    for (const other of rest)
      if (found.every((one) => one.link !== other) && hasSigned(other.certificate, link.certificate))
        found.push({ link: other, below: [...below, link] });
  return found;
}

/**
 * The certificates for which the authority of a record vouches, directly or through others; null where it vouches for
 * none. The authority may be in the chain (RFC 7671 section 5.2.2), or be the record's own data, a whole certificate or
 * key (RFC 7671 section 5.2.3).
 */
export function vouchedFor(found: readonly Signer[], record: TlsaRecord): readonly Link[] | null {
  const authority = found.find(({ link, below }) => below.length > 0 && dataOf(link, record) === record.data);
  if (authority !== undefined) return authority.below;
  const key = record.matchingType === 0 ? keyIn(record) : null;
  const last = key === null ? undefined : found.find(({ link }) => isSignedBy(link.certificate, () => key));
  return last === undefined ? null : [...last.below, last.link];
}

/** The data that a record would need for a certificate; null where it cannot be made out. */
export function dataOf({ der }: Link, record: TlsaRecord): string | null {
  try {
    return tlsaData(der, record);
  } catch {
    return null;
  }
}

function hasSigned(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && isSignedBy(subject, () => issuer.publicKey);
}

function isSignedBy(subject: X509Certificate, key: () => KeyObject): boolean {
  try {
    return subject.verify(key());
  } catch {
    // a key of another kind than the signature, or of none that the library knows
    return false;
  }
}

function keyIn({ selector, data }: TlsaRecord): KeyObject | null {
  const bytes = Buffer.from(data, 'hex');
  try {
    return selector === 0
      ? new X509Certificate(bytes).publicKey
      : createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
