import { createHash, verify } from 'node:crypto';
import type { DnsClient } from '@whybounce/core/dns';
import type { AuthResult, LenientReading } from '../auth-result.ts';
import { sayAccepted } from '../lenient.ts';
import { MAX_SIGNATURES, MAX_SIGNED_NAMES } from '../limits.ts';
import type { SignatureVerdict } from '../mailauth/dkim.ts';
import type { SplitMessage } from '../split-message.ts';
import type { BodyHashes } from './body-hashes.ts';
import {
  checkBodyHash,
  checkHeader,
  hashName,
  type PartVerdict,
  type SignatureFinding,
  signedDigest,
} from './check-signature.ts';
import type { Budget } from './cut-search.ts';
import { failuresOf } from './failures.ts';
import { type DkimKey, type LoadedKey, loadKey } from './key.ts';
import { oversignedNames, readSignature, type Signature, signedInput } from './signature.ts';
import type { DkimVerdict, LikelyCause, SignatureReport } from './verdict.ts';
import { warningsOf } from './warnings.ts';
import { whyBodyDiffers } from './why-body-differs.ts';
import { whyHeaderDiffers } from './why-header-differs.ts';

/** Whether a signature lies within the limits; `place` counts from the top. */
export function isVerified(signature: Signature, place: number): boolean {
  return place < MAX_SIGNATURES && signature.signedHeaders.length <= MAX_SIGNED_NAMES;
}

/** What is looked at. */
export interface DkimInput {
  readonly message: SplitMessage;
  readonly hashes: BodyHashes;
  /** What the verifier says by the specification, of each signature within the limits. */
  readonly strict: readonly SignatureVerdict[];
  /** The same as lenient receivers have it; those are left out that they cannot read at all. */
  readonly lenient: readonly SignatureVerdict[];
  readonly dns: DnsClient;
  readonly budget: Budget;
  readonly at: Date;
  readonly now: Date;
}

/** Puts together what is known of each signature: its verdict, its halves, why it fails and what weakens it. */
export async function reportDkim(input: DkimInput): Promise<DkimVerdict> {
  const { message, strict, lenient } = input;
  const signatures = message.fields.filter(({ name }) => name === 'dkim-signature').map(readSignature);
  const verified = signatures.filter(isVerified);
  const rsa = new Set(verified.filter(({ algorithm }) => algorithm.startsWith('rsa-')).map(({ domain }) => domain));
  const readings = alignReadings(strict, lenient);
  const reports: SignatureReport[] = [];
  // those beyond the limits are listed as far as that tells something
  for (const [place, signature] of signatures.slice(0, 2 * MAX_SIGNATURES).entries()) {
    const at = verified.indexOf(signature);
    const verdict = strict[at];
    reports.push(
      verdict === undefined
        ? unverified(signature, place)
        : await examine(signature, place, verdict, readings[at] ?? null, rsa.has(signature.domain), input),
    );
  }
  // a message whose signatures all lie beyond the limits is signed all the same
  const nothing = signatures.length > verified.length ? 'neutral' : 'none';
  const result = bestOf(strict, nothing);
  const lenientResult = bestOf(lenient, nothing);
  return {
    result,
    lenient:
      lenientResult !== 'pass' || result === 'pass'
        ? null
        : { result: lenientResult, because: [...new Set(reports.flatMap((report) => report.lenient?.because ?? []))] },
    signatures: reports,
    total: signatures.length,
  };
}

async function examine(
  signature: Signature,
  place: number,
  verdict: SignatureVerdict,
  lenient: SignatureVerdict | null,
  hasRsaBeside: boolean,
  { message, hashes, dns, budget, at, now }: DkimInput,
): Promise<SignatureReport> {
  const { fields } = message;
  const loaded = await loadKey(dns, signature.selector, signature.domain);
  const input = signedInput(signature, fields);
  const finding = checkHeader(signature, input, loaded);
  const bodyHash = checkBodyHash(signature, hashes);
  const bodyCauses = bodyHash === 'fail' ? whyBodyDiffers(signature, hashes, fields, budget) : [];
  const headerCauses = causesOfHeader(signature, message, loaded, finding, budget);
  const { publicKey: _, ...key } = loaded;
  return {
    ...described(signature, place, key),
    oversigned: oversignedNames(signature, fields),
    unsignedBytes: verdict.unsignedBytes,
    result: verdict.result,
    lenient: lenientReading(verdict, lenient),
    bodyHash,
    headerSignature: halfOf(finding),
    finding,
    failures: failuresOf({ signature, key, verdict, bodyHash, finding, bodyCauses, headerCauses, at }),
    warnings: warningsOf({ signature, key, fields, unsignedBytes: verdict.unsignedBytes, hasRsaBeside, at, now }),
  };
}

function causesOfHeader(
  signature: Signature,
  { fields }: SplitMessage,
  { publicKey }: LoadedKey,
  finding: SignatureFinding | null,
  budget: Budget,
): LikelyCause[] {
  const hash = hashName(signature.algorithm);
  if (publicKey === null || hash === null || (finding !== 'other-header' && finding !== 'differs')) return [];
  if (finding === 'differs')
    return whyHeaderDiffers(
      signature,
      fields,
      (input) => verify(null, createHash(hash).update(input).digest(), publicKey, signature.signature),
      budget,
    );
  // RSA gives away what was signed: a hash to compare with costs less than a signature to verify
  const signed = signedDigest(publicKey, signature.signature, hash);
  if (signed === null) return [];
  return whyHeaderDiffers(signature, fields, (input) => createHash(hash).update(input).digest().equals(signed), budget);
}

function halfOf(finding: SignatureFinding | null): PartVerdict {
  if (finding === null) return 'undetermined';
  return finding === 'same' ? 'pass' : 'fail';
}

function unverified(signature: Signature, place: number): SignatureReport {
  const key: DkimKey = {
    name: `${signature.selector}._domainkey.${signature.domain}`,
    status: 'undetermined',
    record: null,
    records: 0,
    type: null,
    bits: null,
    testing: false,
    sameDomain: false,
    detail: 'not asked for',
  };
  const verdict: SignatureVerdict = {
    result: 'neutral',
    comment: null,
    accepted: [],
    domain: signature.domain,
    signature: '',
    unsignedBytes: 0,
  };
  const says = `The signature of ${signature.domain || 'no domain'} was not verified: a message may have ${MAX_SIGNATURES} signatures and each may sign ${MAX_SIGNED_NAMES} fields, which is more than any mail in use has.`;
  return {
    ...described(signature, place, key),
    signedHeaders: signature.signedHeaders.slice(0, MAX_SIGNED_NAMES),
    oversigned: [],
    unsignedBytes: 0,
    result: verdict.result,
    lenient: null,
    bodyHash: 'undetermined',
    headerSignature: 'undetermined',
    finding: null,
    failures: [{ code: 'not-verified', says, causes: [] }],
    warnings: [],
  };
}

function described(signature: Signature, place: number, key: DkimKey) {
  const { canonicalization } = signature;
  return {
    place,
    domain: signature.domain,
    selector: signature.selector,
    algorithm: signature.algorithm,
    canonicalization: canonicalization === null ? null : `${canonicalization.header}/${canonicalization.body}`,
    identity: signature.identity,
    signedHeaders: signature.signedHeaders,
    bodyLength: signature.bodyLength,
    signedAt: signature.signedAt,
    expiresAt: signature.expiresAt,
    key,
  };
}

/** The lenient reading of each strict one: both go down the message, and the lenient leaves some out. */
function alignReadings(
  strict: readonly SignatureVerdict[],
  lenient: readonly SignatureVerdict[],
): (SignatureVerdict | null)[] {
  let next = 0;
  return strict.map((verdict) => {
    const other = lenient[next];
    // read case-sensitively, a tag can be missing on the strict side alone
    const isSame =
      other !== undefined &&
      (verdict.signature === '' || other.signature === verdict.signature) &&
      (verdict.domain === '' || other.domain === verdict.domain);
    if (!isSame) return null;
    next++;
    return other;
  });
}

/** What lenient receivers let pass. By which other word than the specification's they refuse is no matter to anybody. */
function lenientReading(strict: SignatureVerdict, lenient: SignatureVerdict | null): LenientReading | null {
  if (lenient?.result !== 'pass' || strict.result === 'pass') return null;
  const because = lenient.accepted.map(sayAccepted);
  if (because.length === 0) because.push(`They let it pass, where RFC 8601 section 2.7.1 asks for ${strict.result}.`);
  return { result: lenient.result, because };
}

/** From best to worst: one signature that passes is enough (RFC 6376 section 6.1). */
const order: readonly AuthResult[] = ['pass', 'temperror', 'fail', 'policy', 'neutral', 'permerror'];

function bestOf(verdicts: readonly SignatureVerdict[], nothing: AuthResult): AuthResult {
  return order.find((word) => verdicts.some(({ result }) => result === word)) ?? nothing;
}
