import type { HopTls } from './envelope.ts';

/** Keywords of RFC 3848 and RFC 6531 section 4.3 that say STARTTLS, and those that say none; others tell nothing. */
const encrypted = /^(?:UTF8)?(?:E?SMTP|LMTP)S(?:A)?$/;
const plain = /^(?:UTF8)?(?:E?SMTP|LMTP)A?$/;
/** What writes `ESMTP` for an encrypted session as well, and says in a comment which it was. */
const version = /\b(?:TLS|SSL)[ _]?v?[ _]?([123])(?:[._]?([0-3]))?(?![\d.])/i;

/**
 * Each way in which servers write version and cipher, with what writes it:
 * `(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))` Postfix, Stalwart, MDaemon;
 * `(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256)` Gmail, sendmail, Exchange, Proofpoint, Yahoo;
 * `(TLS1.3) tls TLS_AES_256_GCM_SHA384` and `(TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256)` Exim, OpenSMTPD;
 * `(ECDHE-RSA-AES256-GCM-SHA384 encrypted)` qmail; `(cipher: TLS_AES_128_GCM_SHA256)` others.
 */
const ways: readonly RegExp[] = [
  /\busing ((?:TLS|SSL)[\w.]{0,8}) with cipher ([\w:-]{3,60})/i,
  /\bversion[=:] ?((?:TLS|SSL)[\w.]{0,8})[,;]? {0,2}cipher[=:] ?([\w:-]{3,60})/i,
  /\(((?:TLS|SSL)[\w.]{0,8}):([\w-]{3,60})/i,
  /\(((?:TLS|SSL)[\w.]{1,8})\) {1,2}tls ([\w-]{3,60})/i,
  /\(()([A-Z0-9_-]{8,60}) encrypted\)/,
  /\b((?:TLS|SSL)v?[\d._]{1,4}),? {0,2}(?:cipher[=:]? ?)?((?:TLS_|ECDHE?-|DHE?-|AES|AEAD-|ADH-|RC4-|DES-|CAMELLIA)[\w-]{2,60})/i,
  /()\bcipher[=:] ?([\w:-]{3,60})/i,
  /\bversion[=:] ?((?:TLS|SSL)[\w.]{0,8})()/i,
  /\b(?:via|with|over|using) ((?:TLS|SSL)[\w.]{1,8})()(?![\w.])/i,
];

/**
 * Reads how a hop was encrypted.
 *
 * @param text a Received field on one line
 * @param protocol its `with`, in capitals
 */
export function tlsOf(text: string, protocol: string | null): HopTls {
  let found: RegExpExecArray | null = null;
  for (const way of ways) {
    found = way.exec(text);
    if (found !== null) break;
  }
  const cipher = cleanCipher(found?.[2] ?? '');
  const number = versionOf(found?.[1] ?? '');
  const isTold = number !== null || cipher !== null || /\bSTARTTLS\b/i.test(text);
  const word = protocol ?? '';
  return {
    encrypted: isTold || encrypted.test(word) ? true : plain.test(word) ? false : null,
    version: number,
    cipher,
    clientCertificate: certificateOf(text),
  };
}

function versionOf(text: string): string | null {
  const found = version.exec(text);
  if (found === null) return null;
  const [all, major = '', minor] = found;
  if (/^ssl/i.test(all)) return `ssl${major}`;
  // `TLS1`, `TLSv1`
  return `${major}.${minor ?? '0'}`;
}

/** `NONE` and `(NONE)` are no ciphers. */
function cleanCipher(text: string): string | null {
  const bare = text.replace(/:.*$/, '');
  return bare === '' || /^none$/i.test(bare) ? null : bare;
}

function certificateOf(text: string): HopTls['clientCertificate'] {
  if (/\bNo client certificate (?:requested|present)/i.test(text) || /\bverify=(?:NO|NOT|NONE)\b/i.test(text))
    return 'none';
  if (/\(verified OK\)|\bverify=(?:OK|YES)\b/i.test(text)) return 'verified';
  return /\(not verified\)|\bverify=FAIL\b|\(unverified\)/i.test(text) ? 'not-verified' : null;
}
