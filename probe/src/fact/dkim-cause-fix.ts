import type { ChangeKind, FailureCode, SignatureReport } from '../verify/dkim/verdict.ts';

/** What stops a change from breaking signatures, by what it was. */
const byChange: Readonly<Record<ChangeKind, string>> = {
  'footer-appended':
    'Add footers and disclaimers before the mail is signed, not after; a mailing list should sign what it sends itself.',
  'text-prepended': 'Add banners such as "external sender" only to incoming mail, or before the mail is signed.',
  'text-inserted': 'Have whatever adds text to the mail do so before it is signed.',
  'wrapped-in-multipart': 'Have the gateway that wraps the mail work before the signer, or sign there.',
  truncated: 'Find the server that cut the message: a size limit or a broken connection on the way.',
  'blanks-changed': 'Sign with c=relaxed/relaxed, which allows blanks to change.',
  'trailing-blanks': 'Sign with c=relaxed/relaxed, which allows blanks at line ends to go.',
  'line-ends-changed': 'Have the mail handed over with CRLF line ends before it is signed.',
  'long-lines-split': 'Encode the text as quoted-printable or base64: servers split lines of more than 998 characters.',
  'encoding-changed':
    'Sign what is sent: encode the text as quoted-printable or base64 before signing, so that no server converts 8-bit text on the way.',
  'dots-stuffed': 'Have the sending program double a dot at the start of a line only on the wire, after signing.',
  'from-quoted': 'Encode the text, so that no line begins with "From ": some servers put a > before it.',
  'other-canonicalization': 'Have the signer name in c= the way in which it does sign.',
  'empty-when-signed': 'Have the signer see the whole message: it signed an empty body.',
  'links-rewritten': 'Have links rewritten before the mail is signed, or leave them as they are.',
  'list-passed': 'A mailing list changed the message: it should put its own domain into From and sign that.',
  'subject-changed': 'Have no server put words such as [EXTERNAL] into the subject after the mail was signed.',
  'field-changed': 'Find the server that rewrites the field, or have it work before the signer.',
  'field-removed': 'Leave fields that are taken out on the way out of h=.',
  'field-added': 'Have fields added before the mail is signed, not after.',
  'header-refolded': 'Sign with c=relaxed/relaxed, which allows header lines to be folded anew.',
  'key-changed': 'Publish the public key that belongs to the private key of the signer; copy it whole.',
  'signature-damaged': 'Find the server that rewrites the DKIM-Signature field.',
};

const byFailure: Readonly<Partial<Record<FailureCode, string>>> = {
  'key-revoked': 'Have the signer use a selector whose key is published.',
  'key-unusable': 'Publish the key anew, copied whole from the signer.',
  'key-unfit': 'Correct the tags k, h and s of the key record.',
  'weak-key': 'Sign with a key of 2048 bits under a new selector.',
  sha1: 'Have the signer use rsa-sha256.',
  expired: 'Sign with a later x=, or find out why the message was on its way for so long.',
  'expires-before-signed': 'Correct the clock of the signer, or its x=.',
  'from-not-signed': 'Have the signer list From in h=.',
  'identity-outside': 'Have the signer write an i= inside of d=, or leave i= out.',
  'unknown-algorithm': 'Have the signer use rsa-sha256.',
  'unknown-canonicalization': 'Have the signer write c=relaxed/relaxed.',
  'unknown-version': 'Have the signer write v=1.',
  'unknown-query-method': 'Have the signer write q=dns/txt, or leave q= out.',
  malformed: 'Have the signer write the tags v, a, b, bh, d, h and s, each once.',
};

/** What to do about a signature that does not count, as sentences; the surest cause first. */
export function fixSignature({ failures, key, domain }: SignatureReport): string {
  const causes = failures.flatMap((failure) => failure.causes);
  const ordered = [...causes.filter(({ proven }) => proven), ...causes.filter(({ proven }) => !proven)];
  const fixes = failures.flatMap(({ code }) => {
    if (code === 'no-key')
      return [`Publish the key at ${key.name}: the system that signs for ${domain} shows the record.`];
    return byFailure[code] ?? [];
  });
  const all = [...new Set([...fixes, ...ordered.map(({ kind }) => byChange[kind])])];
  return all.length > 0
    ? all.slice(0, MAX_FIXES).join(' ')
    : 'Find the server that changes the message after it was signed, by sending a test past each of them in turn.';
}

/** More than this nobody tries at once. */
const MAX_FIXES = 3;
