import type { Headers } from '../message/headers.ts';
import type { Authentication } from '../reading.ts';

/** Characters of a field that are read. Real ones have some hundred; DKIM of many signers some thousand. */
const MAX_FIELD = 4_096;
/** Fields of one server that are read: a filter for each method adds one. */
const MAX_FIELDS = 8;
/** Results of one field that are read: a message with more signatures is an attack on whoever reads it. */
const MAX_RESULTS = 64;
/** Characters that are kept as quote: a header line of RFC 5322 section 2.1.1. */
const MAX_QUOTE = 998;

/** Result words of RFC 8601 section 2.7, and what others write for one of them. */
const resultWords: ReadonlyMap<string, string> = new Map([
  ...['none', 'pass', 'fail', 'softfail', 'neutral', 'temperror', 'permerror', 'policy'].map((word) => [word, word]),
  // RFC 8601 appendix D.1 and the words before it
  ['hardfail', 'fail'],
  ['error', 'temperror'],
  ['unknown', 'permerror'],
  // Microsoft: there is no DMARC record, and with one it would have passed
  ['bestguesspass', 'none'],
] as [string, string][]);

type Method = 'spf' | 'dkim' | 'dmarc' | 'arc';
type Results = Record<Method, string | null>;

/** One field taken apart. */
interface Field {
  readonly server: string | null;
  readonly results: Results;
  /** Whether the client had signed in: the field tells of a message that was handed in, not of one that came in. */
  readonly isSubmission: boolean;
}

/**
 * What the server said of a message's authentication that looked at it last: the topmost
 * `Authentication-Results` (RFC 8601) with those of the same server below it, else the topmost
 * `ARC-Authentication-Results` (RFC 8617), and `Received-SPF` (RFC 7208 section 9.1) for what they leave out.
 *
 * @param headers of the message that bounced
 * @returns null where nobody looked, or only the server to which its own user handed the message in
 */
export function authenticationOf(headers: Headers): Authentication | null {
  if (headers.has('authentication-results'))
    return fromFields(headers.all('authentication-results'), receivedSpf(headers));
  if (headers.has('arc-authentication-results')) {
    const values = headers.all('arc-authentication-results').slice(0, 1);
    return fromFields(
      // i=2; mx.example.net; spf=pass …
      values.map((value) => value.replace(/^\s{0,8}i\s{0,8}=\s{0,8}\d{1,4}\s{0,8};/, '')),
      receivedSpf(headers),
    );
  }
  const spf = receivedSpf(headers);
  if (spf === null) return null;
  return { spf: spf.result, dkim: null, dmarc: null, arc: null, server: spf.server, quote: spf.quote };
}

/** The same of fields that stand elsewhere, such as in a feedback report (RFC 5965). */
export function authenticationIn(values: readonly string[]): Authentication | null {
  return fromFields(values, null);
}

interface ReceivedSpf {
  readonly result: string;
  readonly server: string | null;
  readonly quote: string;
}

function fromFields(values: readonly string[], spf: ReceivedSpf | null): Authentication | null {
  const first = values[0];
  if (first === undefined) return null;
  const top = readField(first);
  if (top.isSubmission) return null;
  const { results, server } = top;
  for (const value of values.slice(1, MAX_FIELDS)) {
    const next = readField(value);
    // What stands below another server's field is older and of another hop.
    if (server === null || next.server?.toLowerCase() !== server.toLowerCase()) break;
    if (next.isSubmission) return null;
    for (const method of methods) results[method] ??= next.results[method];
  }
  results.spf ??= spf?.result ?? null;
  if (methods.every((method) => results[method] === null)) return null;
  return { ...results, server, quote: quoteOf(first) };
}

const methods: readonly Method[] = ['spf', 'dkim', 'dmarc', 'arc'];
const methodspec = /^\s*([a-z][a-z0-9-]{0,30})\s*(?:\/\s*\d{1,4}\s*)?=\s*([a-z]{1,20})/i;
const serverId = /^\s*"?([\w.:-]{1,255})"?(?:\s|$)/;

function readField(value: string): Field {
  const results: Results = { spf: null, dkim: null, dmarc: null, arc: null };
  let server: string | null = null;
  let isSubmission = false;
  let spfIsOfHelo = false;
  for (const [place, segment] of segmentsOf(value.slice(0, MAX_FIELD)).entries()) {
    if (place === 0 && !methodspec.test(segment)) {
      server = serverId.exec(segment)?.[1] ?? null;
      continue;
    }
    // Yahoo of old: `from=example.com; domainkeys=neutral; from=example.com; dkim=pass`
    const found = methodspec.exec(segment);
    const method = found?.[1]?.toLowerCase();
    const result = resultWords.get(found?.[2]?.toLowerCase() ?? '');
    if (result === undefined) continue;
    if (method === 'auth' && result === 'pass') isSubmission = true;
    else if (method === 'spf') {
      const ofHelo = /\bsmtp\.helo\s*=/i.test(segment) && !/\bsmtp\.mail(?:from)?\s*=\s*[^\s;]/i.test(segment);
      if (results.spf === null || (spfIsOfHelo && !ofHelo)) {
        results.spf = result;
        spfIsOfHelo = ofHelo;
      }
    } else if (method === 'dkim') {
      // one signature that verifies is enough (RFC 6376 section 6.1)
      if (results.dkim === null || result === 'pass') results.dkim = result;
    } else if (method === 'dmarc' || method === 'arc') results[method] ??= result;
  }
  // Exchange Online notes `dkim=none; dmarc=none` on what its own users hand in, before it signs; nothing was checked.
  if (server === null && results.spf === null && results.dkim === 'none' && results.dmarc === 'none')
    isSubmission = true;
  return { server, results, isSubmission };
}

/** The parts between semicolons, comments taken out (RFC 5322 section 3.2.2); one pass. */
function segmentsOf(value: string): string[] {
  const segments: string[] = [];
  let segment = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < value.length && segments.length < MAX_RESULTS; i++) {
    const sign = value[i] as string;
    if (sign === '\\' && (isQuoted || depth > 0)) {
      i++;
    } else if (isQuoted) {
      if (sign === '"') isQuoted = false;
      segment += sign;
    } else if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    else if (depth > 0) continue;
    else if (sign === ';') {
      segments.push(segment);
      segment = '';
    } else {
      if (sign === '"') isQuoted = true;
      segment += sign;
    }
  }
  if (segments.length < MAX_RESULTS) segments.push(segment);
  return segments;
}

/** `Received-SPF: Pass (mx.example.net: domain of …) client-ip=203.0.113.7; receiver=mx.example.net;` */
function receivedSpf(headers: Headers): ReceivedSpf | null {
  if (!headers.has('received-spf')) return null;
  const value = (headers.get('received-spf') ?? '').slice(0, MAX_FIELD);
  const result = resultWords.get(/^\s*([a-z]{1,20})\b/i.exec(value)?.[1]?.toLowerCase() ?? '');
  if (result === undefined) return null;
  return { result, server: spfReceiver(value), quote: quoteOf(value) };
}

/** Who wrote a `Received-SPF` field, where it says so. */
export function spfReceiver(value: string): string | null {
  return (
    /\breceiver\s{0,4}=\s{0,4}"?([\w.-]{1,255})/i.exec(value)?.[1] ??
    /^\s{0,8}[a-z]{1,20}\s{0,8}\(([\w-]{1,63}(?:\.[\w-]{1,63}){1,8}):\s/i.exec(value)?.[1] ??
    null
  );
}

/** The field on one line, without control characters. */
function quoteOf(value: string): string {
  return (
    value
      .slice(0, MAX_FIELD)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0020\u007f-\u009f]+/g, ' ')
      .trim()
      .slice(0, MAX_QUOTE)
      .toWellFormed()
  );
}
