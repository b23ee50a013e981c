import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { lintTlsRptRecords, type RecordFinding, type TlsRptRecord } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';

/** What the DNS says of reports on TLS. */
export interface TlsRptInDns {
  readonly answer: DnsAnswer<'TXT'>;
  readonly texts: readonly string[];
  /** Whether any of the texts is, or is meant as, such a record; wildcards give others. */
  readonly meant: boolean;
  /** The one that counts; null where none or several do. */
  readonly record: TlsRptRecord | null;
  readonly findings: readonly RecordFinding[];
}

/** The record at `_smtp._tls` of the subject's domain (RFC 8460 section 3). */
export const tlsRptRecord = fact(async ({ subject, dns }: CheckContext): Promise<TlsRptInDns> => {
  const answer = await dns.query(`_smtp._tls.${subject.domain}`, 'TXT');
  const texts = isDetermined(answer) ? answer.records.map((strings) => strings.join('')) : [];
  const meant = texts.some((text) => /TLS-?RPT\s*v?\d/i.test(text.slice(0, MAX_SEARCHED)));
  return { answer, texts, meant, ...lintTlsRptRecords(texts) };
});

/** How far into a text a misplaced version is looked for. */
const MAX_SEARCHED = 200;
