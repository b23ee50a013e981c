import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import type { CheckContext } from '../check/context.ts';

/** The CAA records that hold for a host (RFC 8659 section 3). */
export interface CaaOf {
  /** The name at which they stand; null where there are none. */
  readonly at: string | null;
  /** The last answer: the records, or why the climb ended. */
  readonly answer: DnsAnswer<'CAA'>;
}

/**
 * Climbs from a host towards the root to the first CAA records, as an authority does before it issues.
 *
 * @param top the climb ends here: above a domain that somebody registered, records are somebody else's
 */
export async function caaOf({ dns }: CheckContext, host: string, top: string): Promise<CaaOf> {
  for (let name = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const answer = await dns.query(name, 'CAA');
    if (!isDetermined(answer) || name === top || !name.includes('.'))
      return { at: answer.status === 'found' ? name : null, answer };
    if (answer.status === 'found') return { at: name, answer };
  }
}

/**
 * The authorities that may issue for a host by its records (RFC 8659 sections 4.2 and 4.3); null where any may.
 *
 * @param wildcard whether the certificate is for `*.`: then `issuewild` goes before `issue`
 */
export function allowedIssuers({ answer }: CaaOf, wildcard: boolean): readonly string[] | null {
  const of = (wanted: string) => answer.records.filter(({ tag }) => tag.toLowerCase() === wanted);
  const wild = wildcard ? of('issuewild') : [];
  const issue = wild.length > 0 ? wild : of('issue');
  if (issue.length === 0) return null;
  return issue.map(({ value }) => (value.split(';')[0] as string).trim().toLowerCase()).filter((name) => name !== '');
}
