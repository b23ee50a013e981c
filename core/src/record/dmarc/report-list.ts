import { canReport, isMailAddress, type ReportUri } from './report-uri.ts';

/** Destinations as they are written anew. */
export interface ReportList {
  readonly value: string;
  /** Why destinations are written otherwise or left out, as sentences. */
  readonly why: readonly string[];
}

/** Writes destinations so that receivers of both generations send to them: what no report can reach is left out. */
export function writeReportList(uris: readonly ReportUri[], added: readonly string[]): ReportList {
  const why: string[] = [];
  const written = new Map<string, string>();
  for (const one of uris) {
    const uri = writeUri(one, why);
    if (uri === null) continue;
    if (written.has(uri.toLowerCase())) why.push(`${uri} was named twice.`);
    else written.set(uri.toLowerCase(), uri);
  }
  for (const uri of added) if (!written.has(uri.toLowerCase())) written.set(uri.toLowerCase(), uri);
  return { value: [...written.values()].join(','), why };
}

function writeUri(one: ReportUri, why: string[]): string | null {
  const { uri, scheme, address, size } = one;
  const mailbox = address ?? (scheme === null && isMailAddress(uri) ? uri : null);
  const made = mailbox === null ? null : mailtoUri(mailbox);
  if (made === null) {
    why.push(`No report can reach ${uri}.`);
    return null;
  }
  if (scheme === null) why.push(`${uri} needs mailto: before it.`);
  if (size !== null) why.push(`RFC 9989 took the size ${size} out.`);
  // what receivers read as it stands is not written otherwise
  if (canReport(one) && /^[\x21-\x7e]+$/.test(uri)) return uri;
  if (scheme !== null) why.push(`${uri} is written so that all receivers can read it.`);
  return made;
}

/**
 * The URI of a mailbox, with what RFC 9989 section 4.8 wants encoded and the domain in A-labels; null for what is no
 * mailbox.
 */
export function mailtoUri(mailbox: string): string | null {
  if (!isMailAddress(mailbox)) return null;
  const at = mailbox.lastIndexOf('@');
  const host = asciiHost(mailbox.slice(at + 1));
  // RFC 6068 section 2: what has a meaning in a URI is encoded in the local part
  const local = encodeURIComponent(mailbox.slice(0, at)).replace(/%2B/g, '+').replace(/!/g, '%21');
  return host === null ? null : `mailto:${local}@${host}`;
}

function asciiHost(host: string): string | null {
  if (/^[\x21-\x7e]+$/.test(host)) return host;
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return null;
  }
}
