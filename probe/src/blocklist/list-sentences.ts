import type { DnsStatus } from '@whybounce/core/dns';
import type { DnsList } from '@whybounce/knowledge/dns-list';
import type { ReadCode } from './read-answer.ts';

/** Why a list could not be checked: one or two sentences each, with the zone as it is publicly known and never with a key. */

/** No usable answer came, or none was asked for. */
export function noAnswer({ zone }: DnsList, subject: string, status: DnsStatus): string {
  switch (status) {
    case 'timeout':
      return `${zone} gave no answer about ${subject} in time.`;
    case 'refused':
      return `The question to ${zone} about ${subject} was refused (REFUSED).`;
    case 'over-budget':
      return `${zone} was not asked about ${subject}: too many questions to lists were put already.`;
    case 'invalid-name':
      return `${zone} cannot be asked about ${subject}: the name would be too long.`;
    case 'servfail':
      return `The resolver got no usable answer from ${zone} about ${subject} (SERVFAIL).`;
    default:
      return `No usable answer came from ${zone} about ${subject} (${status}).`;
  }
}

/** The answer holds an error code, or an address that no list gives. */
export function refusedAnswer({ zone }: DnsList, [first]: readonly ReadCode[]): string {
  const { code, meaning } = first ?? { code: 'nothing', meaning: null };
  return code.startsWith('127.')
    ? `${zone} answered ${code}: ${meaning}. That is no listing.`
    : `${zone} answered ${code}, which no list answers: the resolver rewrites answers, or the list is gone and its name was sold.`;
}

/** The answer holds only codes of which nothing is known. */
export function unknownAnswer({ zone, delist }: DnsList, subject: string, codes: readonly ReadCode[]): string {
  const given = codes.map(({ code }) => code).join(', ');
  const look = delist === null ? '' : ` Look ${subject} up at ${filledIn(delist, subject)}.`;
  return `${zone} answered ${given} about ${subject}, and what it means by that is not known here.${look}`;
}

/** What must be listed is not. */
export function blind({ zone }: DnsList, point: string): string {
  return `${zone} does not list its own test entry ${point}, so “not listed” means nothing there: it is gone, or it does not serve this resolver.`;
}

/** What must never be listed is. */
export function listsEverything({ zone }: DnsList, point: string): string {
  return `${zone} lists ${point} as well, which must never be listed: it lists everything, so its listings mean nothing.`;
}

export function needsKey({ zone }: DnsList): string {
  return `${zone} answers only to those who have a query key, and none was given.`;
}

export function notPublic({ zone }: DnsList, address: string): string {
  return `${zone} was not asked about ${address}: that is no address of the public internet.`;
}

export function notRegistrable({ zone }: DnsList, name: string): string {
  return `${zone} was not asked about “${name}”: it lists registered domains, and that is none.`;
}

/** A link with the subject in the place that is kept for it. */
export function filledIn(link: string, subject: string): string {
  return link.replace('{ip}', encodeURIComponent(subject));
}
