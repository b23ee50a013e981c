import { Buffer } from 'node:buffer';
import { constants, createHash, type KeyObject, publicDecrypt, verify } from 'node:crypto';
import type { BodyHashes } from './body-hashes.ts';
import type { LoadedKey } from './key.ts';
import type { Signature } from './signature.ts';

/** `undetermined`: there is nothing to check it with: no key, no such algorithm, or too little in the signature. */
export type PartVerdict = 'pass' | 'fail' | 'undetermined';

/**
 * What the signature in `b=` says of the header:
 * - `same`: it is the header that was signed;
 * - `other-header`: the key belongs to it, and it was made over another header;
 * - `other-key`: it was made with another key than the published one, or `b=` was damaged;
 * - `differs`: one of these two. Only of RSA it can be told which.
 */
export type SignatureFinding = 'same' | 'other-header' | 'other-key' | 'differs';

/** Whether the body is what the signer hashed (RFC 6376 section 6.1.3 step 2), whatever the header signature says. */
export function checkBodyHash(signature: Signature, hashes: BodyHashes): PartVerdict {
  const hash = hashName(signature.algorithm);
  if (hash === null || signature.canonicalization === null || signature.bodyHash === '') return 'undetermined';
  const { length } = hashes.canonical(signature.canonicalization.body);
  // RFC 6376 section 3.5: l= must not be larger than what there is
  if (signature.bodyLength !== null && signature.bodyLength > length) return 'fail';
  const digest = hashes.digest(signature.canonicalization.body, hash, signature.bodyLength);
  return digest.equals(Buffer.from(signature.bodyHash, 'base64')) ? 'pass' : 'fail';
}

/**
 * Whether the header is what the signer signed (RFC 6376 section 6.1.3 steps 3 and 4), with the body hash taken as it is
 * written: a verifier that stops at a changed body never looks, and both can be broken by different hands.
 *
 * @param input what {@link signedInput} gives
 */
export function checkHeader(
  signature: Pick<Signature, 'algorithm' | 'signature'>,
  input: Buffer,
  key: LoadedKey,
): SignatureFinding | null {
  const { publicKey, type } = key;
  const hash = hashName(signature.algorithm);
  if (publicKey === null || hash === null || signature.signature.length === 0) return null;
  if (!signature.algorithm.startsWith(`${type}-`)) return null;
  const digest = createHash(hash).update(input).digest();
  try {
    if (type === 'ed25519')
      // RFC 8463 section 3: what is signed is the SHA-256 of the header
      return verify(null, digest, publicKey, signature.signature) ? 'same' : 'differs';
    if (verify(hash, input, publicKey, signature.signature)) return 'same';
  } catch {
    // OpenSSL refuses keys beyond its own bounds
    return null;
  }
  return signedDigest(publicKey, signature.signature, hash) === null ? 'other-key' : 'other-header';
}

/** What stands before the digest in a signature of PKCS #1 v1.5 (RFC 8017 section 9.2 note 1). */
const digestInfo = {
  sha1: Buffer.from('3021300906052b0e03021a05000414', 'hex'),
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
};

/**
 * The digest that was signed, which the public key reveals; null where the key does not belong to the signature: the
 * padding then comes out as noise.
 */
export function signedDigest(publicKey: KeyObject, signature: Buffer, hash: 'sha1' | 'sha256'): Buffer | null {
  let block: Buffer;
  try {
    block = publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return null;
  }
  const prefix = digestInfo[hash];
  const digest = block.subarray(prefix.length);
  const length = hash === 'sha1' ? 20 : 32;
  return digest.length === length && block.subarray(0, prefix.length).equals(prefix) ? digest : null;
}

/** The hash of an algorithm that exists: RFC 6376 section 3.3 and RFC 8463. */
export function hashName(algorithm: string): 'sha1' | 'sha256' | null {
  if (algorithm === 'rsa-sha256' || algorithm === 'ed25519-sha256') return 'sha256';
  return algorithm === 'rsa-sha1' ? 'sha1' : null;
}
