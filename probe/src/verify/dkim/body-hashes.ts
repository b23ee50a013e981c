import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type Canonicalization, canonicalBody } from '../canonical.ts';

/** The hashes of one body, each made once: fifty ARC sets and ten signatures mostly want the same. */
export class BodyHashes {
  readonly body: Buffer;
  readonly #canonical = new Map<Canonicalization, Buffer>();
  readonly #digests = new Map<string, Buffer>();

  constructor(body: Buffer) {
    this.body = body;
  }

  canonical(canonicalization: Canonicalization): Buffer {
    let canonical = this.#canonical.get(canonicalization);
    if (canonical === undefined) {
      canonical = canonicalBody(this.body, canonicalization);
      this.#canonical.set(canonicalization, canonical);
    }
    return canonical;
  }

  /** @param length of the canonical body in bytes (`l=`); null for all */
  digest(canonicalization: Canonicalization, hash: 'sha1' | 'sha256', length: number | null): Buffer {
    const canonical = this.canonical(canonicalization);
    const end = length === null ? canonical.length : Math.min(length, canonical.length);
    const key = `${canonicalization} ${hash} ${end}`;
    let digest = this.#digests.get(key);
    if (digest === undefined) {
      digest = createHash(hash).update(canonical.subarray(0, end)).digest();
      this.#digests.set(key, digest);
    }
    return digest;
  }
}
