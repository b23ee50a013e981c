import type { HopTls } from './envelope.ts';

/** Keywords of RFC 3848 and RFC 6531 section 4.3 that say STARTTLS, and those that say none; others tell nothing. */
const encrypted = /^(?:UTF8)?(?:E?SMTP|LMTP)S(?:A)?$/;
const plain = /^(?:UTF8)?(?:E?SMTP|LMTP)A?$/;
/** What writes `ESMTP` for an encrypted session as well, and says in a comment which it was. */
const version = /\b(?:TLS|SSL)[ _]?v?[ _]?([123])(?:[._]?([0-3]))?(?![\d.])/i;

/**
 * How servers write the version, with what writes it: `(using TLSv1.3 with …)` Postfix, Stalwart, MDaemon; `(version=TLS1_3 …)` Gmail,
 * sendmail, Exchange, Proofpoint, Yahoo; `(TLS1.3) tls …` and `(TLSv1.2:…)` Exim, OpenSMTPD; `via TLSv1.2` others.
 */
const versions: readonly RegExp[] = [
  /\b(?:using|via|with|over) ((?:TLS|SSL)[\w.]{0,8})/i,
  /\bversion[=:] ?((?:TLS|SSL)[\w.]{0,8})/i,
  /\(((?:TLS|SSL)v?[\w.]{1,8})[):, ]/i,
  /\b(TLSv?[123][\d._]{0,3}) {0,2}(?:cipher|with)\b/i,
];

/** How they write the cipher; `(ECDHE-RSA-AES256-GCM-SHA384 encrypted)` is qmail's. */
const ciphers: readonly RegExp[] = [
  /\bcipher(?:[=:] ?| )([A-Z][\w-]{3,60})/i,
  /\((?:TLS|SSL)[\w.]{1,8}:([\w-]{4,60})/i,
  /\btls ([A-Z][A-Z0-9]{1,9}[_-][\w-]{2,60})/i,
  /\(([A-Z0-9][A-Z0-9_-]{7,60}) encrypted\)/,
  // `with ESMTP/TLS/DHE-RSA-AES256-SHA`
  /\/TLS\/([A-Z][\w-]{3,60})/,
];

/**
 * Reads how a hop was encrypted.
 *
 * @param text a Received field on one line
 * @param protocol its `with`, in capitals
 */
export function tlsOf(text: string, protocol: string | null): HopTls {
  const cipher = cleanCipher(firstOf(ciphers, text));
  const number = versionOf(firstOf(versions, text));
  const isTold = number !== null || cipher !== null || /\bSTARTTLS\b|\bTLS secured channel\b/i.test(text);
  const word = protocol ?? '';
  return {
    encrypted: isTold || encrypted.test(word) ? true : plain.test(word) ? false : null,
    version: number,
    cipher,
    clientCertificate: certificateOf(text),
  };
}

function firstOf(patterns: readonly RegExp[], text: string): string {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return '';
}

function versionOf(text: string): string | null {
  const found = version.exec(text);
  if (found === null) return null;
  const [all, major = '', minor] = found;
  if (/^ssl/i.test(all)) return `ssl${major}`;
  // `TLS1`, `TLSv1`
  return `${major}.${minor ?? '0'}`;
}

/** `NONE` is no cipher. */
function cleanCipher(text: string): string | null {
  return text === '' || /^none$/i.test(text) ? null : text;
}

function certificateOf(text: string): HopTls['clientCertificate'] {
  if (/\bNo client certificate (?:requested|present)/i.test(text) || /\bverify=(?:NO|NOT|NONE)\b/i.test(text))
    return 'none';
  if (/\(verified OK\)|\bverify=(?:OK|YES)\b/i.test(text)) return 'verified';
  return /\(not verified\)|\bverify=FAIL\b|\(unverified\)/i.test(text) ? 'not-verified' : null;
}
