import { isMailAddress } from '../dmarc/report-uri.ts';
import type { Span } from '../span.ts';
import { findTag, parseTagList, type TagList } from '../tag-list/index.ts';

/** One place where reports go. */
export interface TlsRptTarget {
  /** As it is written. */
  readonly uri: string;
  readonly span: Span;
  /** Lower case; null where none is written. */
  readonly scheme: string | null;
  /** Of a `mailto:`, decoded; null where it holds no address. */
  readonly address: string | null;
  /** Of an `https:` URL; null where it holds no host. */
  readonly host: string | null;
}

/** The TXT record at `_smtp._tls`: where senders report how TLS went. */
export interface TlsRptRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether senders take it for a TLS-RPT record at all. */
  readonly recognised: boolean;
  readonly rua: readonly TlsRptTarget[];
}

/** Most destinations that are looked at; one or two are usual. */
const MAX_TARGETS = 32;

/**
 * Reads the record (RFC 8460 section 3). Never throws: {@link lintTlsRpt} says what is wrong. Names are read as they are
 * written, as the grammar's `%s` asks; of a repeated tag the first counts.
 *
 * @param text the record, its character-strings joined
 */
export function parseTlsRpt(text: string): TlsRptRecord {
  const list = parseTagList(text, { space: 'plain', spaceAroundEquals: false });
  const rua = findTag(list, 'rua');
  return {
    text,
    list,
    recognised: isTlsRptRecord(text),
    rua: rua === undefined ? [] : readTargets(rua.value, rua.valueSpan[0]),
  };
}

/** Whether senders count a TXT record at `_smtp._tls` as one: others are discarded (RFC 8460 section 3). */
export function isTlsRptRecord(text: string): boolean {
  return /^v=TLSRPTv1[ \t]*;/.test(text);
}

function readTargets(value: string, start: number): TlsRptTarget[] {
  const targets: TlsRptTarget[] = [];
  let at = start;
  for (const piece of value.split(',').slice(0, MAX_TARGETS)) {
    const uri = piece.trim();
    const from = at + piece.length - piece.trimStart().length;
    if (uri !== '') targets.push(readTarget(uri, [from, from + uri.length]));
    at += piece.length + 1;
  }
  return targets;
}

function readTarget(uri: string, span: Span): TlsRptTarget {
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(uri)?.[1]?.toLowerCase() ?? null;
  const rest = scheme === null ? '' : uri.slice(scheme.length + 1);
  const host = scheme === 'https' ? (/^\/\/([a-z0-9.-]+)(?:[:/?]|$)/i.exec(rest)?.[1]?.toLowerCase() ?? null) : null;
  return { uri, span, scheme, address: scheme === 'mailto' ? addressIn(rest) : null, host };
}

function addressIn(rest: string): string | null {
  const written = rest.split('?', 1)[0] ?? '';
  try {
    const address = decodeURIComponent(written);
    return isMailAddress(address) ? address : null;
  } catch {
    return null;
  }
}
