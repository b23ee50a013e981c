import { cidrOf, formatCidr, IpSet, parseCidr, parseIp, parseIpv4 } from '../ip/index.ts';
import { asciiName, readableOctets } from './octets.ts';
import { parseTerm } from './parse-term.ts';

/** Longest term that is mended: what people mistype is short, and trying costs time. */
const MAX_TERM = 512;
/** Terms that one mended term may become: a list with commas, a range of addresses. */
const MAX_MENDED = 40;

/** Signs of word processors by what was typed, as characters and as the octets of UTF-8 one by one. */
const plainSigns: readonly (readonly [sign: RegExp, plain: string])[] = [
  [/[\u2010-\u2015\u2212]|\xe2\x80[\x90-\x95]|\xe2\x88\x92/g, '-'],
  [/[\u2018-\u201f\xab\xbb"'`]|\xe2\x80[\x98-\x9f]|\xc2[\xab\xbb]/g, ''],
  [/[\u200b-\u200f\u2060\ufeff]|\xe2\x80[\x8b-\x8f]|\xe2\x81\xa0|\xef\xbb\xbf/g, ''],
  [/[\xa0\u2000-\u200a\u202f\u3000\t\r\n]|\xc2\xa0|\xe2\x80[\x80-\x8a\xaf]|\xe3\x80\x80/g, ' '],
];

/** Names that people give to mechanisms. */
const otherNames: Readonly<Record<string, string>> = {
  ipv4: 'ip4',
  'ip-4': 'ip4',
  ip4v: 'ip4',
  ipv6: 'ip6',
  'ip-6': 'ip6',
  ip6v: 'ip6',
  ip: 'ip4',
  includes: 'include',
  included: 'include',
  inlcude: 'include',
  incude: 'include',
  includ: 'include',
  exist: 'exists',
  host: 'a',
  aaaa: 'a',
};

/**
 * What the writer of a broken term will have meant, as one or more terms that are right.
 *
 * @returns null where that cannot be told
 */
export function mendTerm(term: string): string | null {
  if (term.length > MAX_TERM) return null;
  let text = readableOctets(term);
  for (const [sign, plain] of plainSigns) text = text.replace(sign, plain);
  const pieces = inAscii(text)
    .split(/[ ,;]+/)
    .filter((piece) => piece !== '');
  const [first = '', second, ...others] = pieces;
  // `include: mail.example`: the blank tore one term in two
  if (second !== undefined && isTorn(first, second))
    pieces.splice(0, 2 + others.length, `${first}${second}`, ...others);
  const mended: string[] = [];
  let before: string | null = null;
  for (const piece of pieces) {
    if (mended.length > MAX_MENDED) return null;
    // `ip4:192.0.2.1,192.0.2.2`: what stands after the comma is of the same kind
    const whole: string = before !== null && parseCidr(piece) !== null ? `${before}:${piece}` : piece;
    const right = isRight(whole) ? whole : mendPiece(whole);
    if (right === null) return null;
    before = /^[+\-~?]?ip[46](?=:)/i.exec(right)?.[0] ?? before;
    mended.push(right);
  }
  return mended.length === 0 || mended.length > MAX_MENDED ? null : mended.join(' ');
}

/** Whether the second of two neighbours is what the first one lacks: the value after its colon, or colon and value. */
export function isTorn(first: string, second: string): boolean {
  const lacks = /^[+\-~?]?[A-Za-z0-9-]{1,16}([:=]?)$/.exec(first);
  if (lacks === null || second === '' || isRight(first)) return false;
  if (lacks[1] === '') return /^[:=]./.test(second);
  return parseCidr(second) !== null || (second.includes('.') && !/[:=]/.test(second) && !isRight(second));
}

function isRight(text: string): boolean {
  let faults = 0;
  return (
    parseTerm(text, 0, () => {
      faults += 1;
    }) !== null && faults === 0
  );
}

function mendPiece(piece: string): string | null {
  const [, qualifiers = '', rest = ''] = /^([+\-~?]*)(.*)$/s.exec(piece) ?? [];
  const qualifier = qualifiers.slice(-1);
  // `include:mail.example.-all`: the blank before the end of the record is lost
  const [, before, end] = /^(.+?)\.?([+\-~?]all)$/is.exec(rest) ?? [];
  if (before !== undefined && end !== undefined) {
    const whole = `${qualifier}${before}`;
    const right = isRight(whole) ? whole : mendPiece(whole);
    return right === null ? null : `${right} ${end}`;
  }
  for (const mended of mendings(rest.replace(/[.,;]+$/, ''))) {
    const terms = mended.split(' ').map((term) => `${qualifier}${term}`);
    if (terms.length <= MAX_MENDED && terms.every(isRight)) return terms.join(' ');
  }
  return null;
}

/** What the rest of a term may have meant, the likeliest first; not all of it is right. */
function* mendings(text: string): Generator<string> {
  yield text;
  if (parseCidr(text) !== null) yield `${parseIp(text.split('/')[0] ?? '')?.family === 6 ? 'ip6' : 'ip4'}:${text}`;
  const [, written = '', value = ''] = /^([A-Za-z0-9-]+)[:=]?(.*)$/s.exec(text) ?? [];
  const lower = written.toLowerCase();
  const name = otherNames[lower] ?? lower;
  const family =
    /^ip[46]$/.test(name) || name === 'a' || name === 'mx' || name === 'include' ? addressTerms(value) : null;
  if (family !== null) yield family;
  if (lower === 'all' && !/[:=/]/.test(value)) yield 'all';
  if (lower === 'redirect' || lower === 'exp') yield `${lower}=${bareName(value)}`;
  if ((name === 'a' || name === 'mx' || name === 'ptr') && value.replaceAll(':', '') === '') yield name;
  if (name === 'ptr' && value.startsWith('/')) yield name;
  // `a/24/64`: the length for IPv6 follows two slashes
  if (name === 'a' || name === 'mx') yield `${name}${text.slice(written.length).replace(/\/(\d+)\/(\d+)$/, '/$1//$2')}`;
  yield `${name}:${value}`;
  // of an address, what stands after a slash matters
  if (!/^ip[46]$/.test(name)) yield `${name}:${bareName(value)}`;
}

/** A name without the scheme, path, port, user or prefix length that people leave at it. */
function bareName(value: string): string {
  return (
    value
      .replace(/^[a-z]+:\/\//i, '')
      .replace(/^[^@]*@/, '')
      .replace(/\/.*$/s, '')
      // nothing but a port: `include:a.exampleinclude:b.example` would lose its second sender
      .replace(/:\d+$/, '')
  );
}

/** Names of other letters in their A-labels; beside a macro it cannot be told where a name begins. */
function inAscii(text: string): string {
  if (text.includes('%')) return text;
  return text.replace(/[^\s:=/@,;]*[^\0-\x7f][^\s:=/@,;]*/g, (name) => asciiName(name) ?? name);
}

/** Addresses in the ways in which people write them: with a port, a netmask, a star, from and to. */
function addressTerms(value: string): string | null {
  const bare = value.replace(/^[:[]+|[\]]+$/g, '');
  const plain = parseCidr(bare.replace(/\/+0*(?=\d)/, '/'));
  if (plain !== null) return `ip${plain.family}:${formatCidr(plain)}`;
  const [first = '', second] = bare.split(/\/|:(?=\d+$)|-/);
  const ip = parseIpv4(first);
  const other = second === undefined ? null : parseIpv4(second);
  if (ip !== null && other !== null) {
    if (bare.includes('-')) {
      if (other.value < ip.value) return null;
      const cidrs = IpSet.of([{ family: 4, first: ip.value, last: other.value }]).cidrs();
      return cidrs.map((cidr) => `ip4:${formatCidr(cidr)}`).join(' ');
    }
    const prefix = (other.value.toString(2).match(/^1*(?=0*$)/)?.[0] ?? '').length;
    // a netmask is ones and then zeros
    if (other.value === ((1n << BigInt(prefix)) - 1n) << BigInt(32 - prefix))
      return `ip4:${formatCidr(cidrOf(ip, prefix))}`;
    return null;
  }
  if (ip !== null && /:\d+$/.test(bare)) return `ip4:${formatCidr(cidrOf(ip))}`;
  const star = /^((?:\d{1,3}\.){1,3})\*$/.exec(bare)?.[1];
  if (star === undefined) return null;
  const known = star.split('.').length - 1;
  const network = parseIpv4(star + new Array(4 - known).fill('0').join('.'));
  return network && `ip4:${formatCidr(cidrOf(network, known * 8))}`;
}
