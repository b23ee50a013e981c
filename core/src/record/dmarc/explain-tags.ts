import type { RecordExplanation } from '../explanation.ts';
import { quoted } from '../quoted.ts';
import type { Tag } from '../tag-list/index.ts';
import { type DmarcPolicy, type DmarcRecord, dmarcPolicies, knownTag } from './parse-dmarc.ts';
import { canReport, type ReportUri } from './report-uri.ts';

/** Says of each tag of a DMARC record what it tells receivers, in the order of the record. */
export function explainTags(record: DmarcRecord): RecordExplanation[] {
  return record.list.tags.map((tag) => ({
    term: record.text.slice(...tag.span),
    span: tag.span,
    says: tag.repeated ? `${tag.name} stands before it already; receivers take only one.` : meaning(record, tag),
  }));
}

const asks: Readonly<Record<DmarcPolicy, string>> = {
  none: 'is delivered as without DMARC',
  quarantine: 'is treated as suspicious',
  reject: 'is refused',
};

function meaning(record: DmarcRecord, { name, value }: Tag): string {
  switch (knownTag(name)) {
    case 'v':
      return record.recognised ? 'This is a DMARC record.' : 'Receivers do not take this text for a DMARC record.';
    case 'p':
      return policy(value, 'Mail of this domain that fails DMARC');
    case 'sp':
      return policy(value, 'Mail of a subdomain that fails DMARC');
    case 'np':
      return `${policy(value, 'Mail of a subdomain that does not exist and fails DMARC')} Receivers that follow RFC 7489 do not know np.`;
    case 'adkim':
      return mode(value, 'the domain of a DKIM signature');
    case 'aspf':
      return mode(value, 'the domain for which SPF passes');
    case 'fo':
      return `Failure reports are wanted for ${quoted(value)}: 0 is when all failed, 1 when any did, d for DKIM, s for SPF.`;
    case 'psd':
      return record.psd === 'u'
        ? 'Whether the domain is a public suffix is left to the receivers.'
        : `The domain is ${record.psd === 'y' ? 'a public suffix, under which others have domains of their own' : 'an organisation of its own'}.`;
    case 'rua':
      return reports('Aggregate reports', record.rua);
    case 'ruf':
      return reports('Failure reports', record.ruf);
    case 't':
      return record.testing
        ? 'A test: receivers that follow RFC 9989 are asked for the next weaker policy.'
        : 'No test: the policy counts.';
    case 'pct':
      return `Receivers that follow RFC 7489 apply the policy to ${record.pct} of 100 failing messages; the others ignore pct.`;
    case 'rf':
    case 'ri':
      return `RFC 9989 took ${name} out, and hardly any receiver acts by it.`;
    case undefined:
      return 'No tag of DMARC; receivers ignore it.';
  }
}

function policy(value: string, mail: string): string {
  const known = dmarcPolicies.find((one) => one === value.toLowerCase());
  return known === undefined ? `${quoted(value)} is no policy that receivers know.` : `${mail} ${asks[known]}.`;
}

function mode(value: string, what: string): string {
  return value.toLowerCase() === 's'
    ? `Strict: ${what} must be exactly that of the From address.`
    : `Relaxed: ${what} may be any of the same organisation.`;
}

function reports(what: string, uris: readonly ReportUri[]): string {
  const reached = uris.filter(canReport).map(({ address }) => address);
  return reached.length === 0 ? `${what} can go nowhere.` : `${what} go to ${reached.join(' and ')}.`;
}
