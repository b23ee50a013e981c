import { Buffer } from 'node:buffer';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import { readTags } from './signature.ts';

/**
 * - `no-key`: nothing is published at the name;
 * - `revoked`: the record stands there with an empty `p=` (RFC 6376 section 3.6.1);
 * - `unusable`: what `p=` holds is no key;
 * - `undetermined`: the DNS did not answer.
 */
export type KeyStatus = 'found' | 'no-key' | 'revoked' | 'unusable' | 'undetermined';

/** The public key of a signature (RFC 6376 section 3.6, RFC 8463 section 4). */
export interface DkimKey {
  /** Where it is published: `selector._domainkey.example.com`. */
  readonly name: string;
  readonly status: KeyStatus;
  /** The record as published, its strings joined: untrusted text. */
  readonly record: string | null;
  /** How many records stand there: with more than one it is open which a verifier takes (section 3.6.2.2). */
  readonly records: number;
  readonly type: 'rsa' | 'ed25519' | null;
  readonly bits: number | null;
  /** `t=y`: the domain tries DKIM out. */
  readonly testing: boolean;
  /** `t=s`: `i=` must name the domain itself. */
  readonly sameDomain: boolean;
  /** What the DNS said where it is undetermined: `servfail`, `timeout`. */
  readonly detail: string | null;
}

/** A key with what verifies. */
export interface LoadedKey extends DkimKey {
  readonly publicKey: KeyObject | null;
}

/** What stands before the 32 octets of an ed25519 key in a SubjectPublicKeyInfo (RFC 8410 section 4). */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Fetches the key of a signature. */
export async function loadKey(dns: DnsClient, selector: string, domain: string): Promise<LoadedKey> {
  const name = `${selector}._domainkey.${domain}`;
  const none = { name, record: null, records: 0, type: null, bits: null, testing: false, sameDomain: false };
  if (selector === '' || domain === '') return { ...none, status: 'no-key', detail: null, publicKey: null };
  const answer = await dns.query(name, 'TXT');
  // a name that cannot exist has no key
  if (!isDetermined(answer) && answer.status !== 'invalid-name')
    return { ...none, status: 'undetermined', detail: answer.status, publicKey: null };
  const [strings] = answer.records;
  if (strings === undefined) return { ...none, status: 'no-key', detail: answer.status, publicKey: null };
  const record = strings.join('');
  return { ...none, ...readKey(record), record, records: answer.records.length, detail: null };
}

function readKey(record: string): Pick<LoadedKey, 'status' | 'type' | 'bits' | 'testing' | 'sameDomain' | 'publicKey'> {
  const tags = readTags(record);
  const flags = (tags.get('t') ?? '').split(':').map((flag) => flag.trim().toLowerCase());
  const testing = flags.includes('y');
  const sameDomain = flags.includes('s');
  const nothing = { type: null, bits: null, testing, sameDomain, publicKey: null };
  const data = (tags.get('p') ?? '').replace(/\s+/g, '');
  if (data === '') return { ...nothing, status: tags.has('p') ? 'revoked' : 'unusable' };
  const octets = Buffer.from(data, 'base64');
  const publicKey = keyOf(octets);
  const type = publicKey?.asymmetricKeyType;
  if (publicKey === null || (type !== 'rsa' && type !== 'ed25519')) return { ...nothing, status: 'unusable' };
  const declared = tags.get('k')?.toLowerCase();
  if (declared !== undefined && declared !== type) return { ...nothing, status: 'unusable' };
  const bits = type === 'rsa' ? (publicKey.asymmetricKeyDetails?.modulusLength ?? null) : 256;
  return { status: 'found', type, bits, testing, sameDomain, publicKey };
}

/** RFC 6376 asks for an RSAPublicKey, everybody publishes a SubjectPublicKeyInfo, RFC 8463 wants the bare octets. */
function keyOf(octets: Buffer): KeyObject | null {
  const tries = [
    { key: octets.length === 32 ? Buffer.concat([ED25519_PREFIX, octets]) : octets, type: 'spki' },
    { key: octets, type: 'pkcs1' },
  ] as const;
  for (const { key, type } of tries) {
    try {
      return createPublicKey({ key, format: 'der', type });
    } catch {
      // not of this form
    }
  }
  return null;
}
