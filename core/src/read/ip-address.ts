/** An IP address in a text, and where it stands (UTF-16 offsets, end exclusive). */
export interface IpAddressAt {
  readonly ip: string;
  readonly start: number;
  readonly end: number;
}

/** Addresses that are read of one text: a refusal names one or two, and who names a hundred says nothing with them. */
const MAX_ADDRESSES = 16;

/** A first look: what stands wherever an address does. Enhanced statuses have three numbers, times no two colons in a row. */
const anyAddress = /\d\.\d{1,3}\.\d{1,3}\.\d|[0-9A-Fa-f]:[0-9A-Fa-f:]/;
const address =
  /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w)|(?:IPv6:)?[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?(?![\w:]|\.\w))/gi;

/** IPv4 and IPv6 addresses in running text, in their order; `IPv6:` before one is not part of it. */
export function ipAddressesIn(text: string): IpAddressAt[] {
  if (!anyAddress.test(text)) return [];
  const found: IpAddressAt[] = [];
  for (const match of text.matchAll(address)) {
    const ip = ipAddressOf(match[0]);
    if (ip === null) continue;
    found.push({ ip, start: match.index, end: match.index + match[0].length });
    if (found.length >= MAX_ADDRESSES) break;
  }
  return found;
}

/** The address that a text is and nothing else, without brackets and `IPv6:`; null where it is none. */
export function ipAddressOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.length > 64) return null;
  const bare = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^IPv6:/i, '');
  return isIpv4(bare) || isIpv6(bare) ? bare : null;
}

function isIpv4(text: string): boolean {
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  return numbers?.slice(1).every((number) => Number(number) <= 255) === true;
}

/** RFC 4291 section 2.2: eight groups, or fewer around one `::`; the last two may be written as IPv4. */
function isIpv6(text: string): boolean {
  if (text.length > 45 || !/^[0-9A-Fa-f:.]+$/.test(text)) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  let count = 0;
  for (const [place, group] of groups.entries()) {
    if (place === groups.length - 1 && isIpv4(group)) count += 2;
    else if (/^[0-9A-Fa-f]{1,4}$/.test(group)) count += 1;
    else return false;
  }
  return halves.length === 2 ? count < 8 : count === 8;
}

const local =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^::1?$|^f[cd]|^fe[89ab]/i;

/** Whether an address is of a private or local network (RFC 1918, 3927, 4193, 6598), which no stranger ever sees. */
export function isLocalAddress(ip: string): boolean {
  return local.test(ip);
}
