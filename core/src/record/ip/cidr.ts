import { type IpAddress, parseIp } from './address.ts';
import { formatIp } from './format.ts';

/** A range of addresses that share their first bits (RFC 4632, RFC 4291 section 2.3). */
export interface Cidr {
  readonly family: 4 | 6;
  /** The first address: all bits after the prefix are zero. */
  readonly first: bigint;
  /** The last address. */
  readonly last: bigint;
  /** How many bits are shared: 0 to 32, or to 128. */
  readonly prefix: number;
}

/** Bits of an address. */
export function bitsOf(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** So many ones, by their number. */
const masks: readonly bigint[] = Array.from({ length: 129 }, (_, ones) => (1n << BigInt(ones)) - 1n);

/**
 * The range around an address; bits after the prefix are cleared.
 *
 * @param prefix 0 to 32, or to 128; all bits of the address where it is left out
 * @throws RangeError for a prefix outside of that
 */
export function cidrOf(ip: IpAddress, prefix: number = bitsOf(ip.family)): Cidr {
  const bits = bitsOf(ip.family);
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > bits)
    throw new RangeError(`prefix is ${prefix}: give a whole number from 0 to ${bits}`);
  const rest = masks[bits - prefix] as bigint;
  const last = ip.value | rest;
  return { family: ip.family, first: last ^ rest, last, prefix };
}

/** Reads `192.0.2.0/24` or an address alone; null for everything else. Bits after the prefix may be set and are cleared. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const ip = parseIp(slash === -1 ? text : text.slice(0, slash));
  if (ip === null || slash === -1) return ip && cidrOf(ip);
  const prefix = text.slice(slash + 1);
  return /^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= bitsOf(ip.family) ? cidrOf(ip, Number(prefix)) : null;
}

/** `192.0.2.0/24`; of one address without the prefix. */
export function formatCidr(cidr: Cidr): string {
  const address = formatIp({ family: cidr.family, value: cidr.first });
  return cidr.prefix === bitsOf(cidr.family) ? address : `${address}/${cidr.prefix}`;
}

/** Whether a range holds an address or the whole of another range; never across families. */
export function cidrContains(cidr: Cidr, inner: IpAddress | Cidr): boolean {
  if (cidr.family !== inner.family) return false;
  return 'value' in inner
    ? cidr.first <= inner.value && inner.value <= cidr.last
    : cidr.first <= inner.first && inner.last <= cidr.last;
}

/** How many addresses a range holds. */
export function cidrSize(cidr: Cidr): bigint {
  return cidr.last - cidr.first + 1n;
}
