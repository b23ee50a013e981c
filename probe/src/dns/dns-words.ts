import type { Seen } from '@whybounce/core/check';
import type { DnsAnswer, DnsStatus, RecordData, RecordType } from '@whybounce/core/dns';
import { lowerFirst } from '../letter-case.ts';

/** Each status in the words that follow a colon. */
const statusWords: Readonly<Record<DnsStatus, string>> = {
  found: 'found',
  'no-data': 'no such record',
  'no-domain': 'NXDOMAIN: no such name',
  servfail: 'the name server failed (SERVFAIL)',
  refused: 'the name server refused to answer (REFUSED)',
  'not-implemented': 'the name server does not know this kind of question (NOTIMP)',
  timeout: 'no answer came in time',
  unreachable: 'no name server could be reached',
  malformed: 'the answer could not be read',
  'over-budget': 'this check had used up its DNS queries',
  'invalid-name': 'no such name can exist in the DNS',
};

/** Why an answer tells nothing, as words that follow a colon and precede a full stop. */
export function whyUnknown({ status, detail }: DnsAnswer): string {
  const bare = (detail ?? '').replace(/[.\s]+$/, '');
  if (bare === '' || status === 'invalid-name') return statusWords[status];
  // SERVFAIL and TCP stay as they are
  return /^[A-Z]{2}/.test(bare) ? bare : lowerFirst(bare);
}

/** An answer as evidence, in the form of a zone file. */
export function seenAnswer(answer: DnsAnswer): Seen {
  const { name, type, status, records, chain, authenticated } = answer;
  const by = chain.length === 0 ? '' : ` (by way of ${chain.join(', ')})`;
  const value = status === 'found' ? records.map((data) => presentation(type, data)).join('\n') : statusWords[status];
  return { of: `${type} ${name}${by}${authenticated ? ', signed' : ''}`, value };
}

/** A record's data in presentation format (RFC 1035 section 5.1). */
export function presentation<T extends RecordType>(type: T, data: RecordData[T]): string {
  if (typeof data === 'string') return data;
  if (type === 'TXT' || type === 'SPF') return (data as RecordData['TXT']).map(quoted).join(' ');
  if (type === 'CAA') {
    const { critical, tag, value } = data as RecordData['CAA'];
    return `${critical ? 128 : 0} ${tag} ${quoted(value)}`;
  }
  return Object.values(data as object).join(' ');
}

/** A character-string; what does not print would steer a terminal, or make two lines of one. */
function quoted(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, '\\$&').replaceAll(/[^\x20-\x7e]/g, (one) => {
    const octet = one.charCodeAt(0);
    return octet > 255 ? '?' : `\\${octet.toString().padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}
