import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import { findTag, type Tag } from '../tag-list/index.ts';
import type { DkimKey } from './parse-dkim-key.ts';
import type { PublicKey } from './public-key.ts';

const source = 'RFC 6376 section 3.6.1';

/** Bits of an RSA key: below the first it must not verify, below the second it is weak (RFC 8301 section 3.2). */
const [MIN_BITS, GOOD_BITS] = [1024, 2048];

/** Above this many bits verifiers need not be able to check a signature (RFC 8301 section 3.2). */
const MAX_SURE_BITS = 4096;

/** What is wrong with the key itself. */
export function lintKeyBytes(record: DkimKey): RecordFinding[] {
  const p = findTag(record.list, 'p');
  if (p === undefined)
    return [
      {
        code: 'no-key',
        severity: 'critical',
        span: null,
        says: 'The record has no p tag, so it holds no key.',
        fix: 'Add p= with the public key in base64.',
        source,
      },
    ];
  const say = (
    code: string,
    severity: RecordFinding['severity'],
    says: string,
    fix: string | null,
    span: RecordFinding['span'] = p.valueSpan,
    where = source,
  ): RecordFinding => ({ code, severity, span, says, fix, source: where });
  if (record.revoked)
    return [
      say(
        'revoked',
        'high',
        'p is empty: the key is withdrawn, and every signature with this selector is invalid.',
        'Leave it as it is if nobody signs with this selector any more; else publish the key.',
        p.span,
      ),
    ];
  const armour = /-----(?:BEGIN|END)[^-]*-----|-{3,}/.exec(p.value);
  if (armour !== null)
    return [
      say(
        'pem-armour',
        'critical',
        `p holds the line ${quoted(armour[0])} of a key file, which is no part of the key.`,
        'Take the lines that begin and end with dashes out, and leave what stands between them.',
        [p.valueSpan[0] + armour.index, p.valueSpan[0] + armour.index + armour[0].length],
      ),
    ];
  return [...lintBase64(record, p), ...lintKey(record, p)];
}

type Say = (
  code: string,
  severity: RecordFinding['severity'],
  says: string,
  fix: string | null,
  span?: RecordFinding['span'],
  where?: string,
) => RecordFinding;

function lintBase64({ base64, key }: DkimKey, p: Tag): RecordFinding[] {
  if (base64 === null) return [];
  const say: Say = (code, severity, says, fix, span = p.valueSpan) => ({ code, severity, span, says, fix, source });
  const findings: RecordFinding[] = [];
  const [offset] = p.valueSpan;
  const [first] = base64.strange;
  if (first !== undefined)
    findings.push(
      say(
        'bad-base64',
        'critical',
        `${quoted(p.value.slice(...first))} stands in the key${base64.strange.length > 1 ? `, and ${base64.strange.length - 1} more such places` : ''}: base64 has only letters, digits, + and /.`,
        'Copy the key anew.',
        [offset + first[0], offset + first[1]],
      ),
    );
  if (base64.earlyPadding !== null)
    findings.push(
      say(
        'early-padding',
        'critical',
        'An equals sign stands inside the key, where only its end may have one: two keys may have been joined.',
        'Copy the key anew.',
        [offset + base64.earlyPadding, offset + base64.earlyPadding + 1],
      ),
    );
  else if (base64.lacking > 0 && first === undefined && key?.kind !== 'truncated')
    findings.push(
      say(
        'lacking-padding',
        base64.lacking === 3 ? 'high' : 'medium',
        `The key has ${base64.lacking === 1 ? 'a letter' : `${base64.lacking} letters`} too few for base64: its end is cut, or equals signs are missing.`,
        'Copy the key anew, to its last equals sign.',
      ),
    );
  if (base64.spaced)
    findings.push(
      say(
        'spaced-key',
        'low',
        'Blanks stand inside the key. They are allowed, but some verifiers stop at them.',
        'Write the key without blanks.',
      ),
    );
  return findings;
}

function lintKey({ key, keyType, base64 }: DkimKey, p: Tag): RecordFinding[] {
  if (key === null || base64 === null) return [];
  const say: Say = (code, severity, says, fix, span = p.valueSpan, where = source) => ({
    code,
    severity,
    span,
    says,
    fix,
    source: where,
  });
  const octets = base64.bytes.length;
  switch (key.kind) {
    case 'truncated':
      return [
        say(
          'truncated-key',
          'critical',
          `The key is cut: it says that it has ${key.needs} octets, and ${key.has} are there. Panels cut records after 255 characters.`,
          'Publish the whole key, in several character-strings of at most 255 characters each.',
        ),
      ];
    case 'private-key':
      return [
        say(
          'private-key',
          'critical',
          'p holds a private key: whoever reads it can sign mail as this domain.',
          'Take the record out, make a new pair of keys, and publish the public one.',
        ),
      ];
    case 'certificate':
      return [
        say(
          'certificate',
          'critical',
          'p holds a certificate, and verifiers need the bare public key.',
          'Publish the public key that is inside the certificate.',
        ),
      ];
    case 'other-algorithm':
      return [
        say(
          'other-algorithm',
          'critical',
          'p holds a key of an algorithm that DKIM does not have.',
          'Make an RSA key of 2048 bits.',
        ),
      ];
    case 'unreadable':
      return [
        say(
          'unreadable-key',
          'critical',
          `The ${octets} octets of p are no key that can be read${octets < ED25519_TEXT ? ', and too few for one' : ''}.`,
          'Copy the key anew.',
        ),
      ];
    case 'ed25519':
      return lintEd25519(key, keyType, octets, say);
    case 'rsa':
      return lintRsa(key, keyType, say);
  }
}

/** Fewer octets than any key has. */
const ED25519_TEXT = 32;

function lintEd25519(
  { form }: Extract<PublicKey, { kind: 'ed25519' }>,
  keyType: string,
  octets: number,
  say: Say,
): RecordFinding[] {
  const findings: RecordFinding[] = [];
  if (keyType === 'rsa')
    findings.push(
      say(
        'wrong-key-type',
        'critical',
        `p holds ${octets} octets, as an Ed25519 key has, and the record does not say k=ed25519: verifiers read it as an RSA key and fail.`,
        'Write k=ed25519.',
        undefined,
        'RFC 8463 section 4',
      ),
    );
  if (form === 'spki')
    findings.push(
      say(
        'wrapped-ed25519',
        'critical',
        `p holds the Ed25519 key in a wrapping of ${octets} octets, and verifiers want its 32 octets alone.`,
        'Publish the last 32 octets in base64: 44 characters.',
        undefined,
        'RFC 8463 section 4',
      ),
    );
  return findings;
}

function lintRsa(
  { bits, exponent, form, trailing }: Extract<PublicKey, { kind: 'rsa' }>,
  keyType: string,
  say: Say,
): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const rfc8301 = 'RFC 8301 section 3.2';
  if (keyType === 'ed25519')
    findings.push(
      say(
        'wrong-key-type',
        'critical',
        `p holds an RSA key of ${bits} bits, and the record says k=ed25519: verifiers cannot read it.`,
        'Write k=rsa.',
        undefined,
        'RFC 8463 section 4',
      ),
    );
  if (bits < MIN_BITS)
    findings.push(
      say(
        'weak-key',
        'critical',
        `The RSA key has ${bits} bits: verifiers must not take signatures of keys below ${MIN_BITS} bits.`,
        `Make a key of ${GOOD_BITS} bits, under a new selector.`,
        undefined,
        rfc8301,
      ),
    );
  else if (bits < GOOD_BITS)
    findings.push(
      say(
        'short-key',
        'low',
        `The RSA key has ${bits} bits, which verifiers still take; ${GOOD_BITS} are advised.`,
        `Make a key of ${GOOD_BITS} bits, under a new selector.`,
        undefined,
        rfc8301,
      ),
    );
  else if (bits > MAX_SURE_BITS)
    findings.push(
      say(
        'long-key',
        'medium',
        `The RSA key has ${bits} bits: verifiers need not be able to check keys above ${MAX_SURE_BITS} bits.`,
        `Make a key of ${GOOD_BITS} bits, under a new selector.`,
        undefined,
        rfc8301,
      ),
    );
  if (exponent !== null && (exponent < 3 || exponent % 2 === 0))
    findings.push(
      say(
        'bad-exponent',
        'critical',
        `The RSA key has the exponent ${exponent}, which no true key has.`,
        'Copy the key anew, or make a new one.',
      ),
    );
  if (form === 'bare')
    findings.push(
      say(
        'bare-key',
        'low',
        'p holds the RSA key without the SubjectPublicKeyInfo around it, which some verifiers cannot read.',
        'Publish the key in the form of a file that begins with BEGIN PUBLIC KEY.',
      ),
    );
  if (trailing > 0)
    findings.push(
      say(
        'trailing-octets',
        'medium',
        `${trailing} octets stand after the end of the key; some verifiers refuse it.`,
        'Copy the key anew.',
      ),
    );
  return findings;
}
