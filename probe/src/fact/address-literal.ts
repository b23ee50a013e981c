import { isIP } from 'node:net';

/**
 * The address that an MX record holds in place of a name; null for a name. DNS panels hang the domain on what has no
 * final dot, so that `192.0.2.1` becomes `192.0.2.1.example.com`.
 *
 * @param exchange what the record names, in lower case
 * @param domain whose record it is
 */
export function addressIn(exchange: string, domain: string): string | null {
  const bare = exchange.replace(/^\[(?:ipv6:)?(.*)\]$/i, '$1');
  const candidates = [bare, bare.endsWith(`.${domain}`) ? bare.slice(0, -domain.length - 1) : bare];
  return candidates.find((text) => isIP(text) !== 0) ?? null;
}
