import type { RecordChange } from '../finding.ts';
import { findTag, parseTagList } from '../tag-list/index.ts';
import { readBase64, writeBase64 } from './base64.ts';
import { parseDkimKey } from './parse-dkim-key.ts';
import { readPublicKey, unwrapEd25519, wrapRsa } from './public-key.ts';

/** A DKIM key record that is ready to be published, or why there is none. */
export interface WrittenDkimKey {
  /** Null where the key cannot be published. */
  readonly text: string | null;
  /** The same in the character-strings of 255 octets that a TXT record has. */
  readonly strings: readonly string[];
  readonly changes: readonly RecordChange[];
  /** What is wrong with the key, as a sentence; null where nothing is. */
  readonly problem: string | null;
}

/**
 * Writes the record of a public key (RFC 6376 section 3.6.1, RFC 8463 section 4). Tags of the published record stay,
 * save those that no signature could pass with.
 *
 * @param publicKey a PEM file, or base64 of what stands in one, or of the 32 octets of an Ed25519 key
 * @param existing the record that is published under the selector; null where there is none
 */
export function writeDkimKey({
  publicKey,
  existing = null,
}: {
  readonly publicKey: string;
  readonly existing?: string | null | undefined;
}): WrittenDkimKey {
  const made = keyData(publicKey);
  if (typeof made === 'string') return { text: null, strings: [], changes: [], problem: made };
  const { tags, changes } = combine(withoutZoneMarks(existing ?? ''), made);
  const text = tags.join('; ');
  return { text, strings: text.match(/.{1,255}/gs) ?? [], changes, problem: null };
}

interface KeyData {
  readonly keyType: 'rsa' | 'ed25519';
  readonly p: string;
}

/** Shortest RSA key that verifiers take (RFC 8301 section 3.2). */
const MIN_BITS = 1024;

/** Longest text that is taken for a key: a PEM file of 16384 bits has some 2900 characters. */
const MAX_KEY_TEXT = 20_000;

function keyData(text: string): KeyData | string {
  if (text.length > MAX_KEY_TEXT)
    return `The key has ${text.length} characters, and no key has more than ${MAX_KEY_TEXT}: give the file of the public key alone.`;
  if (/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(text)) return secret;
  const body = /-----BEGIN [^-]+-----([^-]*)-----END/.exec(text)?.[1] ?? text;
  const base64 = readBase64(body);
  const [strange] = base64.strange;
  if (strange !== undefined)
    return `${JSON.stringify(body.slice(...strange).slice(0, 20))} is no part of base64: give a PEM file of the public key, or what stands between its first and last line.`;
  const key = readPublicKey(base64.bytes);
  switch (key.kind) {
    case 'rsa':
      if (key.bits < MIN_BITS)
        return `The RSA key has ${key.bits} bits, and verifiers take none below ${MIN_BITS}: make one of 2048 bits.`;
      if (key.trailing > 0) return `${key.trailing} octets stand after the end of the key: copy it anew.`;
      return { keyType: 'rsa', p: writeBase64(key.form === 'bare' ? wrapRsa(base64.bytes) : base64.bytes) };
    case 'ed25519':
      return { keyType: 'ed25519', p: writeBase64(key.form === 'spki' ? unwrapEd25519(base64.bytes) : base64.bytes) };
    case 'private-key':
      return secret;
    case 'truncated':
      return `The key is cut: it says that it has ${key.needs} octets, and ${key.has} are there. Copy it anew.`;
    case 'certificate':
      return 'This is a certificate: give the public key alone.';
    case 'other-algorithm':
      return 'The key is of an algorithm that DKIM does not have: make an RSA key of 2048 bits, or an Ed25519 key.';
    case 'unreadable':
      return 'This is no public key that can be read: give a PEM file that begins with BEGIN PUBLIC KEY.';
  }
}

const secret = 'This is a private key: keep it, and give the public key that belongs to it.';

/** Quotation marks and backslashes of a zone file, which were published as if they were of the record. */
function withoutZoneMarks(text: string): string {
  return text.replace(/["\u201c\u201d]/g, '').replace(/\\(?=;|$)/g, '');
}

/** The tags of the new record: those of the key, and of the published record what allows signatures. */
function combine(existing: string, { keyType, p }: KeyData): { tags: string[]; changes: RecordChange[] } {
  const before = parseDkimKey(existing);
  const wanted = new Map([
    ['v', 'DKIM1'],
    ['k', keyType],
  ]);
  const changes: RecordChange[] = [];
  const tags: string[] = [];
  const put = (name: string, value: string, why: string): void => {
    const from = findTag(before.list, name);
    const to = `${name}=${value}`;
    tags.push(to);
    if (from === undefined) changes.push({ kind: 'added', from: null, to, why });
    else if (from.value.replace(/\s+/g, '') === value)
      changes.push({ kind: 'kept', from: existing.slice(...from.span), to, why: null });
    else changes.push({ kind: 'changed', from: existing.slice(...from.span), to, why });
  };
  put('v', wanted.get('v') ?? '', 'It says that this is a DKIM key.');
  put('k', keyType, `The key is an ${keyType === 'rsa' ? 'RSA' : 'Ed25519'} key.`);
  for (const tag of before.list.tags) {
    const from = existing.slice(...tag.span);
    if (wanted.has(tag.name) || tag.name === 'p') {
      if (tag.repeated) changes.push({ kind: 'removed', from, to: null, why: `${tag.name} may stand only once.` });
      continue;
    }
    const why = tag.repeated ? `${tag.name} may stand only once.` : spoils(tag.name, tag.value);
    if (why !== null) changes.push({ kind: 'removed', from, to: null, why });
    else {
      tags.push(`${tag.name}=${tag.value}`);
      changes.push({ kind: 'kept', from, to: `${tag.name}=${tag.value}`, why: null });
    }
  }
  put(
    'p',
    p,
    before.base64 === null
      ? 'It is the public key.'
      : 'The new key takes the place of the old one: mail that was signed with the old one and is still on its way fails. A new selector avoids that.',
  );
  return { tags, changes };
}

function spoils(name: string, value: string): string | null {
  const words = value
    .toLowerCase()
    .split(':')
    .map((word) => word.trim());
  if (!/^[a-z][a-z0-9_]*$/i.test(name) || parseTagList(`${name}=${value}`).faults.length > 0 || value.endsWith('\\'))
    return `${name}=${value} is no tag that verifiers can read.`;
  if (/^[VHKNPST]$/.test(name)) return `Tag names must be in small letters: verifiers do not see ${name}.`;
  if (name === 'h' && words.some((word) => word !== 'sha256')) return 'Only sha256 may be used, which needs no h.';
  if (name === 's' && !words.includes('email') && !words.includes('*')) return `s=${value} does not allow mail.`;
  if (name === 'g') return 'Verifiers do not know g any more.';
  return name === 't' && words.includes('y')
    ? 'A test would have verifiers treat signed mail like unsigned mail.'
    : null;
}
