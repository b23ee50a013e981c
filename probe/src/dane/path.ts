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

/**
 * The server's own certificate and those that signed each other after it, as far as the chain holds them; the order in
 * which the server sent the others does not matter.
 */
export function signedPath(links: readonly Link[]): Link[] {
  const [leaf, ...rest] = links;
  if (leaf === undefined) return [];
  const path = [leaf];
  for (;;) {
    const last = path.at(-1) ?? leaf;
    const next = rest.find((link) => !path.includes(link) && hasSigned(link.certificate, last.certificate));
    if (next === undefined) return path;
    path.push(next);
  }
}

/**
 * How far along the path the authority of a record stands: the number of certificates that it vouches for, directly or
 * through others; null where it is not there. The authority may be in the chain (RFC 7671 section 5.2.2), or be the
 * record's own data, a whole certificate or key (RFC 7671 section 5.2.3).
 */
export function anchoredAt(path: readonly Link[], record: TlsaRecord): number | null {
  const at = path.findIndex((link, index) => index > 0 && dataOf(link, record) === record.data);
  if (at > 0) return at;
  if (record.matchingType !== 0) return null;
  const key = keyIn(record);
  const last = path.at(-1);
  return key !== null && last !== undefined && isSignedBy(last.certificate, key) ? path.length : null;
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
  return issuer.ca && subject.checkIssued(issuer) && isSignedBy(subject, issuer.publicKey);
}

function isSignedBy(subject: X509Certificate, key: KeyObject): boolean {
  try {
    return subject.verify(key);
  } catch {
    // a key of another kind than the signature
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
