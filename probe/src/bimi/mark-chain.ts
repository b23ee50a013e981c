import { X509Certificate } from 'node:crypto';
import { MAX_CERTIFICATE } from '../certificate/parts.ts';

/** Most certificates of a file that are looked at: one, its intermediates and a root are usual. */
const MAX_CERTIFICATES = 10;
const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;

/** A certificate with its DER. */
export interface MarkLink {
  readonly der: Uint8Array;
  readonly certificate: X509Certificate;
}

/** The certificates of a PEM file in their order; null where one of them cannot be read. */
export function certificatesIn(pem: string): MarkLink[] | null {
  const links: MarkLink[] = [];
  for (const [, base64 = ''] of pem.matchAll(BLOCK)) {
    if (links.length === MAX_CERTIFICATES) break;
    const der = Buffer.from(base64, 'base64');
    if (der.length > MAX_CERTIFICATE) return null;
    try {
      links.push({ der, certificate: new X509Certificate(der) });
    } catch {
      return null;
    }
  }
  return links;
}

/**
 * How far the certificates of a file sign each other, each one the one before it, as the file must have them.
 *
 * @returns the position of the first certificate that the next one did not sign; null where all are in order
 */
export function brokenAt(links: readonly MarkLink[]): number | null {
  for (let index = 0; index + 1 < links.length; index++) {
    const [subject, issuer] = [links[index]?.certificate, links[index + 1]?.certificate];
    if (subject === undefined || issuer === undefined || !hasSigned(issuer, subject)) return index;
  }
  return null;
}

/** Whether the last certificate is one of the roots, or signed by one. */
export function isAnchored(links: readonly MarkLink[], roots: readonly X509Certificate[]): boolean {
  const last = links.at(-1)?.certificate;
  return (
    last !== undefined && roots.some((root) => root.fingerprint256 === last.fingerprint256 || hasSigned(root, last))
  );
}

function hasSigned(issuer: X509Certificate, subject: X509Certificate): boolean {
  return issuer.ca && subject.checkIssued(issuer) && isSignedBy(subject, issuer);
}

/** Whether one certificate's key signed the other, whatever their names say. */
export function isSignedBy(subject: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return subject.verify(issuer.publicKey);
  } catch {
    // a key of another kind than the signature
    return false;
  }
}
