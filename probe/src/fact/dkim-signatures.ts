import type { Seen } from '@whybounce/core/check';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import type { SignatureFailure, SignatureReport, SignatureWarning } from '../verify/dkim/verdict.ts';
import type { Verification } from '../verify/verification.ts';
import { messageVerification } from './message-verification.ts';

/** The signatures of the message that were verified; a verdict where there are none. */
export async function signaturesToRead(
  context: CheckContext,
): Promise<{ readonly verified: Verification; readonly signatures: readonly SignatureReport[] } | Verdict> {
  const verified = await messageVerification(context);
  if ('beyond' in verified) return undetermined(verified.beyond);
  const { signatures } = verified.dkim;
  if (signatures.length === 0) return notApplicable('The message has no DKIM signature.');
  const looked = signatures.filter(({ failures }) => !failures.some(({ code }) => code === 'not-verified'));
  if (looked.length > 0) return { verified, signatures: looked };
  return undetermined(
    signatures[0]?.failures.map(({ says }) => says).join(' ') || 'The signatures of the message were not verified.',
  );
}

/** How a signature is called in sentences: `The signature of example.com (selector s1)`. */
export function nameOf({ domain, selector }: SignatureReport): string {
  return `The signature of ${domain || 'no domain'} (selector ${selector || 'missing'})`;
}

/** A signature as evidence: its tags, but for the long ones. */
export function seenSignature(signature: SignatureReport): Seen {
  const { domain, selector, algorithm, canonicalization, identity, signedHeaders, bodyLength, signedAt, expiresAt } =
    signature;
  const tags: readonly (readonly [string, string | null])[] = [
    ['a', algorithm],
    ['c', canonicalization],
    ['d', domain],
    ['s', selector],
    ['i', identity],
    ['h', signedHeaders.join(':').slice(0, MAX_NAMES)],
    ['l', bodyLength === null ? null : String(bodyLength)],
    ['t', secondsOf(signedAt)],
    ['x', secondsOf(expiresAt)],
  ];
  return {
    of: `DKIM-Signature, number ${signature.place + 1} from the top`,
    value: tags.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('; '),
  };
}

/** Characters of h= that are shown: a hostile one lists thousands of names. */
const MAX_NAMES = 400;

function secondsOf(date: Date | null): string | null {
  return date === null ? null : String(date.getTime() / 1000);
}

/** Warnings of these kinds. */
export function warningsOn(
  { warnings }: SignatureReport,
  ...codes: readonly SignatureWarning['code'][]
): SignatureWarning[] {
  return warnings.filter(({ code }) => codes.includes(code));
}

/** Failures of these kinds. */
export function failuresOn(
  { failures }: SignatureReport,
  ...codes: readonly SignatureFailure['code'][]
): SignatureFailure[] {
  return failures.filter(({ code }) => codes.includes(code));
}
