import { isUnspaced, isWord } from './character.ts';
import { valueKind } from './field.ts';
import { isProtected } from './vocabulary.ts';

/** An address in a run: offsets into the text that the run stands in. */
export interface AddressAt {
  readonly start: number;
  readonly end: number;
  readonly local: string;
  readonly domain: string;
}

/** RFC 5321 allows 64; forwarders and list servers write an address or two into one. */
const MAX_LOCAL = 512;

/** What may stand in a domain of any script, beside dots. */
function isDomainSign(code: number): boolean {
  return isWord(code) || code === 0x2d || code === 0x5f || code === 0x2e;
}

/**
 * The addresses of a run of characters, from left to right, each character looked at once.
 *
 * @param text the text, of which [start, end) is a run that holds an `@`
 */
export function addressesInRun(text: string, start: number, end: number): AddressAt[] {
  const found: AddressAt[] = [];
  let from = start;
  let at = text.indexOf('@', start);
  while (at >= 0 && at < end) {
    let domainEnd = domainEndAt(text, at + 1, end);
    // `a@b@c`: the last one is the domain's, all before it the local part
    while (text.charCodeAt(domainEnd) === 0x40 && domainEnd < end) {
      const next = domainEndAt(text, domainEnd + 1, end);
      if (next === domainEnd + 1 && domainEnd > at + 1) break;
      at = domainEnd;
      domainEnd = next;
    }
    const localStart = startOfLocal(text, from, at);
    let last = domainEnd;
    while (last > at + 1 && /[.\-_]/.test(text[last - 1] ?? '')) last--;
    found.push({ start: localStart, end: last, local: text.slice(localStart, at), domain: text.slice(at + 1, last) });
    from = domainEnd;
    at = text.indexOf('@', domainEnd);
  }
  return found;
}

function domainEndAt(text: string, at: number, end: number): number {
  let last = at;
  while (last < end && isDomainSign(text.charCodeAt(last))) {
    // `example.netは`: a script without spaces goes on behind the name
    if (last > at && isUnspaced(text.charCodeAt(last)) && isAsciiWord(text.charCodeAt(last - 1))) break;
    last++;
  }
  return last;
}

function isAsciiWord(code: number): boolean {
  return code < 128 && isWord(code);
}

/** Where the local part begins, as something that is no part of it may stand before it: a key, a path, a quote. */
function startOfLocal(text: string, from: number, at: number): number {
  let start = Math.max(from, at - MAX_LOCAL);
  const run = text.slice(start, at);
  // /C=US/ADMD=X/S=Roe/G=Jane/@gateway: an address of X.400
  if (!/\/[A-Za-z]{1,5}=/.test(run)) {
    const slash = run.lastIndexOf('/');
    if (slash >= 0) start += slash + 1;
  }
  const query = text.slice(start, at);
  // the last of several parameters: `?a=1&e=jane@…`
  const parameter = Math.max(query.lastIndexOf('&'), query.lastIndexOf('?'));
  if (parameter >= 0 && query.indexOf('=', parameter) > 0) start += parameter + 1;
  start = behindKey(text, start, at);
  while (start < at && /['*~!#$^?&=.]/.test(text[start] ?? '')) start++;
  return start;
}

/**
 * `to=jane@…` begins with a key, `bounces+jane=example.net@…`, `SRS0=…` and `prvs=…` do not.
 */
function behindKey(text: string, start: number, at: number): number {
  const length = text.slice(start, at).indexOf('=');
  if (length < 0) return start;
  const equals = start + length;
  const key = text
    .slice(start, equals)
    .toLowerCase()
    .replace(/^[?#!]/, '');
  if (key === '') return behindKey(text, equals + 1, at);
  if (/^(?:srs[01]|prvs|msprvs1|btv1|batv)$/.test(key)) return start;
  if (valueKind(key) !== undefined || /^(?:[a-z]|(?:smtp|header|policy)\.[a-z]{1,12}|x?orcpt|for|by|d|i|rs)$/.test(key))
    return equals + 1;
  // a word before something that is no domain: `customer=jane@…`; a local part before one: `max=example.net@…`
  const isWordOnly = /^[a-z_-]{1,24}$/.test(key) && isProtected(key.replace(/^[_-]|[_-]$/g, ''));
  return isWordOnly && !text.slice(equals, at).includes('.') ? equals + 1 : start;
}

/**
 * The addresses that forwarders and list servers wrote into a local part: `bounces+jane=example.net`,
 * `SRS0=hash=tt=example.net=jane`, `prvs=tag=jane`, `jane%example.net`, `example.org!jane`.
 */
export function addressesInLocal(local: string): { readonly local: string; readonly domain: string | null }[] {
  if (!/[=%!+#]/.test(local)) return [];
  const found: { local: string; domain: string | null }[] = [];
  const parts = local.split(/[=%!]/).slice(0, 12);
  for (const [i, part] of parts.entries()) {
    if (/^[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,24}$/.test(part)) {
      const isForwarder = /^srs[01]/i.test(local) || local.includes('!');
      const owner = isForwarder ? parts[i + 1] : parts[i - 1];
      if (owner === undefined) continue;
      // `bounces+jane`, `bounces-4711-jane`: the prefix is not part of it
      const plus = owner.lastIndexOf('+');
      const dash = owner.lastIndexOf('-');
      found.push({ local: owner.slice(plus >= 0 ? plus + 1 : dash + 1), domain: part });
      if (plus < 0 && dash > 0) found.push({ local: owner.slice(owner.indexOf('-') + 1), domain: part });
    }
  }
  if (/^(?:ms)?prvs|^btv1/i.test(local)) found.push({ local: parts.at(-1) ?? '', domain: null });
  return found.filter((address) => address.local !== '');
}
