import { type IpAddress, unmapped } from './address.ts';

/** The address as it is written: IPv4 with dots, IPv6 as RFC 5952 recommends. */
export function formatIp(ip: IpAddress): string {
  if (ip.family === 4) return dotted(ip.value);
  const inner = unmapped(ip);
  // RFC 5952 section 5: of a prefix that is known to hold IPv4, the last part is written with dots
  if (inner.family === 4) return `::ffff:${dotted(inner.value)}`;
  const groups = groupsOf(ip.value);
  const [from, length] = longestZeros(groups);
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return length < 2 ? text(groups) : `${text(groups.slice(0, from))}::${text(groups.slice(from + length))}`;
}

/** All 32 hexadecimal digits of an IPv6 address in eight groups; IPv4 as `formatIp` writes it. */
export function expandIpv6(ip: IpAddress): string {
  if (ip.family === 4) return dotted(ip.value);
  return groupsOf(ip.value)
    .map((group) => group.toString(16).padStart(4, '0'))
    .join(':');
}

function dotted(value: bigint): string {
  const bits = Number(value);
  return `${bits >>> 24}.${(bits >>> 16) & 255}.${(bits >>> 8) & 255}.${bits & 255}`;
}

function groupsOf(value: bigint): number[] {
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn));
  return groups;
}

/** The first of the longest runs (RFC 5952 section 4.2.3). */
function longestZeros(groups: readonly number[]): [from: number, length: number] {
  let best: [number, number] = [0, 0];
  let from = 0;
  for (let at = 0; at <= groups.length; at += 1) {
    if (groups[at] === 0) continue;
    if (at - from > best[1]) best = [from, at - from];
    from = at + 1;
  }
  return best;
}
