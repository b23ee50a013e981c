/** What mailauth's default mode accepts and the specification does not, by its code. */
const accepted: Readonly<Record<string, string>> = {
  // DKIM signatures and keys
  'rsa-sha1': 'They accept rsa-sha1, which RFC 8301 section 3.1 forbids.',
  'tag-syntax': 'They accept a signature whose tags are not written as RFC 6376 section 3.2 asks.',
  'invalid-v': 'They accept another version than v=1.',
  'identity-domain': 'They accept an identity (i=) outside the signing domain (d=), against RFC 6376 section 6.1.1.',
  'invalid-expiration': 'They accept an expiry (x=) that equals the time of signing (t=).',
  'query-method': 'They accept a signature that names no q=dns/txt.',
  'key-syntax': 'They accept a key record whose tags are not written as RFC 6376 section 3.2 asks.',
  'key-v-syntax': 'They accept a key record whose v= is not first or not exactly DKIM1.',
  'key-type-inferred': 'They take a key of 32 octets for ed25519 although its record does not say k=ed25519.',
  // SPF
  'syntax-error':
    'They stop at the term that matches and overlook the syntax error behind it; RFC 7208 section 4.6 makes the whole record a permanent error.',
  'void-lookup-limit': 'They allow more look-ups without an answer than the two of RFC 7208 section 4.6.4.',
  'non-ascii-local-part': 'They put a local part with other letters than ASCII into a macro (RFC 7208 section 7.3).',
  // DMARC
  'duplicate-tag': 'They accept a DMARC record that has a tag twice, which RFC 6376 section 3.2 makes invalid.',
  'tag-case': 'They read DMARC tags in capital letters, which the specification does not know.',
  // ARC
  'arc-tag-syntax': 'They accept ARC fields whose tags are not written as RFC 6376 section 3.2 asks.',
  'arc-instance-syntax': 'They overlook ARC fields whose instance (i=) is no number from 1 to 50.',
  'ams-c-default':
    'They take an ARC-Message-Signature without c= for relaxed/relaxed; RFC 6376 section 3.5 says simple/simple.',
};

/** One sentence on what lenient receivers accept. */
export function sayAccepted(code: string): string {
  const missing = /^missing-([a-z]{1,2})$/.exec(code)?.[1];
  if (missing !== undefined) return `They accept a signature without ${missing}=, which RFC 6376 section 3.5 requires.`;
  return accepted[code] ?? `They accept what the specification does not (${code}).`;
}
