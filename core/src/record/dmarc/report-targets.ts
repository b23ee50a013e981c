import { type DnsClient, isDetermined, normalName } from '../../dns/index.ts';
import {
  type DmarcRecords,
  dmarcRecords,
  isDmarcRecord,
  isDomainName,
  walkRecords,
} from '../organizational-domain/index.ts';
import { listedOrganization } from './alignment.ts';
import { type DmarcRecord, parseDmarc } from './parse-dmarc.ts';
import { canReport, type ReportUri } from './report-uri.ts';

/** Whether the domain to which reports are to go wants them. */
export interface ReportTarget {
  readonly tag: 'rua' | 'ruf';
  readonly uri: ReportUri;
  /** Where reports go. */
  readonly host: string;
  /**
   * - `own`: of the same organisation, nothing to authorise;
   * - `authorised`, `not-authorised`: a foreign domain that says so, or does not;
   * - `undetermined`: no answer came.
   */
  readonly status: 'own' | 'authorised' | 'not-authorised' | 'undetermined';
  /** The name at which the foreign domain says so; null for an own one. */
  readonly name: string | null;
  /** Where it wants them instead, at the same host; as it is written. */
  readonly override: readonly string[];
  /** As a sentence. */
  readonly says: string;
  /** What the foreign domain must publish; null where nothing is missing. */
  readonly publish: { readonly name: string; readonly text: string } | null;
}

/**
 * Most foreign hosts that are asked: each costs up to nine queries, and a record can name as many as fit into 64 KiB.
 */
const MAX_HOSTS = 10;

/**
 * Checks for every mailbox in `rua` and `ruf` whether reports about the domain may go there (RFC 9990 section 4, RFC
 * 7489 section 7.1). What is neither `mailto:` nor readable is left out, and so is what comes after ten foreign hosts.
 *
 * @param question.domain where the record stands, which is not always the From domain
 */
export async function checkReportTargets({
  record,
  domain: written,
  dns,
}: {
  readonly record: DmarcRecord;
  readonly domain: string;
  readonly dns: DnsClient;
}): Promise<ReportTarget[]> {
  const domain = normalName(written);
  const records = dmarcRecords(dns);
  const hosts = new Map<string, Promise<Permission>>();
  const targets: Promise<ReportTarget>[] = [];
  for (const tag of ['rua', 'ruf'] as const)
    for (const uri of record[tag].filter(canReport)) {
      const host = normalName(uri.host ?? '');
      if (!hosts.has(host) && hosts.size < MAX_HOSTS) hosts.set(host, permission(domain, host, dns, records));
      const known = hosts.get(host);
      if (known !== undefined) targets.push(known.then((permitted) => describe(tag, uri, host, domain, permitted)));
    }
  return Promise.all(targets);
}

interface Permission {
  readonly status: ReportTarget['status'];
  readonly name: string | null;
  readonly override: readonly string[];
  readonly answered: string | null;
  /** Whether the Public Suffix List counts both to one organisation: then only receivers of RFC 9990 ask. */
  readonly listed: boolean;
}

async function permission(domain: string, host: string, dns: DnsClient, records: DmarcRecords): Promise<Permission> {
  const listed = listedOrganization(domain) === listedOrganization(host);
  const say = (status: Permission['status'], name: string | null, answered: string | null = null): Permission => ({
    status,
    name,
    override: [],
    answered,
    listed,
  });
  if (domain === host || (listed && (await isOneWalk(domain, host, records)))) return say('own', null);
  const name = `${domain}._report._dmarc.${host}`;
  // RFC 9990 section 4 step 4: a name that is too long cannot say yes
  if (!isDomainName(name)) return say('not-authorised', name, 'it is too long for the DNS');
  const answer = await dns.query(name, 'TXT');
  if (!isDetermined(answer) && answer.status !== 'invalid-name') return say('undetermined', name, answer.status);
  const saying = answer.records.map((strings) => strings.join('')).filter(isDmarcRecord);
  if (saying.length === 0) return say('not-authorised', name);
  const override = saying.flatMap((text) => parseDmarc(text).rua);
  // "the overriding URI MUST use the same destination host": else no report goes to either
  const elsewhere = override.find((uri) => normalName(uri.host ?? '') !== host);
  if (elsewhere !== undefined)
    return say('not-authorised', name, `it sends reports on to ${elsewhere.uri}, at another host`);
  return { ...say('authorised', name), override: override.map(({ uri }) => uri) };
}

/** Whether the tree walk counts both to one organisation, as the list does. */
async function isOneWalk(domain: string, host: string, records: DmarcRecords): Promise<boolean> {
  const [own, other] = await Promise.all([walkRecords(domain, records), walkRecords(host, records)]);
  // what the walk cannot tell, the list has answered
  if (own.organizationalDomain === null || other.organizationalDomain === null) return true;
  return own.organizationalDomain === other.organizationalDomain;
}

function describe(
  tag: 'rua' | 'ruf',
  uri: ReportUri,
  host: string,
  domain: string,
  { status, name, override, answered, listed }: Permission,
): ReportTarget {
  const to = uri.address ?? uri.uri;
  const reports = tag === 'rua' ? 'Aggregate reports' : 'Failure reports';
  const says = {
    own: `${reports} about ${domain} go to ${to}, of the same organisation: nothing has to be authorised.`,
    authorised: `${reports} about ${domain} may go to ${to}: ${host} says so at ${name}${override.length > 0 ? `, and wants them at ${override.join(' and ')}` : ''}.`,
    'not-authorised': `${reports} about ${domain} do not go to ${to}: ${host} does not say at ${name} that it wants them${answered === null ? '' : `, as ${answered}`}.${listed ? ` Receivers that follow RFC 7489 count both to ${listedOrganization(host)} and send them all the same.` : ''}`,
    undetermined: `Whether reports about ${domain} may go to ${to} could not be determined: the question for ${name} ended with ${answered}.`,
  }[status];
  return {
    tag,
    uri,
    host,
    status,
    name,
    override,
    says,
    publish: status === 'not-authorised' && name !== null && isDomainName(name) ? { name, text: 'v=DMARC1' } : null,
  };
}
