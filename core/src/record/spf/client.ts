import { type IpAddress, parseIp, unmapped } from '../ip/index.ts';
import type { MacroValues } from './expand.ts';

/** Who sends: the identities that SPF is evaluated for. */
export interface SpfClient {
  /** The address that connects, IPv4 or IPv6; a mapped address is IPv4 (RFC 7208 section 5). */
  readonly ip: string;
  /** The address in MAIL FROM; `''` for the null sender, in whose place `postmaster@` the HELO name is taken. */
  readonly sender: string;
  /** The name in EHLO or HELO. */
  readonly helo: string;
}

/** What is known of a client before it is there. */
export type SpfClientHint = { readonly [K in keyof SpfClient]?: SpfClient[K] | undefined };

/**
 * @throws RangeError for a text that is no address
 */
export function clientIp(ip: string): IpAddress {
  const parsed = parseIp(ip);
  if (parsed === null) throw new RangeError(`ip is ${JSON.stringify(ip)}: give an IPv4 or IPv6 address`);
  return unmapped(parsed);
}

/** The sender with a local part, always (RFC 7208 sections 2.4 and 4.3); null where neither it nor the HELO name is known. */
export function fullSender(sender: string | undefined, helo: string | undefined): string | null {
  const written = sender === '' ? helo : sender;
  if (written === undefined) return null;
  const at = written.lastIndexOf('@');
  return at > 0 ? written : `postmaster@${written.slice(at + 1)}`;
}

/** What macros stand for, of all that a client says; the names of its address are asked for apart. */
export function valuesOf(
  { ip, sender, helo }: SpfClientHint,
  more: Pick<MacroValues, 'receiver' | 'now'> & { readonly domain?: string },
): MacroValues {
  const full = fullSender(sender, helo);
  return {
    sender: full,
    // mail of a domain has a sender there: what is checked before there is any
    senderDomain: full === null ? (more.domain ?? null) : full.slice(full.lastIndexOf('@') + 1),
    ip: ip === undefined ? null : clientIp(ip),
    helo: helo ?? null,
    validated: null,
    receiver: more.receiver,
    now: more.now,
  };
}
