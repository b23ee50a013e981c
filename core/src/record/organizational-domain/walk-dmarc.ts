import { type DnsClient, normalName } from '../../dns/index.ts';
import { findTag, parseTagList } from '../tag-list/index.ts';
import type { DmarcPlace } from './dmarc-place.ts';
import { type DmarcRecordAt, type DmarcRecords, dmarcRecords } from './dmarc-record-at.ts';
import { isDomainName } from './public-suffix.ts';

/**
 * From how many labels on a walk jumps to the last seven, so that it asks eight times at most (RFC 9989 section 4.10
 * step 4). Who writes the From field chooses its labels: without the jump a hundred of them would be a hundred queries.
 */
const MAX_LABELS = 7;

/** Where DMARC finds its record and who the organisation is, by the tree walk. */
export interface DmarcWalk extends DmarcPlace {
  /** What was asked, from the longest name to the shortest. */
  readonly steps: readonly DmarcRecordAt[];
}

/**
 * Walks the DNS tree upwards from a domain (RFC 9989 section 4.10), which gives the record that applies to mail from it
 * (section 4.10.1) and its Organizational Domain (section 4.10.2). At most eight queries.
 *
 * @param domain of the From field, in A-labels
 */
export function walkDmarc(domain: string, dns: DnsClient): Promise<DmarcWalk> {
  return walkRecords(domain, dmarcRecords(dns));
}

/** {@link walkDmarc} over look-ups that others share. */
export async function walkRecords(domain: string, records: DmarcRecords): Promise<DmarcWalk> {
  const start = normalName(domain);
  if (!isDomainName(start))
    return { domain: start, steps: [], organizationalDomain: start, record: null, from: null, undetermined: null };
  const steps: DmarcRecordAt[] = [];
  let labels = start.split('.');
  while (labels.length > 0) {
    const step = await records(labels.join('.'));
    steps.push(step);
    if (psdOf(step) !== 'u') break;
    labels = labels.length > MAX_LABELS ? labels.slice(-MAX_LABELS) : labels.slice(1);
  }
  return { ...choose(start, steps), steps };
}

function choose(domain: string, steps: readonly DmarcRecordAt[]): DmarcPlace {
  const undetermined = steps.find(({ status }) => status === 'undetermined') ?? null;
  const own = steps[0]?.status === 'record' ? steps[0] : null;
  // the domain's own record applies whatever stands above; who the organisation is, any step may decide
  if (undetermined !== null)
    return { domain, organizationalDomain: null, record: own, from: own && 'author-domain', undetermined };
  const organization = selectOrganization(domain, steps);
  const ofOrganization = steps.find((step) => step.domain === organization && step.status === 'record');
  const ofSuffix = steps.find((step) => psdOf(step) === 'y');
  const record = own ?? ofOrganization ?? ofSuffix ?? null;
  const from =
    record === null
      ? null
      : record === own
        ? 'author-domain'
        : record === ofOrganization
          ? 'organizational-domain'
          : 'public-suffix';
  return { domain, organizationalDomain: organization, record, from, undetermined: null };
}

/** RFC 9989 section 4.10.2: the three rules, from the longest name to the shortest. */
function selectOrganization(domain: string, steps: readonly DmarcRecordAt[]): string {
  let shortest = domain;
  for (const step of steps) {
    if (step.status !== 'record') continue;
    const psd = psdOf(step);
    if (psd === 'n') return step.domain;
    if (psd === 'y' && step.domain !== domain) {
      const labels = step.domain.split('.').length + 1;
      return domain.split('.').slice(-labels).join('.');
    }
    shortest = step.domain;
  }
  return shortest;
}

/** Whether a record says that its domain is a public suffix; what is not said or not readable is `u`. */
function psdOf({ record }: DmarcRecordAt): 'y' | 'n' | 'u' {
  if (record === null) return 'u';
  const value = findTag(parseTagList(record, { space: 'plain' }), 'psd', true)?.value.toLowerCase();
  return value === 'y' || value === 'n' ? value : 'u';
}
