import { MAX_URL } from './limits.ts';

/** A List-Unsubscribe field taken apart (RFC 2369 section 3.2). */
export interface UnsubscribeWays {
  readonly https: readonly URL[];
  readonly http: readonly string[];
  readonly mailto: readonly string[];
  /** What stands in brackets and is none of these. */
  readonly other: readonly string[];
  /** Addresses without the angle brackets that they need. */
  readonly isBare: boolean;
}

/** Addresses in one field that are read. */
const MAX_WAYS = 20;

export function readListUnsubscribe(value: string): UnsubscribeWays {
  const text = value.slice(0, 4 * MAX_URL);
  const https: URL[] = [];
  const [http, mailto, other]: [string[], string[], string[]] = [[], [], []];
  const found = [...text.matchAll(/<([^<>]{0,4096})>/g)].slice(0, MAX_WAYS);
  for (const [, uri = ''] of found) {
    // folding may have left blanks inside
    const bare = uri.replace(/\s+/g, '');
    if (/^mailto:/i.test(bare)) mailto.push(bare);
    else if (/^http:/i.test(bare)) http.push(bare);
    else if (/^https:/i.test(bare) && URL.canParse(bare)) https.push(new URL(bare));
    else other.push(bare);
  }
  return { https, http, mailto, other, isBare: found.length === 0 && /(?:https?:\/\/|mailto:)/i.test(text) };
}
