import type { DnsClient } from '../../dns/index.ts';
import { dkimKeyName, parseDkimKey } from '../dkim-key/index.ts';
import type { WhatIfSignature } from './mail.ts';

/** The signatures as they would come out with other keys published. */
export interface SignaturesAfter {
  readonly dkim: readonly WhatIfSignature[];
  /** As sentences. */
  readonly notes: readonly string[];
}

/** Signatures of one mail that are looked at: hostile messages carry hundreds. */
const MAX_SIGNATURES = 20;

/**
 * What becomes of signatures whose key the change concerns. A key that goes takes its signatures with it; whether a
 * signature passes with another key only a message that is signed with it can show.
 *
 * @param changed whether the change concerns a name
 */
export async function signaturesAfter(
  dkim: readonly WhatIfSignature[],
  changed: (name: string) => boolean,
  before: DnsClient,
  after: DnsClient,
): Promise<SignaturesAfter> {
  const notes = new Set<string>();
  const results = dkim.map(async (signature, place): Promise<WhatIfSignature> => {
    const name = signature.selector === undefined ? null : dkimKeyName(signature.selector, signature.domain);
    if (name === null || place >= MAX_SIGNATURES || !changed(name)) return signature;
    const [old, own] = [await keyAt(name, before), await keyAt(name, after)];
    if (old !== null && own !== null && old === own) return signature;
    if (own === null) {
      notes.add(`The key at ${name} would be gone, so that no signature with it passes.`);
      return { ...signature, result: 'fail' };
    }
    notes.add(
      `The key at ${name} would be another: whether mail passes with it can only be seen once it is signed with that key.`,
    );
    // a result that a later attempt may better is one that is not known
    return { ...signature, result: 'temperror' };
  });
  return { dkim: await Promise.all(results), notes: [...notes] };
}

/** The key that stands at a name; null where there is none, or one that was revoked. */
async function keyAt(name: string, dns: DnsClient): Promise<string | null> {
  const { records } = await dns.query(name, 'TXT');
  for (const strings of records) {
    const { list, revoked } = parseDkimKey(strings.join(''));
    const value = list.tags.find((tag) => tag.name === 'p')?.value.replace(/\s/g, '');
    if (value !== undefined) return revoked ? null : value;
  }
  return null;
}
