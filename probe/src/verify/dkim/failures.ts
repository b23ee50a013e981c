import { quoted } from '../../quoted.ts';
import type { SignatureVerdict } from '../mailauth/dkim.ts';
import type { PartVerdict, SignatureFinding } from './check-signature.ts';
import type { DkimKey } from './key.ts';
import type { Signature } from './signature.ts';
import type { FailureCode, LikelyCause, SignatureFailure } from './verdict.ts';

/** What is known of one signature when its failures are told. */
export interface Examined {
  readonly signature: Signature;
  readonly key: DkimKey;
  readonly verdict: SignatureVerdict;
  readonly bodyHash: PartVerdict;
  readonly finding: SignatureFinding | null;
  readonly bodyCauses: readonly LikelyCause[];
  readonly headerCauses: readonly LikelyCause[];
  /** When the message came. */
  readonly at: Date;
}

/** The verifier's remarks that say all there is to say. */
const remarks: Readonly<Record<string, FailureCode>> = {
  'unknown algorithm': 'unknown-algorithm',
  'unknown canonicalization': 'unknown-canonicalization',
  'signature missing required tag': 'malformed',
  'signature syntax error': 'malformed',
  'incompatible version': 'unknown-version',
  'unsupported query method': 'unknown-query-method',
  'domain mismatch': 'identity-outside',
  'invalid expiration': 'expires-before-signed',
  'From field not signed': 'from-not-signed',
  'body hash did not verify': 'body-changed',
  'weak algorithm': 'sha1',
  'weak key': 'weak-key',
  'no key': 'no-key',
  'unknown key version': 'key-unusable',
  'unknown key type': 'key-unusable',
  'invalid public key': 'key-unusable',
  'inappropriate hash algorithm': 'key-unfit',
  'inappropriate key algorithm': 'key-unfit',
  'key not for email': 'key-unfit',
  expired: 'expired',
};

/**
 * Everything for which a signature does not count: first what the verifier stopped at, then what it would have met after.
 */
export function failuresOf(examined: Examined): SignatureFailure[] {
  const codes = new Set<FailureCode>();
  const { verdict, key, finding } = examined;
  if (verdict.result !== 'pass') codes.add(first(examined));
  if (examined.bodyHash === 'fail') codes.add('body-changed');
  if (finding === 'other-header') codes.add('header-changed');
  if (finding === 'other-key') codes.add('other-key');
  if (finding === 'differs') codes.add('signature-differs');
  if (key.status === 'no-key') codes.add('no-key');
  if (key.status === 'revoked') codes.add('key-revoked');
  if (key.status === 'unusable') codes.add('key-unusable');
  if (key.status === 'undetermined') codes.add('key-undetermined');
  // the verifier gives up on these only where nothing else is wrong
  if (verdict.result !== 'pass' && isExpired(examined)) codes.add('expired');
  return [...codes].map((code) => ({ code, says: say(code, examined), causes: causesOf(code, examined) }));
}

function first({ verdict, key, finding }: Examined): FailureCode {
  if (verdict.result === 'temperror') return 'key-undetermined';
  if (key.status === 'revoked' && verdict.comment === 'invalid public key') return 'key-revoked';
  if (verdict.comment === 'bad signature') {
    if (finding === 'other-header') return 'header-changed';
    return finding === 'other-key' ? 'other-key' : 'signature-differs';
  }
  return remarks[verdict.comment ?? ''] ?? 'signature-differs';
}

function isExpired({ signature: { expiresAt }, at }: Examined): boolean {
  return expiresAt !== null && expiresAt < at;
}

function causesOf(code: FailureCode, { bodyCauses, headerCauses, key }: Examined): readonly LikelyCause[] {
  if (code === 'body-changed') return bodyCauses;
  if (code === 'header-changed' || code === 'signature-differs') return headerCauses;
  if (code !== 'other-key') return [];
  return [
    {
      kind: 'key-changed',
      proven: false,
      says: `The key at ${key.name} is not the one that the sending system signs with: it was replaced on one side alone, or a part of it was lost when it was published.`,
      quote: null,
    },
    {
      kind: 'signature-damaged',
      proven: false,
      says: 'The signature itself was damaged on its way.',
      quote: null,
    },
  ];
}

function say(code: FailureCode, { signature, key, verdict }: Examined): string {
  const who = `The signature of ${signature.domain || 'no domain'}`;
  switch (code) {
    case 'body-changed':
      return 'The body is not the one that was signed.';
    case 'header-changed':
      return `The key at ${key.name} belongs to the signature, and a signed field is not as it was signed.`;
    case 'other-key':
      return `${who} was made with another key than the one that is published at ${key.name}.`;
    case 'signature-differs':
      return `${who} does not fit the header and the key at ${key.name}: a signed field was changed, or another key was used.`;
    case 'no-key':
      return `No key is published at ${key.name}.`;
    case 'key-revoked':
      return `The key at ${key.name} was revoked: its record has an empty p=.`;
    case 'key-unusable':
      return `What is published at ${key.name} is no key that a verifier can use.`;
    case 'key-unfit':
      return `The key at ${key.name} may not be used for this signature: its record allows other algorithms or other services than ${signature.algorithm} for mail.`;
    case 'key-undetermined':
      return `The key at ${key.name} could not be fetched (${key.detail ?? verdict.comment ?? 'no answer'}): nothing can be said of the signature.`;
    case 'weak-key':
      return `The key at ${key.name} has ${key.bits ?? 'too few'} bits; receivers count a signature only from 1024 bits on.`;
    case 'sha1':
      return `${who} uses ${signature.algorithm}, which no receiver may accept any more (RFC 8301).`;
    case 'expired':
      return `${who} expired at ${iso(signature.expiresAt)} (x=), before the message came.`;
    case 'expires-before-signed':
      return `${who} expires (x=) no later than it was made (t=), at ${iso(signature.expiresAt)}.`;
    case 'from-not-signed':
      return `${who} does not cover From, and so says nothing of who wrote the message.`;
    case 'identity-outside':
      return `${who} names ${signature.identity ?? 'an identity'} (i=), which must be in ${signature.domain}${key.sameDomain ? ' itself, as its key says t=s' : ''}.`;
    case 'unknown-algorithm':
      return `${who} names the algorithm ${quoted(signature.algorithm)} (a=), which does not exist.`;
    case 'unknown-canonicalization':
      return `${who} names a canonicalization (c=) that does not exist.`;
    case 'unknown-version':
      return `${who} has another version than v=1.`;
    case 'unknown-query-method':
      return `${who} wants its key fetched by another way than q=dns/txt.`;
    case 'malformed':
      return `${who} is not written as RFC 6376 asks: a tag is missing, stands there twice, or has a value that is none.`;
    case 'not-verified':
      return `${who} was not verified, as the message has more signatures, or the signature more fields, than any mail in use.`;
  }
}

function iso(date: Date | null): string {
  return date?.toISOString() ?? 'an unknown time';
}
