import type { Span } from '../span.ts';

/**
 * Most destinations that are looked at. Receivers need not send to more than two (RFC 7489 section 6.2), and each
 * foreign one costs queries.
 */
export const MAX_REPORT_URIS = 20;

/** One destination of reports. */
export interface ReportUri {
  /** As it is written, without white space around it and without the size. */
  readonly uri: string;
  /** With the size. */
  readonly span: Span;
  /** Lower case: `mailto`; null where none is written. */
  readonly scheme: string | null;
  /** Of a `mailto:`, decoded; null where it holds no address that can be read. */
  readonly address: string | null;
  /** The address's domain or the URL's host, lower case; null where there is none. */
  readonly host: string | null;
  /** `!10m`, which RFC 7489 section 6.2 had: the largest report that is wanted; null where there is none. */
  readonly size: string | null;
}

/** Reads the value of `rua` or `ruf`: URIs with commas between them. @param start where it stands in the record */
export function parseReportUris(value: string, start: number): ReportUri[] {
  const uris: ReportUri[] = [];
  let at = 0;
  for (const piece of value.split(',').slice(0, MAX_REPORT_URIS)) {
    const text = piece.trim();
    const from = start + at + (piece.length - piece.trimStart().length);
    if (text !== '') uris.push(readUri(text, [from, from + text.length]));
    at += piece.length + 1;
  }
  return uris;
}

/** Whether receivers can send a report there: a `mailto:` with one address and nothing that had to be encoded. */
export function canReport({ uri, address }: ReportUri): boolean {
  return address !== null && !/[\s!,]/.test(uri);
}

function readUri(text: string, span: Span): ReportUri {
  const size = /!\d+[kmgt]?$/i.exec(text)?.[0] ?? null;
  const uri = size === null ? text : text.slice(0, -size.length);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? null;
  const rest = scheme === null ? '' : uri.slice(scheme.length + 1);
  const address = scheme === 'mailto' ? mailAddress(rest.split('?', 1)[0] ?? '') : null;
  const host = address !== null ? address.slice(address.lastIndexOf('@') + 1) : webHost(scheme, rest);
  return { uri, span, scheme, address, host: host?.toLowerCase() ?? null, size };
}

function mailAddress(encoded: string): string | null {
  let plain: string;
  try {
    plain = decodeURIComponent(encoded);
  } catch {
    // a lone percent sign: it stands for itself, as receivers that do not decode take it
    plain = encoded;
  }
  return isMailAddress(plain) ? plain : null;
}

/** Whether a text has the shape of one mailbox whose domain can stand in the DNS. */
export function isMailAddress(text: string): boolean {
  return (
    /^[^\s@<>,;"]{1,64}@[a-z0-9\u0080-\uffff_](?:[a-z0-9\u0080-\uffff_.-]{0,251}[a-z0-9\u0080-\uffff])?$/i.test(text) &&
    !text.includes('..')
  );
}

function webHost(scheme: string | null, rest: string): string | null {
  return scheme === 'http' || scheme === 'https' ? (/^\/\/([^/:?#@\s]+)/.exec(rest)?.[1] ?? null) : null;
}
