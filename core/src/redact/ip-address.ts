/** Longest IPv6 address in text, with an IPv4 address at its end: RFC 4291 section 2.2. */
const MAX_IPV6 = 45;

/** Four numbers up to 255 with dots between: its canonical form, or null. Leading zeros are read as decimal. */
export function canonicalIpv4(text: string): string | null {
  if (text.length < 7 || text.length > 15) return null;
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every(isOctet)) return null;
  return octets.map(Number).join('.');
}

/** Whether a label is a number from 0 to 255. */
export function isOctet(label: string): boolean {
  return /^\d{1,3}$/.test(label) && Number(label) <= 255;
}

/** Addresses that name no machine of anybody: loopback (and so the answers of blocklists), any, broadcast. */
export function isNobody(canonical: string): boolean {
  return (
    canonical.startsWith('127.') ||
    canonical === '0.0.0.0' ||
    canonical === '255.255.255.255' ||
    canonical === '0:0:0:0:0:0:0:0' ||
    canonical === '0:0:0:0:0:0:0:1'
  );
}

/** An IPv6 address that stands in a text. */
export interface Ipv6At {
  readonly end: number;
  /** Eight groups without leading zeros. */
  readonly canonical: string;
  /** The IPv4 address in its last groups, where it is a mapped one (`::ffff:192.0.2.1`). */
  readonly mapped: string | null;
}

const ipv6Signs = /[0-9A-Fa-f:.]{2,46}/y;

/** Reads an IPv6 address at an offset; null where none begins there. The zone (`%eth0`) is not part of it. */
export function ipv6At(text: string, at: number): Ipv6At | null {
  ipv6Signs.lastIndex = at;
  let word = ipv6Signs.exec(text)?.[0] ?? '';
  // A sentence may end behind it; `::` is part of it.
  while (word.endsWith('.') || (word.endsWith(':') && !word.endsWith('::'))) word = word.slice(0, -1);
  if (word.length > MAX_IPV6 || word.length < 2) return null;
  const groups = ipv6Groups(word);
  if (groups === null) return null;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const [high = 0, low = 0] = groups.slice(6);
  return {
    end: at + word.length,
    canonical: groups.map((group) => group.toString(16)).join(':'),
    mapped: isMapped ? `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}` : null,
  };
}

function ipv6Groups(word: string): number[] | null {
  let text = word;
  const lastColon = text.lastIndexOf(':');
  if (lastColon < 0) return null;
  if (text.includes('.')) {
    const ipv4 = canonicalIpv4(text.slice(lastColon + 1));
    if (ipv4 === null) return null;
    const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
    text = `${text.slice(0, lastColon + 1)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  // `::` stands for one group or more; without it there are eight.
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...tail];
  return groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** `1:2:0:0:…` as it is written: the first run of zeros as `::`. */
export function shortIpv6(canonical: string): string {
  const zeros = /(?:^|:)0(?::0)+(?::|$)/.exec(canonical);
  if (zeros === null) return canonical;
  return `${canonical.slice(0, zeros.index)}::${canonical.slice(zeros.index + zeros[0].length)}`;
}

/** Labels of an IPv6 address in `ip6.arpa` order. */
export const NIBBLES = 32;

/** `b.a.9.8…` (32 labels) to its address, canonical; null where they are no nibbles. */
export function ipv6OfNibbles(labels: readonly string[]): string | null {
  if (labels.length !== NIBBLES || !labels.every((label) => /^[0-9A-Fa-f]$/.test(label))) return null;
  const digits = [...labels].reverse().join('');
  return Array.from({ length: 8 }, (_, i) => Number.parseInt(digits.slice(4 * i, 4 * i + 4), 16).toString(16)).join(
    ':',
  );
}

/** The inverse of {@link ipv6OfNibbles}. */
export function nibblesOf(canonical: string): string {
  const digits = canonical
    .split(':')
    .map((group) => group.padStart(4, '0'))
    .join('');
  return [...digits].reverse().join('.');
}
