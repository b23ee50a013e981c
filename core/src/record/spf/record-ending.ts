import type { DnsAnswer } from '../../dns/index.ts';
import { type Ending, isTemporary, stepOf, stopped, withoutTerms } from './evaluation.ts';
import type { SpfSelection } from './select.ts';

/** How the evaluation of a domain ends before its terms (RFC 7208 sections 4.4 to 4.6); null where they are to be evaluated. */
export function recordEnding(
  domain: string,
  answer: DnsAnswer<'TXT'>,
  { record, records }: Pick<SpfSelection, 'record' | 'records'>,
): Ending | null {
  if (isTemporary(answer))
    return withoutTerms('temperror', `The TXT records of ${domain} could not be had (${answer.status}): temperror.`);
  if (records.length > 1)
    return withoutTerms('permerror', `${domain} has ${records.length} SPF records, and one is allowed: permerror.`);
  if (record === null) return withoutTerms('none', `${domain} has no SPF record: none.`);
  if (record.valid) return null;
  const [fault] = record.findings.filter(({ severity }) => severity === 'critical');
  const at = fault?.span?.[0] ?? 0;
  const term = record.terms.find(({ span: [start, end] }) => start <= at && at <= end);
  const why = fault?.says ?? 'it breaks the grammar';
  return term === undefined
    ? withoutTerms('permerror', `The record of ${domain} breaks the grammar: ${why}`)
    : { ...stopped('permerror', stepOf(domain, record, term), 'it breaks the grammar'), says: why };
}
