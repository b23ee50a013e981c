import type { MailHost, MailHostKind } from '@whybounce/knowledge/mail-host';
import { normalName } from '../dns/index.ts';
import { organizationalDomain } from '../record/organizational-domain/index.ts';
import { mailHostOf } from './mail-host-of.ts';

/** The mail servers of one provider. */
export interface MailHostGroup {
  /** Null where nobody is known by these names. */
  readonly provider: MailHost | null;
  /** `self-hosted`: under the domain's own organisational domain; `unknown`: somebody else's. */
  readonly kind: MailHostKind | 'self-hosted' | 'unknown';
  /** The provider's name, else the organisational domain of the servers. */
  readonly name: string;
  /** In the order of the MX records by preference, without the final dot. */
  readonly hosts: readonly string[];
}

/** Who takes the mail of a domain. */
export interface MailHosting {
  /** By the best preference of each. */
  readonly groups: readonly MailHostGroup[];
  /** Those that filter: the mailboxes are elsewhere. */
  readonly gateways: readonly MailHostGroup[];
  /**
   * Unrelated providers that each take mail as its last stop, so that mail ends in the wrong place half of the time: a
   * move that was not finished. Empty where there are no two. A gateway beside one of them is not mixed, nor are servers
   * of one's own, behind which anything can be.
   */
  readonly mixed: readonly MailHostGroup[];
  /** Remains of a proof of ownership. */
  readonly placeholders: readonly MailHostGroup[];
}

/** More MX records than any mail domain has. */
const MAX_HOSTS = 100;

const lastStops: ReadonlySet<MailHostGroup['kind']> = new Set([
  'mailbox',
  'hosting',
  'isp',
  'forwarding',
  'inbound-api',
]);

/**
 * Who stands behind the MX records of a domain.
 *
 * @param domain whose they are
 * @param mx the records as the DNS has them, in any order; what stands after the first hundred is left out
 */
export function groupMailHosts(
  domain: string,
  mx: readonly { readonly preference: number; readonly exchange: string }[],
): MailHosting {
  const own = organizationalDomain(domain);
  const groups = new Map<string, { group: Omit<MailHostGroup, 'hosts'>; hosts: Set<string> }>();
  for (const { exchange } of mx.slice(0, MAX_HOSTS).toSorted((a, b) => a.preference - b.preference)) {
    const host = normalName(exchange);
    const group = groupOf(host, own);
    const key = `${group.kind} ${group.provider?.family ?? group.provider?.slug ?? group.name}`;
    const beside = groups.get(key);
    if (beside === undefined) groups.set(key, { group, hosts: new Set([host]) });
    else beside.hosts.add(host);
  }
  const all = [...groups.values()].map(({ group, hosts }): MailHostGroup => ({ ...group, hosts: [...hosts] }));
  return {
    groups: all,
    gateways: all.filter(({ kind }) => kind === 'gateway'),
    mixed: unrelated(all.filter(({ kind }) => lastStops.has(kind))),
    placeholders: all.filter(({ kind }) => kind === 'placeholder'),
  };
}

function groupOf(host: string, own: string | null): Omit<MailHostGroup, 'hosts'> {
  const provider = mailHostOf(host);
  if (provider !== null) return { provider, kind: provider.kind, name: provider.name };
  const theirs = organizationalDomain(host);
  const kind = theirs !== null && theirs === own ? 'self-hosted' : 'unknown';
  return { provider: null, kind, name: theirs ?? host };
}

function unrelated(groups: readonly MailHostGroup[]): readonly MailHostGroup[] {
  const families = new Set(groups.map(({ provider }) => provider?.family ?? provider?.slug));
  return families.size > 1 ? groups : [];
}
