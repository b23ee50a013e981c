import { findTag, parseTagList, type TagList } from '../tag-list/index.ts';
import { type Base64Reading, readBase64 } from './base64.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

/** A DKIM key record with what its tags say (RFC 6376 section 3.6.1). */
export interface DkimKey {
  readonly text: string;
  readonly list: TagList;
  /** `v`, which may be absent; null then. */
  readonly version: string | null;
  /** `k`, lower case; `rsa` where it is absent. */
  readonly keyType: string;
  /** `h`: hashes that signatures may use; null where it is absent and all may. */
  readonly hashes: readonly string[] | null;
  /** `s`: services; `*` where it is absent. */
  readonly services: readonly string[];
  /** `t`: `y` for testing, `s` for no subdomains in `i`. */
  readonly flags: readonly string[];
  readonly notes: string | null;
  /** `p=` without a value: the key is withdrawn. */
  readonly revoked: boolean;
  /** How the base64 of `p` reads; null where there is none. */
  readonly base64: Base64Reading | null;
  /** What `p` holds; null where it holds nothing. */
  readonly key: PublicKey | null;
}

/**
 * Reads a DKIM key record. Never throws: {@link lintDkimKey} says what is wrong. Of a repeated tag the first counts.
 *
 * @param text the record, its character-strings joined
 */
export function parseDkimKey(text: string): DkimKey {
  const list = parseTagList(text);
  const value = (name: string): string | null => findTag(list, name)?.value ?? null;
  const words = (name: string): string[] | null =>
    value(name)
      ?.split(':')
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '') ?? null;
  const p = value('p');
  const base64 = p === null || p === '' ? null : readBase64(p);
  return {
    text,
    list,
    version: value('v'),
    keyType: (value('k') ?? 'rsa').toLowerCase(),
    hashes: words('h'),
    services: words('s') ?? ['*'],
    flags: words('t') ?? [],
    notes: value('n'),
    revoked: p === '',
    base64,
    key: base64 === null ? null : readPublicKey(base64.bytes),
  };
}

/**
 * The name at which the key of a selector stands (RFC 6376 section 3.6.2.1): `s1._domainkey.example.com`; null where
 * that can be no name.
 */
export function dkimKeyName(selector: string, domain: string): string | null {
  const name = `${selector}._domainkey.${domain}`.replace(/\.$/, '').toLowerCase();
  return /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{1,63}$/.test(name) ? name : null;
}
