import { DER, type DerElement, readDer, writeDer } from './der.ts';

/** What the bytes of `p` are. */
export type PublicKey =
  | {
      readonly kind: 'rsa';
      /** `spki`: SubjectPublicKeyInfo (RFC 5280 section 4.1); `bare`: RSAPublicKey alone (RFC 8017 appendix A.1.1). */
      readonly form: 'spki' | 'bare';
      /** Length of the modulus. */
      readonly bits: number;
      /** Null where it is too large to be told. */
      readonly exponent: number | null;
      /** Octets after the key. */
      readonly trailing: number;
    }
  | { readonly kind: 'ed25519'; readonly form: 'raw' | 'spki' }
  /** Cut: the key says how many octets it has. */
  | { readonly kind: 'truncated'; readonly has: number; readonly needs: number }
  | { readonly kind: 'private-key' | 'certificate' | 'other-algorithm' | 'unreadable' };

/** DER of the object identifiers 1.2.840.113549.1.1.1 (rsaEncryption) and 1.3.101.112 (Ed25519, RFC 8410). */
const oids = { rsa: '2a864886f70d010101', ed25519: '2b6570' } as const;

const ED25519_OCTETS = 32;

/** Reads a public key as DKIM publishes it (RFC 6376 section 3.6.1, RFC 8463 section 4). Never throws. */
export function readPublicKey(bytes: Uint8Array): PublicKey {
  if (bytes.length === ED25519_OCTETS && !isWholeSequence(bytes)) return { kind: 'ed25519', form: 'raw' };
  const outer = readDer(bytes, 0);
  if (outer === null || outer.tag !== DER.sequence) return { kind: 'unreadable' };
  const first = readDer(bytes, outer.start, outer.end);
  if (first?.tag === DER.integer) return readBare(bytes, outer, first);
  if (outer.truncated) return { kind: 'truncated', has: bytes.length, needs: outer.end };
  if (first?.tag !== DER.sequence) return { kind: 'unreadable' };
  return readSpki(bytes, outer, first);
}

function isWholeSequence(bytes: Uint8Array): boolean {
  const outer = readDer(bytes, 0);
  return outer?.tag === DER.sequence && outer.end === bytes.length;
}

/** `SEQUENCE { SEQUENCE { OBJECT IDENTIFIER, … }, BIT STRING { key } }` */
function readSpki(bytes: Uint8Array, outer: DerElement, algorithm: DerElement): PublicKey {
  const oid = readDer(bytes, algorithm.start, algorithm.end);
  const key = readDer(bytes, algorithm.end, outer.end);
  // a certificate begins with a sequence of a version or a serial number
  if (oid?.tag === 0xa0 || oid?.tag === DER.integer) return { kind: 'certificate' };
  if (oid?.tag !== DER.objectId || key?.tag !== DER.bitString || key.truncated) return { kind: 'unreadable' };
  const name = hex(bytes.subarray(oid.start, oid.end));
  // the first octet of a bit string counts the bits that are not used
  const start = key.start + 1;
  if (name === oids.ed25519)
    return key.end - start === ED25519_OCTETS ? { kind: 'ed25519', form: 'spki' } : { kind: 'unreadable' };
  if (name !== oids.rsa) return { kind: 'other-algorithm' };
  const rsa = readDer(bytes, start, key.end);
  const modulus = rsa?.tag === DER.sequence && !rsa.truncated ? readDer(bytes, rsa.start, rsa.end) : null;
  if (rsa === null || modulus === null) return { kind: 'unreadable' };
  return readRsa(bytes, rsa, modulus, 'spki', bytes.length - outer.end);
}

/** `SEQUENCE { INTEGER modulus, INTEGER exponent }`, or a private key, whose first integer is a version. */
function readBare(bytes: Uint8Array, outer: DerElement, first: DerElement): PublicKey {
  if (first.end - first.start === 1 && (bytes[first.start] ?? 2) < 2) return { kind: 'private-key' };
  if (outer.truncated) return { kind: 'truncated', has: bytes.length, needs: outer.end };
  return readRsa(bytes, outer, first, 'bare', bytes.length - outer.end);
}

function readRsa(
  bytes: Uint8Array,
  outer: DerElement,
  modulus: DerElement,
  form: 'spki' | 'bare',
  trailing: number,
): PublicKey {
  const exponent = readDer(bytes, modulus.end, outer.end);
  if (modulus.tag !== DER.integer || modulus.truncated || exponent?.tag !== DER.integer || exponent.truncated)
    return { kind: 'unreadable' };
  const bits = bitLength(bytes.subarray(modulus.start, modulus.end));
  const size = bitLength(bytes.subarray(exponent.start, exponent.end));
  return {
    kind: 'rsa',
    form,
    bits,
    exponent: size <= 48 ? toNumber(bytes.subarray(exponent.start, exponent.end)) : null,
    trailing,
  };
}

/** Bits of an unsigned number, leading zeros aside. */
function bitLength(octets: Uint8Array): number {
  const first = octets.findIndex((octet) => octet !== 0);
  return first < 0 ? 0 : (octets.length - first) * 8 - (Math.clz32(octets[first] ?? 0) - 24);
}

function toNumber(octets: Uint8Array): number {
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}

function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** Head of the SubjectPublicKeyInfo around an RSA key: rsaEncryption with NULL parameters. */
const rsaAlgorithm = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

/** A bare RSAPublicKey as SubjectPublicKeyInfo, which is the form that all verifiers read. */
export function wrapRsa(bare: Uint8Array): Uint8Array {
  const bitString = writeDer(DER.bitString, [0, ...bare]);
  return Uint8Array.from(writeDer(DER.sequence, [...rsaAlgorithm, ...bitString]));
}

/** The 32 octets of an Ed25519 key inside its SubjectPublicKeyInfo. */
export function unwrapEd25519(spki: Uint8Array): Uint8Array {
  return spki.slice(-ED25519_OCTETS);
}
