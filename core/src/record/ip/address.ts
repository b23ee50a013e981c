/** An IP address as a number; two addresses are the same when family and value are. */
export interface IpAddress {
  readonly family: 4 | 6;
  /** Below 2^32 of IPv4, below 2^128 of IPv6. */
  readonly value: bigint;
}

/** The longest text that can be an address: `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`. */
const MAX_TEXT = 45;
/** `255.255.255.255` */
const MAX_QUAD = 15;
/** What stands above the 32 bits of an IPv4-mapped address (RFC 4291 section 2.5.5.2). */
const MAPPED = 0xffffn << 32n;
const IPV4_BITS = 0xffff_ffffn;

const group = /^[0-9A-Fa-f]{1,4}$/;

/**
 * Reads an address in text form. IPv4 has four decimal numbers without leading zeros; IPv6 is as in RFC 4291
 * section 2.2, in any case, without a zone. A mapped address stays IPv6: see `unmapped`.
 *
 * @returns null for everything else, brackets and blanks included
 */
export function parseIp(text: string): IpAddress | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** Four decimal numbers as RFC 7208 section 5.6 has them (`qnum`), null for everything else. */
export function parseIpv4(text: string): IpAddress | null {
  const value = quadValue(text);
  return value === null ? null : { family: 4, value: BigInt(value) };
}

/** Eight groups, or fewer around one `::`; the last two may be written as IPv4. Null for everything else. */
export function parseIpv6(text: string): IpAddress | null {
  if (text.length > MAX_TEXT || text.length < 2) return null;
  const gap = text.indexOf('::');
  if (gap !== -1 && text.includes('::', gap + 1)) return null;
  const head = groupsOf(gap === -1 ? text : text.slice(0, gap), gap === -1);
  const tail = gap === -1 ? [] : groupsOf(text.slice(gap + 2), true);
  if (head === null || tail === null) return null;
  const count = head.length + tail.length;
  if (gap === -1 ? count !== 8 : count > 7) return null;
  const groups = [...head, ...new Array<number>(8 - count).fill(0), ...tail];
  return { family: 6, value: joined(groups) };
}

/** The IPv4 address that an IPv4-mapped one stands for (`::ffff:192.0.2.1`); every other as it is. */
export function unmapped(ip: IpAddress): IpAddress {
  return ip.family === 6 && (ip.value & ~IPV4_BITS) === MAPPED ? { family: 4, value: ip.value & IPV4_BITS } : ip;
}

/** By hand, as records have hundreds of them: a regular expression with four groups takes five times as long. */
function quadValue(text: string): number | null {
  if (text.length > MAX_QUAD) return null;
  let value = 0;
  let number = -1;
  let dots = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === -2 && number >= 0 && dots < 3) {
      value = value * 256 + number;
      number = -1;
      dots += 1;
    } else if (digit < 0 || digit > 9 || number === 0) return null;
    else number = number < 0 ? digit : number * 10 + digit;
    if (number > 255) return null;
  }
  return dots === 3 && number >= 0 ? value * 256 + number : null;
}

function groupsOf(text: string, last: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [place, part] of parts.entries()) {
    if (group.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const value = last && place === parts.length - 1 ? quadValue(part) : null;
    if (value === null) return null;
    groups.push(Math.floor(value / 65_536), value % 65_536);
  }
  return groups;
}

/** In pieces of 48 bits at most, which a plain number holds: BigInt steps are what costs here. */
function joined(groups: readonly number[]): bigint {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const high = (BigInt(a * 65_536 + b) << 32n) | BigInt(c * 65_536 + d);
  const low = (BigInt(e * 65_536 + f) << 32n) | BigInt(g * 65_536 + h);
  return (high << 64n) | low;
}
