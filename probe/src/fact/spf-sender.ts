import type { Subject } from '../check/context.ts';

/** Whose SPF a receiver evaluates (RFC 7208 section 2.4). */
export interface SpfIdentity {
  readonly domain: string;
  /** As checkHost takes them; `''` is the null sender. */
  readonly sender: string;
  readonly helo: string;
  /** As a sentence names it: `ann@example.com`, `the server name mail.example.com`. */
  readonly words: string;
}

/** The return path, where it is empty the server's own name, where neither is known the domain; null without any. */
export function senderOf({ mailFrom, helo: name, domain }: Subject): SpfIdentity | null {
  const helo = (name ?? '').replace(/\.$/, '');
  if (mailFrom !== null && mailFrom !== '')
    return { domain: mailFrom.slice(mailFrom.lastIndexOf('@') + 1), sender: mailFrom, helo, words: mailFrom };
  if (mailFrom === '') return helo === '' ? null : { domain: helo, sender: '', helo, words: `the server name ${helo}` };
  if (domain !== null) return { domain, sender: domain, helo, words: domain };
  return helo === '' ? null : { domain: helo, sender: '', helo, words: `the server name ${helo}` };
}
