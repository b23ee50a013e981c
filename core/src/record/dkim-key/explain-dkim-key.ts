import type { RecordExplanation } from '../explanation.ts';
import { quoted } from '../quoted.ts';
import type { Tag } from '../tag-list/index.ts';
import type { DkimKey } from './parse-dkim-key.ts';

/** Says of each tag of a DKIM key record what it tells verifiers, in the order of the record. */
export function explainDkimKey(record: DkimKey): RecordExplanation[] {
  return record.list.tags.map((tag) => ({
    term: record.text.slice(...tag.span),
    span: tag.span,
    says: meaning(record, tag),
  }));
}

function meaning(record: DkimKey, { name, value, repeated }: Tag): string {
  if (repeated) return `${name} stands before it already, which makes the record invalid.`;
  switch (name) {
    case 'v':
      return value === 'DKIM1'
        ? 'This is a DKIM key.'
        : `The version is ${quoted(value)}, which verifiers do not know.`;
    case 'k':
      return value.toLowerCase() === 'ed25519'
        ? 'The key is an Ed25519 key.'
        : value.toLowerCase() === 'rsa'
          ? 'The key is an RSA key.'
          : `The key is of the kind ${quoted(value)}, which verifiers do not know.`;
    case 'h':
      return `Signatures may use ${value.split(':').join(' and ')} only.`;
    case 's':
      return record.services.includes('*')
        ? 'The key may be used for everything.'
        : `The key may be used for ${value.split(':').join(' and ')} only.`;
    case 't':
      return flags(record);
    case 'n':
      return `A note for people: ${quoted(value)}.`;
    case 'g':
      return 'A rule of an older version, which verifiers do not know any more.';
    case 'p':
      return keyMeaning(record);
    default:
      return 'No tag of a DKIM key; verifiers ignore it.';
  }
}

function flags({ flags }: DkimKey): string {
  const says = flags.map((flag) =>
    flag === 'y'
      ? 'The domain only tests DKIM, and signed mail is treated like unsigned mail.'
      : flag === 's'
        ? 'Signatures must not name a subdomain in i.'
        : `The flag ${quoted(flag)} is not known.`,
  );
  return says.length === 0 ? 'No flag is set.' : says.join(' ');
}

function keyMeaning({ revoked, key }: DkimKey): string {
  if (revoked || key === null) return 'The key is withdrawn: signatures with this selector are invalid.';
  switch (key.kind) {
    case 'rsa':
      return `The public key: RSA with ${key.bits} bits.`;
    case 'ed25519':
      return 'The public key: Ed25519.';
    case 'truncated':
      return `A public key that is cut: ${key.has} of ${key.needs} octets are there.`;
    case 'private-key':
      return 'A private key, which must never be published.';
    case 'certificate':
      return 'A certificate, where the bare public key should be.';
    default:
      return 'Something that is no key of DKIM.';
  }
}
