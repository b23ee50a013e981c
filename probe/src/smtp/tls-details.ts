import type { X509Certificate } from 'node:crypto';
import type { EphemeralKeyInfo, PeerCertificate, TLSSocket } from 'node:tls';
import { signatureAlgorithmOf } from '../certificate/signature-algorithm.ts';
import type { SeenCertificate, SeenTls } from './observation.ts';

/** Certificates of a chain: servers send two to four. */
const MAX_CHAIN = 20;

/** What verification says, by the code of OpenSSL; the code itself stands behind the words. */
const untrustedWords: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'a certificate has expired',
  CERT_NOT_YET_VALID: 'a certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends in a root that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'a certificate of the chain is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer of the last certificate is not known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the issuer is not known here, and its certificate was not sent',
  CERT_SIGNATURE_FAILURE: 'a signature does not fit',
  INVALID_CA: 'a certificate that may not sign others has signed one',
  INVALID_PURPOSE: 'the certificate is not made for servers',
};

/** Reads what a handshake came to. */
export function tlsOf(socket: TLSSocket): SeenTls {
  const { name, standardName } = socket.getCipher();
  const version = socket.getProtocol() ?? 'unknown';
  const keyExchange = keyExchangeOf(socket.getEphemeralKeyInfo() as EphemeralKeyInfo | null);
  return {
    version,
    cipher: name,
    suite: standardName,
    // every handshake of TLS 1.3 without a session from before agrees on fresh keys (RFC 8446 section 2)
    forwardSecrecy: version === 'TLSv1.3' || keyExchange !== null,
    aead: /GCM|CCM|POLY1305/i.test(standardName),
    keyExchange,
    certificate: certificateOf(socket),
  };
}

/** `X25519`, `prime256v1`, `X25519MLKEM768`; of finite fields the bits. */
function keyExchangeOf(info: EphemeralKeyInfo | null): string | null {
  if (info === null) return null;
  if (info.name !== undefined && info.name !== '') return info.name;
  return info.size === undefined ? null : String(info.size);
}

function certificateOf(socket: TLSSocket): SeenCertificate | null {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return null;
  return {
    names: namesOf(leaf),
    issuer: oneLine(leaf.issuer),
    subject: oneLine(leaf.subject),
    validFrom: dateOf(leaf.validFrom),
    validTo: dateOf(leaf.validTo),
    key: keyOf(leaf),
    signatureAlgorithm: signatureAlgorithmOf(leaf.raw),
    chain: chainOf(leaf),
    untrusted: untrustedOf(socket.authorizationError as unknown),
  };
}

function keyOf(certificate: X509Certificate): SeenCertificate['key'] {
  try {
    const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details } = certificate.publicKey;
    return { type, bits: details?.modulusLength ?? null, curve: details?.namedCurve ?? null };
  } catch {
    // Node throws for a key of a kind that it does not know
    return { type: 'unknown', bits: null, curve: null };
  }
}

/** A date that nobody can read counts as long past, so that its certificate has expired. */
function dateOf(text: string): Date {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? new Date(0) : date;
}

/**
 * Here `issuerCertificate` leads through what the server sent, in its order; `getPeerCertificate` would add roots
 * that this machine knows, and DANE must not take one of those for sent (RFC 7671 section 5.2.1).
 */
function chainOf(leaf: X509Certificate): Uint8Array[] {
  const chain: Uint8Array[] = [];
  for (let next: X509Certificate | undefined = leaf; next !== undefined && chain.length < MAX_CHAIN; ) {
    chain.push(new Uint8Array(next.raw));
    next = next.issuerCertificate;
  }
  return chain;
}

/** DNS names of the subject alternative name, else the common name (RFC 6125 section 6.4.4, as senders do). */
function namesOf(certificate: X509Certificate): string[] {
  const names = altNamesOf(certificate.subjectAltName ?? '');
  if (certificate.subjectAltName !== undefined) return names;
  const { CN } = (certificate.toLegacyObject() as PeerCertificate).subject as unknown as { CN?: string | string[] };
  return [CN ?? []].flat().map((name) => name.toLowerCase());
}

/** `DNS:mx.example.net, IP Address:192.0.2.1`; a name with other signs is a JSON string, so that none can fake a second one. */
function altNamesOf(altName: string): string[] {
  const names: string[] = [];
  for (const [, quoted, plain] of altName.matchAll(/(?:^|, )DNS:(?:("(?:[^"\\]|\\.)*")|([^,"]*))/g)) {
    const name = quoted === undefined ? (plain ?? '') : (JSON.parse(quoted) as string);
    names.push(name.toLowerCase());
  }
  return names;
}

function oneLine(name: string): string {
  return name.replaceAll('\n', ', ');
}

function untrustedOf(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const code = error instanceof Error ? error.message : String(error);
  const words = untrustedWords[code];
  return words === undefined ? code : `${words} (${code})`;
}
