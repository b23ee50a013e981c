import { writeBase64 } from './base64.ts';
import { writeDer } from './der.ts';
import { wrapRsa } from './public-key.ts';

/** A bare RSAPublicKey whose modulus has that many bits; no true key, but shaped like one. */
export function rsaPublicKey(bits: number, exponent = 65_537): Uint8Array {
  const octets = Math.ceil(bits / 8);
  const modulus = Array.from({ length: octets }, (_, i) => (i * 37 + 11) & 0xff);
  const top = ((bits - 1) % 8) + 1;
  modulus[0] = 1 << (top - 1);
  // an integer whose first bit is set needs a zero before it, else it is negative
  const signed = top === 8 ? [0, ...modulus] : modulus;
  const power = exponent === 65_537 ? [1, 0, 1] : [exponent];
  return Uint8Array.from(writeDer(0x30, [...writeDer(0x02, signed), ...writeDer(0x02, power)]));
}

/** The same as `p` has it: SubjectPublicKeyInfo in base64. */
export function rsaP(bits: number, exponent?: number): string {
  return writeBase64(wrapRsa(rsaPublicKey(bits, exponent)));
}

/** Thirty-two octets, as an Ed25519 key has, in base64. */
export const ed25519P = writeBase64(Uint8Array.from({ length: 32 }, (_, i) => i * 7 + 1));

/** The SubjectPublicKeyInfo of such a key (RFC 8410 section 4), in base64. */
export const ed25519Spki = writeBase64(
  Uint8Array.from([
    0x30,
    0x2a,
    0x30,
    0x05,
    0x06,
    0x03,
    0x2b,
    0x65,
    0x70,
    0x03,
    0x21,
    0x00,
    ...Array.from({ length: 32 }, (_, i) => i * 7 + 1),
  ]),
);
