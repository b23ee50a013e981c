import { isUsableTlsa, type TlsaRecord } from '@whybounce/core/record';
import { dayOf } from '../certificate/day.ts';
import { dataOf, type Link, readChain, type Signer, signers, vouchedFor } from './path.ts';

/** What one record says of a server's chain. */
export interface TlsaMatch {
  readonly record: TlsaRecord;
  readonly verdict: 'match' | 'mismatch' | 'unusable';
  /** Why, as a sentence. */
  readonly says: string;
}

/** What all records of a server say together. */
export interface DaneMatch {
  /**
   * - `match`: one record does, which is enough (RFC 7671 section 5);
   * - `mismatch`: none does: senders that follow DANE deliver nothing here;
   * - `unusable`: there is no record that senders can use: they want TLS and verify nothing (RFC 7672 section 2.2);
   * - `no-chain`: the server's certificate could not be read.
   */
  readonly outcome: 'match' | 'mismatch' | 'unusable' | 'no-chain';
  readonly matches: readonly TlsaMatch[];
}

/**
 * Holds what a mail server presented against its TLSA records (RFC 7672 section 3.1, RFC 7671 section 5). Whether the
 * records are signed is for the caller to know: unsigned ones count for nothing. Never throws.
 *
 * @param chain DER, the server's own certificate first
 * @param names of which one must stand in the certificate where usage 2 is matched (RFC 7672 section 3.2.2): the host
 *   of the MX record, and the domain of the addresses
 */
export function matchTlsa(
  records: readonly TlsaRecord[],
  chain: readonly Uint8Array[],
  names: readonly string[],
  now: Date,
): DaneMatch {
  const links = readChain(chain);
  const found = signers(links);
  const [leaf] = links;
  const matches = records.map((record): TlsaMatch => {
    if (!isUsableTlsa(record)) return { record, verdict: 'unusable', says: 'Mail servers cannot use this record.' };
    if (leaf === undefined)
      return { record, verdict: 'mismatch', says: 'The server presented no certificate that can be read.' };
    const fault = record.usage === 3 ? ownFault(record, leaf, links) : authorityFault(record, leaf, found, names, now);
    return fault === null
      ? { record, verdict: 'match', says: matched(record) }
      : { record, verdict: 'mismatch', says: fault };
  });
  const outcome = matches.some(({ verdict }) => verdict === 'match')
    ? 'match'
    : matches.every(({ verdict }) => verdict === 'unusable')
      ? 'unusable'
      : leaf === undefined
        ? 'no-chain'
        : 'mismatch';
  return { outcome, matches };
}

function matched({ usage, selector }: TlsaRecord): string {
  const what = selector === 0 ? 'certificate' : 'key';
  return usage === 3
    ? `It names the server's ${what}.`
    : `It names the ${what} of an authority that vouches for the server.`;
}

/** Names and dates do not matter (RFC 7671 section 5.1). */
function ownFault(record: TlsaRecord, leaf: Link, links: readonly Link[]): string | null {
  if (dataOf(leaf, record) === record.data) return null;
  return links.slice(1).some((link) => dataOf(link, record) === record.data)
    ? "It names an authority of the server by usage 3, which is for the server's own certificate: usage 2 is meant."
    : `It names another ${record.selector === 0 ? 'certificate' : 'key'} than the one that the server presents.`;
}

function authorityFault(
  record: TlsaRecord,
  leaf: Link,
  found: readonly Signer[],
  names: readonly string[],
  now: Date,
): string | null {
  const below = vouchedFor(found, record);
  if (below === null)
    return dataOf(leaf, record) === record.data
      ? "It names the server's own certificate by usage 2, which is for an authority: usage 3 is meant."
      : 'None of the certificates that the server presents with its own is the authority that the record names, or they did not sign each other.';
  const late = below.find(({ certificate }) => !isValidAt(certificate, now));
  if (late !== undefined)
    return `The certificate ${subjectOf(late)} is valid from ${dayOf(late.certificate.validFromDate)} to ${dayOf(late.certificate.validToDate)} only.`;
  const named = names.some((name) => isNamed(leaf, name));
  return named ? null : `The server's certificate does not name ${names.join(' or ')}, which usage 2 demands.`;
}

function isValidAt({ validFromDate, validToDate }: Link['certificate'], now: Date): boolean {
  return validFromDate <= now && now <= validToDate;
}

function isNamed({ certificate }: Link, name: string): boolean {
  try {
    return certificate.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined;
  } catch {
    // no name that a certificate can have
    return false;
  }
}

/** Whom a certificate is about, on one line; Node has no subject where it is empty, whatever its types say. */
function subjectOf({ certificate }: Link): string {
  const subject: string | undefined = certificate.subject;
  return subject === undefined ? 'without a subject' : `"${subject.replaceAll(/\s+/g, ' ').slice(0, 80)}"`;
}
