import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * The one gate before every connection to an address that somebody else's DNS named. Without it a record
 * such as `mta-sts.example.com A 169.254.169.254` lets a stranger read what only this machine may see.
 */

/** All that is globally routed today (IANA's IPv6 address space registry): the rest is reserved or special. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * In which of the special ranges (RFC 6890 and the registries behind it) an address lies, as one word:
 * `unicast` alone is public; `loopback`, `private`, `ipv4Mapped`, `6to4`, `teredo` and others are not;
 * `invalid` is no address in its usual notation (four decimal numbers, or IPv6 without zone and brackets).
 */
export function addressRange(ip: string): string {
  // strict: other readers take 0177.0.0.1, 0x7f.1 and 2130706433 for addresses, and do not agree on which
  const family = isIP(ip);
  if (family === 0 || ip.includes('%')) return 'invalid';
  if (family === 4) return ipaddr.IPv4.parse(ip).range();
  const address = ipaddr.IPv6.parse(ip);
  const range = address.range();
  // ::7f00:1 (IPv4-compatible, RFC 4291 section 2.5.5.1) and all that no registry has given out is unicast to the library
  return range === 'unicast' && !address.match(GLOBAL_UNICAST) ? 'reserved' : range;
}

/** Whether an address is on the public internet, so that it may be connected to on a stranger's word. */
export function isPublicAddress(ip: string): boolean {
  return addressRange(ip) === 'unicast';
}

/** Ranges of networks of one's own, which nobody outside sees. */
const INSIDE: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
]);

/** Whether an address lies inside somebody's own network, in whichever way it is written; null for what is no address. */
export function isInsideAddress(ip: string): boolean | null {
  try {
    return INSIDE.has(ipaddr.process(ip).range());
  } catch {
    return null;
  }
}
