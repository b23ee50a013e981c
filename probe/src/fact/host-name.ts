import { isIP } from 'node:net';
import { formatIp, isDomainName, parseIpv4, parseIpv6 } from '@whybounce/core/record';
import type { Subject } from '../check/context.ts';

/** What is the matter with a name that a server gives in EHLO. */
export type HeloForm = 'host' | 'literal' | 'bad-literal' | 'bare-address' | 'local' | 'one-label' | 'not-a-name';

/** Names that are everybody's own: of the machine itself or of an inner network (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const LOCAL =
  /(?:^|\.)(?:localhost|localdomain|local|lan|internal|intranet|private|home|corp|domain|invalid|test|home\.arpa)$/;

/**
 * Which form a name in EHLO has (RFC 5321 section 4.1.1.1).
 *
 * @param helo in lower case
 */
export function heloForm(helo: string): HeloForm {
  const name = helo.endsWith('.') ? helo.slice(0, -1) : helo;
  if (isIP(name) !== 0) return 'bare-address';
  if (/^\[.*\]$/.test(name)) return literalIn(name) === null ? 'bad-literal' : 'literal';
  if (LOCAL.test(name)) return 'local';
  if (!isDomainName(name) || !/^[a-z0-9._-]+$/.test(name)) return 'not-a-name';
  if (!name.includes('.')) return 'one-label';
  // RFC 5321 section 2.3.5 allows letters, digits and hyphens; underscores are met, and refused by some
  return name.split('.').every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label)) ? 'host' : 'not-a-name';
}

/** The address in `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 section 4.1.3), in the form of RFC 5952; null for what is no such literal. */
export function literalIn(helo: string): string | null {
  const [, isV6, ip = ''] = /^\[(ipv6:)?([0-9a-f.:]+)\]$/i.exec(helo) ?? [];
  const address = isV6 === undefined ? parseIpv4(ip) : parseIpv6(ip);
  return address === null ? null : formatIp(address);
}

/** A name that fits the sending server: the one that it gives, else one under the domain; null where neither is known. */
export function nameFor({ helo, domain }: Subject): string | null {
  if (helo !== null && heloForm(helo) === 'host') return helo;
  return domain === null ? null : `mail.${domain}`;
}
