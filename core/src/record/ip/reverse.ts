import { type IpAddress, unmapped } from './address.ts';
import { expandIpv6, formatIp } from './format.ts';

/**
 * The labels of an address from its end to its start, as blocklists and PTR queries have them: the numbers of
 * IPv4 (RFC 1035 section 3.5), the 32 hexadecimal digits of IPv6 (RFC 3596 section 2.5). A mapped address is
 * taken as the IPv4 one.
 */
export function reverseLabels(ip: IpAddress): string {
  const plain = unmapped(ip);
  const labels = plain.family === 4 ? formatIp(plain).split('.') : [...expandIpv6(plain).replaceAll(':', '')];
  return labels.reverse().join('.');
}

/** The name under which the PTR record of an address stands, in `in-addr.arpa` or `ip6.arpa`. */
export function reverseName(ip: IpAddress): string {
  return `${reverseLabels(ip)}.${unmapped(ip).family === 4 ? 'in-addr' : 'ip6'}.arpa`;
}
