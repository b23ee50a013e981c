import type { Field } from '../split-message.ts';
import type { DkimKey } from './key.ts';
import { oversignedNames, type Signature } from './signature.ts';
import type { SignatureWarning, SignatureWarningCode } from './verdict.ts';

/** Bits that RFC 8301 section 3.2 asks of a signer. */
const GOOD_RSA_BITS = 2_048;
/** Bits that every verifier must be able to use (the same). */
const MAX_RSA_BITS = 4_096;
/** Fields whose change turns a message into another; RFC 6376 section 5.4.1 would have them signed. */
const worthSigning = ['subject', 'date', 'to', 'cc', 'reply-to', 'message-id', 'mime-version', 'content-type'];
/** How far clocks may be apart, in milliseconds. */
const CLOCK_SKEW = 300_000;

/** What is looked at. */
export interface WarningInput {
  readonly signature: Signature;
  readonly key: DkimKey;
  readonly fields: readonly Field[];
  readonly unsignedBytes: number;
  /** Whether another signature of the same domain uses RSA. */
  readonly hasRsaBeside: boolean;
  /** When the message came. */
  readonly at: Date;
  readonly now: Date;
}

/** What weakens a signature, whether it verifies or not. */
export function warningsOf(input: WarningInput): SignatureWarning[] {
  return [...keyWarnings(input), ...timeWarnings(input), ...coverageWarnings(input)];
}

function* keyWarnings({ signature, key, hasRsaBeside }: WarningInput): Generator<SignatureWarning> {
  if (key.type === 'rsa' && key.bits !== null) {
    if (key.bits < GOOD_RSA_BITS)
      yield warning('rsa-short', `The key at ${key.name} has ${key.bits} bits. Use 2048: shorter ones can be broken.`);
    if (key.bits > MAX_RSA_BITS)
      yield warning(
        'rsa-long',
        `The key at ${key.name} has ${key.bits} bits. Receivers need not verify more than 4096.`,
      );
  }
  if (signature.algorithm === 'ed25519-sha256' && !hasRsaBeside)
    yield warning(
      'ed25519-alone',
      `${signature.domain} signs with ed25519 alone. Many receivers cannot verify that yet: sign with RSA as well.`,
    );
  if (signature.algorithm === 'rsa-sha1')
    yield warning('sha1', `${signature.domain} signs with rsa-sha1, which no receiver may accept any more (RFC 8301).`);
  if (key.testing)
    yield warning('key-testing', `The key at ${key.name} says t=y: the domain only tries DKIM out. Take t=y away.`);
  if (key.records > 1)
    yield warning(
      'several-keys',
      `${key.records} records are published at ${key.name}. Which of them a receiver takes is chance: leave one.`,
    );
}

function* timeWarnings({ signature: { signedAt, expiresAt }, at, now }: WarningInput): Generator<SignatureWarning> {
  if (signedAt !== null && signedAt.getTime() > at.getTime() + CLOCK_SKEW)
    yield warning(
      'signed-in-future',
      `The signature says that it was made at ${signedAt.toISOString()} (t=), after the message came at ${at.toISOString()}. Set the clock of the sending system.`,
    );
  if (expiresAt !== null && expiresAt >= at && expiresAt < now)
    yield warning(
      'expired-since',
      `The signature held when the message came, and expired at ${expiresAt.toISOString()} (x=): whoever verifies it later fails it.`,
    );
}

function* coverageWarnings({ signature, fields, unsignedBytes }: WarningInput): Generator<SignatureWarning> {
  const { bodyLength, identity, domain, signedHeaders } = signature;
  const oversigned = oversignedNames(signature, fields);
  if (bodyLength !== null)
    yield warning(
      'body-length',
      `The signature covers only the first ${bodyLength} bytes of the body (l=): anybody can append text that looks signed. Sign without l=.`,
    );
  if (unsignedBytes > 0)
    yield warning(
      'unsigned-tail',
      `${unsignedBytes} bytes at the end of the body are not signed (l=${bodyLength ?? 0}).`,
    );
  if (identity !== null && !isWithin(identity, domain))
    yield warning('identity-outside', `The identity ${identity} (i=) is not in ${domain} (d=).`);
  const froms = fields.filter(({ name }) => name === 'from').length;
  const signedFroms = signedHeaders.filter((name) => name === 'from').length;
  if (froms > 1)
    yield warning(
      'from-repeated',
      `The message has ${froms} From fields, and ${Math.min(froms, signedFroms)} of them are signed: a reader may see another author than the signer.`,
    );
  else if (signedFroms > 0 && !oversigned.includes('from'))
    yield warning(
      'from-not-oversigned',
      'From is signed as often as it stands there: a second From can be put above it without breaking the signature. List From twice in h=.',
    );
  if (signature.expiresAt === null && !['subject', 'to'].every((name) => oversigned.includes(name)))
    yield warning(
      'replayable',
      'The signature never expires (x=), and To or Subject can be put in once more: a copy of the message can be sent to anybody in the name of its signer.',
    );
  const open = worthSigning.filter(
    (name) => !signedHeaders.includes(name) && fields.some((field) => field.name === name),
  );
  if (open.length > 0)
    yield warning(
      'fields-not-signed',
      `${open.join(', ')} can be changed without breaking the signature: add ${open.length === 1 ? 'it' : 'them'} to h=.`,
    );
}

/** RFC 6376 section 3.5: the domain of `i=` is `d=` or below it. */
function isWithin(identity: string, domain: string): boolean {
  const own = identity.slice(identity.lastIndexOf('@') + 1).toLowerCase();
  return identity.includes('@') && (own === domain || own.endsWith(`.${domain}`));
}

function warning(code: SignatureWarningCode, says: string): SignatureWarning {
  return { code, says };
}
