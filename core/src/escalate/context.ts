import type { BounceEvent } from '../event.ts';
import { plainValue } from './plain-value.ts';

/** What the caller knows beside the event. It outranks what stands in the mail. */
export interface PacketContext {
  readonly recipient?: string | undefined;
  readonly sender?: string | undefined;
  /** When the attempt was made, ISO 8601 in UTC. */
  readonly sentAt?: string | undefined;
  readonly sendingIp?: string | undefined;
  readonly helo?: string | undefined;
  readonly messageId?: string | undefined;
  readonly remoteHost?: string | undefined;
  readonly remoteIp?: string | undefined;
  /** RFC 8601 result words. */
  readonly authentication?:
    | { readonly spf?: string | null; readonly dkim?: string | null; readonly dmarc?: string | null }
    | undefined;
  /** Who answers questions: a name, a telephone number, an address. */
  readonly contact?: string | undefined;
  /** The sending server as its people call it. */
  readonly ownServerName?: string | undefined;
}

/** Event and context together, each value on one line and without control characters; null: nobody knows it. */
export interface Known {
  readonly time: string | null;
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly sender: string | null;
  readonly remoteHost: string | null;
  readonly remoteIp: string | null;
  readonly sendingIp: string | null;
  readonly helo: string | null;
  readonly reportingMta: string | null;
  readonly messageId: string | null;
  readonly reply: string | null;
  readonly authentication: string | null;
  readonly contact: string | null;
}

/** Puts event and context together. */
export function knownOf(event: BounceEvent, more: PacketContext): Known {
  const pick = (given: string | undefined, found: string | null): string | null =>
    plainValue(given) ?? plainValue(found);
  const sender = event.sender === '' ? '<>' : event.sender;
  return {
    time: pick(more.sentAt, event.timestamp),
    recipient: pick(more.recipient, event.recipient),
    originalRecipient: plainValue(event.originalRecipient),
    sender: pick(more.sender, sender),
    remoteHost: pick(more.remoteHost, event.remoteMta.host),
    remoteIp: pick(more.remoteIp, event.remoteMta.ip),
    sendingIp: pick(more.sendingIp, event.sendingMta.ip),
    helo: pick(more.helo, event.sendingMta.host),
    reportingMta: pick(more.ownServerName, event.reportingMta),
    messageId: pick(more.messageId, event.message.messageId),
    reply: plainValue(event.diagnostic),
    authentication: authenticationOf(event, more),
    contact: plainValue(more.contact),
  };
}

/** `SPF pass, DKIM none, DMARC fail (checked by mx.example.net)` */
function authenticationOf(event: BounceEvent, more: PacketContext): string | null {
  const given = more.authentication;
  const found = given ?? event.authentication;
  if (found === null) return null;
  const arc = given === undefined ? event.authentication?.arc : null;
  const results = [
    ['SPF', found.spf],
    ['DKIM', found.dkim],
    ['DMARC', found.dmarc],
    ['ARC', arc],
  ].flatMap(([name, result]) => {
    const word = plainValue(result);
    return word === null ? [] : [`${name} ${word}`];
  });
  if (results.length === 0) return null;
  const server = given === undefined ? plainValue(event.authentication?.server) : null;
  return `${results.join(', ')}${server === null ? '' : ` (checked by ${server})`}`;
}

/** The domain of an address; null where there is none. */
export function domainOf(address: string | null): string | null {
  const at = address?.lastIndexOf('@') ?? -1;
  return address === null || at < 0 || at === address.length - 1 ? null : address.slice(at + 1);
}
