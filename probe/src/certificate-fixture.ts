import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Certificates for tests, made on the spot: Node reads X.509 and cannot write it. A small DER writer
 * (X.690) and the structures of RFC 5280 section 4.1, no more than tests of TLS, DANE and BIMI need.
 */

export type KeyKind = 'ec' | 'rsa' | 'ed25519';

export interface CertificateWish {
  /** DNS names and IP addresses for the subject alternative name; the first DNS name is the common name too. */
  readonly names: readonly string[];
  /** Who signs; itself where none is given. */
  readonly ca?: Certified | undefined;
  /** Default `ec`. */
  readonly kind?: KeyKind | undefined;
  /** Of an RSA key; default 2048. */
  readonly bits?: number | undefined;
  /** Of an EC key; default `prime256v1`. */
  readonly curve?: string | undefined;
  /** An existing key instead of a new one: for renewals. */
  readonly privateKey?: KeyObject | undefined;
  /** Default yesterday. */
  readonly validFrom?: Date | undefined;
  /** Default in 90 days. */
  readonly validTo?: Date | undefined;
  /** Default the first name, else `Test`; null for a certificate without a common name. */
  readonly commonName?: string | null | undefined;
  /** Further parts of the subject by their object identifiers. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Whether the names stand in a subject alternative name; default true. */
  readonly altNames?: boolean | undefined;
  /** Object identifiers; default serverAuth; empty: no such extension. */
  readonly extendedKeyUsage?: readonly string[] | undefined;
  readonly extensions?: readonly CertificateExtension[] | undefined;
  /** Hash of the signature (not of Ed25519); default `sha256`. */
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | undefined;
  /** Whether it may sign others; default false. */
  readonly isCa?: boolean | undefined;
}

export interface CertificateExtension {
  readonly oid: string;
  readonly critical?: boolean | undefined;
  /** DER of the value, without the OCTET STRING around it. */
  readonly value: Uint8Array;
}

/** A key with its certificate: `key` and `cert` go straight into `tls.createServer`. */
export interface Certified {
  /** PEM, PKCS #8. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  readonly der: Buffer;
  readonly privateKey: KeyObject;
  /** DER of the distinguished name. */
  readonly subject: Buffer;
}

/** DER of single values (X.690). */
export const der = {
  tlv,
  sequence: (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts),
  set: (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, ...parts),
  oid,
  integer: (value: Uint8Array): Buffer => tlv(0x02, value),
  octets: (value: Uint8Array): Buffer => tlv(0x04, value),
  bits: (value: Uint8Array): Buffer => tlv(0x03, Buffer.of(0), value),
  ia5: (text: string): Buffer => tlv(0x16, Buffer.from(text, 'latin1')),
  utf8: (text: string): Buffer => tlv(0x0c, Buffer.from(text, 'utf8')),
  true: Buffer.of(0x01, 0x01, 0xff),
  null: Buffer.of(0x05, 0x00),
  time,
} as const;

/** A certificate that may sign others; its own root unless `ca` is given. */
export function makeCa(wish: Partial<CertificateWish> = {}): Certified {
  return makeCertificate({
    names: [],
    commonName: 'Test root',
    extendedKeyUsage: [],
    ...wish,
    isCa: true,
  });
}

/** A certificate and its key as wished. */
export function makeCertificate(wish: CertificateWish): Certified {
  const { ca, isCa = false, hash = 'sha256' } = wish;
  const privateKey = wish.privateKey ?? newKey(wish);
  const spki = createPublicKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).export({
    type: 'spki',
    format: 'der',
  });
  const commonName = wish.commonName === undefined ? (wish.names[0] ?? 'Test') : wish.commonName;
  const attributes = [
    ...(commonName === null ? [] : [['2.5.4.3', commonName]]),
    ...Object.entries(wish.attributes ?? {}),
  ];
  const subject = der.sequence(
    ...attributes.map(([id = '', value = '']) => der.set(der.sequence(oid(id), der.utf8(value)))),
  );
  const signer = ca?.privateKey ?? privateKey;
  const algorithm = signatureAlgorithm(signer, hash);
  const tbs = der.sequence(
    tlv(0xa0, der.integer(Buffer.of(2))),
    der.integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    ca?.subject ?? subject,
    der.sequence(time(wish.validFrom ?? daysFromNow(-1)), time(wish.validTo ?? daysFromNow(90))),
    subject,
    spki,
    tlv(0xa3, der.sequence(...extensionsOf(wish, isCa).map(extension))),
  );
  const signature = sign(signer.asymmetricKeyType === 'ed25519' ? null : hash, tbs, signer);
  const whole = der.sequence(tbs, algorithm, der.bits(signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(whole),
    der: whole,
    privateKey,
    subject,
  };
}

function extensionsOf(wish: CertificateWish, isCa: boolean): readonly CertificateExtension[] {
  const { names, altNames = true, extendedKeyUsage = ['1.3.6.1.5.5.7.3.1'], extensions = [] } = wish;
  // keyCertSign and cRLSign, or digitalSignature (RFC 5280 section 4.2.1.3)
  const usage = isCa ? Buffer.of(0x03, 0x02, 0x01, 0x06) : Buffer.of(0x03, 0x02, 0x07, 0x80);
  return [
    { oid: '2.5.29.19', critical: true, value: isCa ? der.sequence(der.true) : der.sequence() },
    { oid: '2.5.29.15', critical: true, value: usage },
    ...(extendedKeyUsage.length > 0 ? [{ oid: '2.5.29.37', value: der.sequence(...extendedKeyUsage.map(oid)) }] : []),
    ...(altNames && names.length > 0 ? [{ oid: '2.5.29.17', value: der.sequence(...names.map(generalName)) }] : []),
    ...extensions,
  ];
}

function extension({ oid: id, critical = false, value }: CertificateExtension): Buffer {
  return der.sequence(oid(id), ...(critical ? [der.true] : []), der.octets(value));
}

function generalName(name: string): Buffer {
  return isIP(name) > 0
    ? tlv(0x87, Buffer.from(ipaddr.parse(name).toByteArray()))
    : tlv(0x82, Buffer.from(name, 'latin1'));
}

function newKey({ kind = 'ec', bits = 2048, curve = 'prime256v1' }: CertificateWish): KeyObject {
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey;
  if (kind === 'ed25519') return generateKeyPairSync('ed25519').privateKey;
  return generateKeyPairSync('ec', { namedCurve: curve }).privateKey;
}

function signatureAlgorithm(key: KeyObject, hash: 'sha1' | 'sha256' | 'sha384'): Buffer {
  switch (key.asymmetricKeyType) {
    case 'ed25519':
      return der.sequence(oid('1.3.101.112'));
    case 'rsa':
      return der.sequence(
        oid({ sha1: '1.2.840.113549.1.1.5', sha256: '1.2.840.113549.1.1.11', sha384: '1.2.840.113549.1.1.12' }[hash]),
        der.null,
      );
    default:
      return der.sequence(
        oid({ sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' }[hash]),
      );
  }
}

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const size: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  return Buffer.concat([Buffer.of(tag, 0x80 | size.length, ...size), content]);
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const septets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) septets.unshift(128 | (rest % 128));
  return septets;
}

/** UTCTime until 2049, GeneralizedTime from then on (RFC 5280 section 4.1.2.5). */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+|[-:T]/g, '');
  return at.getUTCFullYear() < 2050 ? tlv(0x17, Buffer.from(digits.slice(2))) : tlv(0x18, Buffer.from(digits));
}

function pem(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}
