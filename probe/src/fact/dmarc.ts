import type { Seen } from '@whybounce/core/check';
import {
  type AppliedPolicy,
  checkReportTargets,
  type DmarcDiscovery,
  type DmarcPlace,
  type DmarcRecord,
  discoverDmarc,
  domainExists,
  organizationalDomain,
  parseDmarc,
  policyFor,
  type ReportTarget,
} from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { fact } from './fact.ts';

/** What the DNS holds about the DMARC of the subject's domain. */
export const dmarc = fact(
  ({ subject, dns }: CheckContext): Promise<DmarcDiscovery> => discoverDmarc({ domain: subject.domain as string, dns }),
);

/** The DMARC record that applies to mail from a domain. */
export interface AppliedRecord {
  readonly record: DmarcRecord;
  /** Whose it is, and the name at which it stands. */
  readonly domain: string;
  readonly name: string;
  /** `suffix`: of a registry, which the domain cannot change. */
  readonly owner: 'own' | 'organization' | 'suffix';
  readonly seen: readonly Seen[];
}

const owners = {
  'author-domain': 'own',
  'organizational-domain': 'organization',
  'public-suffix': 'suffix',
} as const satisfies Record<NonNullable<DmarcPlace['from']>, AppliedRecord['owner']>;

/** The record that applies: as the tree walk finds it, else as the Public Suffix List does; null where there is none. */
export function appliedRecord({ own, places: { rfc7489, rfc9989 } }: DmarcDiscovery): AppliedRecord | null {
  const { record, from } = rfc9989.record === null ? rfc7489 : rfc9989;
  if (record === null || from === null) return null;
  const seen = own === null || own === record ? [] : [seenAnswer(own.answer)];
  return {
    record: parseDmarc(record.record ?? ''),
    domain: record.domain,
    name: record.name,
    owner: owners[from],
    seen: [...seen, seenAnswer(record.answer)],
  };
}

/** Texts that were meant as a record of the domain where it has none that is read: those at its name before those elsewhere. */
export function meantTexts({ own, misplaced }: DmarcDiscovery): string[] {
  return [...(own?.others ?? []), ...misplaced.map(({ text }) => text)];
}

/** Why it is not known whether there is a record, as words that follow a colon; null where it is known. */
export function whyNoDmarc({ own, places: { rfc7489, rfc9989 } }: DmarcDiscovery): string | null {
  const open = own?.status === 'undetermined' ? own : (rfc9989.undetermined ?? rfc7489.undetermined);
  return open === null ? null : `${open.name}: ${whyUnknown(open.answer)}`;
}

/** The record whose content is to be looked at; a verdict where there is none that is the domain's own to change. */
export async function recordToRead(context: CheckContext): Promise<AppliedRecord | Verdict> {
  const domain = context.subject.domain as string;
  const found = await dmarc(context);
  const applied = appliedRecord(found);
  if (applied === null) {
    const why = whyNoDmarc(found);
    const seen = found.own === null ? [] : [seenAnswer(found.own.answer)];
    return why === null
      ? notApplicable(`No DMARC record applies to ${domain}.`, { seen })
      : undetermined(`The DMARC record of ${domain} could not be read: ${why}.`, { seen });
  }
  if (applied.owner === 'suffix')
    return notApplicable(
      `${domain} has no DMARC record of its own: the one at ${applied.name} is that of the registry, which ${domain} cannot change.`,
      { seen: applied.seen },
    );
  return applied;
}

/** Whether a record stands where receivers look for the policy of subdomains too. */
export function isOfOrganization({ places }: DmarcDiscovery, { domain }: AppliedRecord): boolean {
  return domain === places.rfc9989.organizationalDomain || domain === (organizationalDomain(domain) ?? domain);
}

/** What both generations of receivers do with mail of the subject's domain that fails. */
export const dmarcPolicies = fact(
  async (
    context: CheckContext,
  ): Promise<{ readonly rfc7489: AppliedPolicy; readonly rfc9989: AppliedPolicy } | null> => {
    const domain = context.subject.domain as string;
    const applied = appliedRecord(await dmarc(context));
    if (applied === null) return null;
    const subdomain = applied.domain !== domain;
    // only np of a record that is inherited asks for it
    const exists = subdomain && applied.record.np !== null ? await domainExists(domain, context.dns) : true;
    const of = (standard: 'rfc7489' | 'rfc9989') => policyFor(applied.record, { subdomain, exists }, standard);
    return { rfc7489: of('rfc7489'), rfc9989: of('rfc9989') };
  },
);

/** Hosts of report addresses that are looked at: each costs a question or two, and records of use name one to three. */
const MAX_REPORT_HOSTS = 4;

/** Where reports about the domain go, and whether they are wanted there; empty where no record applies. */
export const reportTargets = fact(async (context: CheckContext): Promise<readonly ReportTarget[]> => {
  const applied = appliedRecord(await dmarc(context));
  if (applied === null || applied.owner === 'suffix') return [];
  const { record, domain } = applied;
  const hosts = new Set<string>();
  const within = ({ host }: DmarcRecord['rua'][number]): boolean => {
    if (host === null) return false;
    if (hosts.size < MAX_REPORT_HOSTS) hosts.add(host);
    return hosts.has(host);
  };
  const fewer = { ...record, rua: record.rua.filter(within), ruf: record.ruf.filter(within) };
  return checkReportTargets({ record: fewer, domain, dns: context.dns });
});
