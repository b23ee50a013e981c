import { Buffer } from 'node:buffer';
import { type Canonicalization, canonicalField, withoutSignature } from '../canonical.ts';
import type { Field } from '../split-message.ts';

/** A `DKIM-Signature` or `ARC-Message-Signature` as it is written (RFC 6376 section 3.5, RFC 8617 section 4.1.2). */
export interface Signature {
  readonly field: Field;
  /** `rsa-sha256`, in lower case. */
  readonly algorithm: string;
  readonly domain: string;
  readonly selector: string;
  /** As the tag is written; null where there is none. */
  readonly identity: string | null;
  /** Null where a canonicalization is none that exists. */
  readonly canonicalization: { readonly header: Canonicalization; readonly body: Canonicalization } | null;
  /** Names of `h=` in lower case, in their order. */
  readonly signedHeaders: readonly string[];
  /** Bytes of the canonical body that are signed (`l=`); null for all. */
  readonly bodyLength: number | null;
  readonly signedAt: Date | null;
  readonly expiresAt: Date | null;
  /** `bh=` in base64. */
  readonly bodyHash: string;
  /** `b=`, decoded. */
  readonly signature: Buffer;
}

/** The tags of a tag-list: name to value, names as written, the last of one name (RFC 6376 section 3.2). */
export function readTags(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0) tags.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return tags;
}

/** Reads the tags that say how a field was signed; what is missing is empty, what is malformed null. */
export function readSignature(field: Field): Signature {
  const tags = readTags(field.line.slice(field.line.indexOf(':') + 1).replaceAll('\r\n', ''));
  const bare = (name: string) => (tags.get(name) ?? '').replace(/[ \t]+/g, '');
  return {
    field,
    algorithm: bare('a').toLowerCase(),
    domain: bare('d').toLowerCase(),
    selector: bare('s'),
    identity: field.name === 'dkim-signature' ? (tags.get('i') ?? null) : null,
    canonicalization: canonicalizationOf(bare('c')),
    signedHeaders: bare('h')
      .split(':')
      .filter((name) => name !== '')
      .map((name) => name.toLowerCase()),
    bodyLength: numberOf(bare('l')),
    signedAt: dateOf(bare('t')),
    expiresAt: dateOf(bare('x')),
    bodyHash: bare('bh'),
    signature: Buffer.from(bare('b'), 'base64'),
  };
}

/**
 * What a signature signs of the header: of each name in `h=` the lowest field that was not yet taken, and last the
 * signature's own field without its value (RFC 6376 sections 3.7 and 5.4.2).
 *
 * @param fields all of the message, in their order
 * @param canonicalization another than the signature's own, to try what would have been signed with it
 */
export function signedInput(
  signature: Signature,
  fields: readonly Field[],
  canonicalization?: Canonicalization,
): Buffer {
  const way = canonicalization ?? signature.canonicalization?.header ?? 'simple';
  const waiting = new Map<string, string[]>();
  for (const { name, line } of fields) {
    const lines = waiting.get(name);
    if (lines === undefined) waiting.set(name, [line]);
    else lines.push(line);
  }
  const parts: string[] = [];
  for (const name of signature.signedHeaders) {
    const line = waiting.get(name)?.pop();
    if (line !== undefined) parts.push(`${canonicalField(line, way)}\r\n`);
  }
  parts.push(canonicalField(withoutSignature(signature.field.line), way));
  return Buffer.from(parts.join(''), 'latin1');
}

/** Names that `h=` lists once more than the message has such fields: none can be added without breaking it. */
export function oversignedNames({ signedHeaders }: Signature, fields: readonly Field[]): string[] {
  const spare = new Map<string, number>();
  for (const name of signedHeaders) spare.set(name, (spare.get(name) ?? 0) + 1);
  for (const { name } of fields) {
    const count = spare.get(name);
    if (count !== undefined) spare.set(name, count - 1);
  }
  return [...spare].filter(([, count]) => count > 0).map(([name]) => name);
}

/** `c=` with its defaults: `simple/simple`, and `simple` for the body where it names one alone (section 3.5). */
function canonicalizationOf(text: string): Signature['canonicalization'] {
  const [header = '', body = 'simple'] = text.toLowerCase().split('/');
  const isKnown = (word: string): word is Canonicalization => word === 'simple' || word === 'relaxed';
  const headerWord = header === '' ? 'simple' : header;
  return isKnown(headerWord) && isKnown(body) ? { header: headerWord, body } : null;
}

function numberOf(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Seconds since 1970, of which twelve digits are allowed; JavaScript ends at the year 275760. */
function dateOf(text: string): Date | null {
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return seconds <= 8.64e12 ? new Date(seconds * 1000) : null;
}
