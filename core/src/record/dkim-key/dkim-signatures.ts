import type { Span } from '../span.ts';
import { findTag, parseTagList, type TagList } from '../tag-list/index.ts';

/** One `DKIM-Signature` field, as it is written: what it says is a claim until the signature is verified. */
export interface DkimSignature {
  /** `s`; null where it is absent. */
  readonly selector: string | null;
  /** `d`, lower case; null where it is absent. */
  readonly domain: string | null;
  /** `a`, lower case: `rsa-sha256`; null where it is absent. */
  readonly algorithm: string | null;
  /** `c`: `simple` for both where it is absent. */
  readonly canonicalization: { readonly header: string; readonly body: string };
  /** `h`: the signed fields, lower case, in their order, repeated ones too. */
  readonly signedHeaders: readonly string[];
  /** `l`: octets of the body that are signed; null where all are. */
  readonly bodyLength: number | null;
  /** `t`: seconds since 1970; null where it is absent or cannot be read. */
  readonly signedAt: number | null;
  /** `x`: seconds since 1970; null as `signedAt`. */
  readonly expires: number | null;
  /** `i`; null where it is absent. */
  readonly identity: string | null;
  /** The whole field with its name: offsets into the header text. */
  readonly span: Span;
  readonly selectorSpan: Span | null;
  readonly domainSpan: Span | null;
  /** The field's value as tags; their places count from `valueStart`. */
  readonly tags: TagList;
  readonly valueStart: number;
}

/** Most signatures that are read: a message has one to four, and a hostile one as many as fit. */
const MAX_SIGNATURES = 50;

/** Longest field that is read, in characters: Postfix takes no header line beyond that by far. */
const MAX_FIELD = 20_000;

/**
 * Reads the `DKIM-Signature` fields of raw header text (RFC 6376 section 3.5), in their order: the uppermost is the
 * latest. Works on whole messages and on bounces that hold one, too: a field counts wherever it begins a line.
 */
export function dkimSignatures(headerText: string): DkimSignature[] {
  const signatures: DkimSignature[] = [];
  for (const match of headerText.matchAll(/^DKIM-Signature[ \t]*:/gim)) {
    if (signatures.length === MAX_SIGNATURES) break;
    const valueStart = match.index + match[0].length;
    signatures.push(readSignature(headerText, match.index, valueStart, fieldEnd(headerText, valueStart)));
  }
  return signatures;
}

/** Where a folded field ends: before the first line that does not begin with white space. */
function fieldEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_FIELD);
  let at = from;
  for (;;) {
    const line = text.indexOf('\n', at);
    if (line < 0 || line >= limit) return limit;
    const next = text[line + 1];
    // a line of white space alone ends the header for most readers
    if ((next !== ' ' && next !== '\t') || /^[ \t]*\r?(?:\n|$)/.test(text.slice(line + 1, line + 80)))
      return text[line - 1] === '\r' ? line - 1 : line;
    at = line + 1;
  }
}

function readSignature(text: string, start: number, valueStart: number, end: number): DkimSignature {
  const tags = parseTagList(text.slice(valueStart, end));
  const tag = (name: string): string | null => {
    const value = findTag(tags, name)?.value;
    // folding white space may stand inside of any of these values
    return value === undefined || value === '' ? null : value.replace(/\s+/g, '');
  };
  const place = (name: string): Span | null => {
    const span = findTag(tags, name)?.valueSpan;
    return span === undefined ? null : [span[0] + valueStart, span[1] + valueStart];
  };
  const [header = 'simple', body = 'simple'] = (tag('c') ?? '')
    .toLowerCase()
    .split('/')
    .filter((word) => word !== '');
  return {
    selector: tag('s'),
    domain: tag('d')?.toLowerCase() ?? null,
    algorithm: tag('a')?.toLowerCase() ?? null,
    canonicalization: { header, body },
    signedHeaders: (tag('h') ?? '')
      .toLowerCase()
      .split(':')
      .filter((word) => word !== ''),
    bodyLength: number(tag('l')),
    signedAt: number(tag('t')),
    expires: number(tag('x')),
    identity: tag('i'),
    span: [start, end],
    selectorSpan: place('s'),
    domainSpan: place('d'),
    tags,
    valueStart,
  };
}

/** Largest number of digits that stay exact; RFC 6376 section 3.5 allows twelve for times. */
const MAX_DIGITS = 15;

function number(digits: string | null): number | null {
  return digits !== null && digits.length <= MAX_DIGITS && /^\d+$/.test(digits) ? Number(digits) : null;
}
