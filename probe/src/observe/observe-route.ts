import { isIP } from 'node:net';
import { groupMailHosts, mailHostOf, tenantMatches } from '@whybounce/core/mail-host';
import type { MailHost } from '@whybounce/knowledge/mail-host';
import type { CheckContext } from '../check/context.ts';
import type { MailServers } from '../fact/mail-servers.ts';
import type { Observed } from './observed.ts';

/**
 * How the servers that take a domain's mail today stand to the one that refused. Nothing is said of a refusal
 * by a host that is neither named in the MX nor a known mailbox provider's: it may be a relay of the sender's.
 */
export function observeRoute({ subject }: CheckContext, { servers, answer, route }: MailServers): readonly Observed[] {
  const { domain, refusedBy } = subject;
  if (domain === null || refusedBy === null || route !== 'mx') return [];
  const hosts = servers.map(({ host }) => host);
  const names = hosts.join(', ');
  const { groups, gateways } = groupMailHosts(domain, answer.records);
  const other = hosts.find((host) => tenantMatches(domain, host) === 'other');
  const isNamed =
    isIP(refusedBy) === 0 ? hosts.includes(refusedBy) : servers.some(({ addresses }) => addresses.includes(refusedBy));
  if (other !== undefined && isNamed)
    return [
      {
        id: 'mx-target:other-tenant',
        note: `The MX of ${domain} names ${other}, which is named after another domain.`,
      },
    ];
  if (isNamed)
    return [{ id: 'mx-target:refusing-host', note: `${refusedBy} refused, and the MX of ${domain} names it.` }];
  const refuser = isIP(refusedBy) === 0 ? mailHostOf(refusedBy) : null;
  if (refuser?.kind !== 'mailbox') return [];
  const mailboxes = groups.filter(({ kind }) => kind === 'mailbox');
  if (mailboxes.some(({ provider }) => provider !== null && familyOf(provider) === familyOf(refuser)))
    return [
      {
        id: 'mx-target:refusing-host',
        note: `${refusedBy} refused, a server of ${refuser.name}, whom the MX of ${domain} names: ${names}.`,
      },
    ];
  if (gateways.length > 0)
    return [
      { id: 'mx-target:gateway', note: `The MX of ${domain} names ${names}; ${refuser.name} refused behind it.` },
    ];
  // a domain's own servers may pass mail on to a cloud: only providers of mailboxes tell that it moved
  if (mailboxes.length === 0 || mailboxes.length < groups.length) return [];
  return [
    {
      id: 'mx-target:moved-away',
      note: `${refusedBy} of ${refuser.name} refused, but the MX of ${domain} names ${names} today.`,
    },
  ];
}

/** One provider answers under several names. */
function familyOf({ family, slug }: MailHost): string {
  return family ?? slug;
}
