import type { Seen } from '@whybounce/core/check';
import { type DnsAnswer, isDetermined } from '@whybounce/core/dns';
import { type DkimKey, dkimKeyName, parseDkimKey } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { notApplicable, undetermined, type Verdict } from '../check/define.ts';
import { seenAnswer, whyUnknown } from '../dns/dns-words.ts';
import { dkimSelectors, type Selector, type Selectors } from './dkim-selectors.ts';
import { fact } from './fact.ts';
import { listed } from './list-words.ts';

/** What stands at the name of one key. */
export interface LookedKey extends Selector {
  /** `s1._domainkey.example.com`; as it would be, where that can be no name. */
  readonly name: string;
  /** Null where no such name can exist. */
  readonly answer: DnsAnswer<'TXT'> | null;
  /** The records there, each as one text. */
  readonly texts: readonly string[];
  /** The record that verifiers take: the first that looks like a key, else the first; null where there is none. */
  readonly key: DkimKey | null;
}

/** The keys of a domain. */
export interface DkimKeys {
  readonly selectors: Selectors;
  /** Every name that was looked at. */
  readonly looked: readonly LookedKey[];
  /** Those that hold a key. */
  readonly found: readonly LookedKey[];
  /** `_domainkey` of the domain does not exist, so that nothing can stand below it (RFC 8020); null where it was not asked. */
  readonly nothingBelow: boolean | null;
  /** What every name under `_domainkey` answers alike, by a wildcard; null where there is none. */
  readonly wildcard: string | null;
}

/** Guessed names that must answer alike before a wildcard is held to be behind it. */
const ALIKE = 3;

/**
 * The DKIM keys of the subject: of the selectors that are known; where none is, of those that can be guessed. First those of
 * the mail host, then common ones, unless `_domainkey` itself does not exist: at most twelve questions.
 */
export const dkimKeys = fact(async (context: CheckContext): Promise<DkimKeys> => {
  const selectors = await dkimSelectors(context);
  const { known, ofHost, common } = selectors;
  const look = (some: readonly Selector[]) => Promise.all(some.map((selector) => lookAt(context, selector)));
  const base = { selectors, wildcard: null, nothingBelow: null };
  if (common.length === 0) {
    const looked = await look(known);
    return { ...base, looked, found: looked.filter(holdsKey) };
  }
  const [ours, above] = await Promise.all([
    look(ofHost),
    context.dns.query(`_domainkey.${context.subject.domain}`, 'TXT'),
  ]);
  const nothingBelow = above.status === 'no-domain';
  const guessed = nothingBelow || ours.some(holdsKey) ? [] : await look(common);
  const looked = [...ours, ...guessed];
  const found = looked.filter(holdsKey);
  const [first] = found;
  const isWild =
    found.length >= ALIKE && found.length === looked.length && found.every(({ texts }) => texts[0] === first?.texts[0]);
  return {
    selectors,
    looked,
    found: isWild ? [] : found,
    nothingBelow,
    wildcard: isWild ? (first?.texts[0] ?? null) : null,
  };
});

async function lookAt({ dns }: CheckContext, selector: Selector): Promise<LookedKey> {
  const name = dkimKeyName(selector.selector, selector.domain);
  if (name === null)
    return {
      ...selector,
      name: `${selector.selector}._domainkey.${selector.domain}`,
      answer: null,
      texts: [],
      key: null,
    };
  const answer = await dns.query(name, 'TXT');
  const texts = answer.records.map((strings) => strings.join(''));
  const text = texts.find(looksLikeKey) ?? texts[0];
  return { ...selector, name, answer, texts, key: text === undefined ? null : parseDkimKey(text) };
}

/** A name may hold something else: a wildcard record of the domain. */
function holdsKey({ texts }: LookedKey): boolean {
  return texts.some(looksLikeKey);
}

/** Whether somebody meant a text as a key record: its version may be left out, its p= hardly. */
export function looksLikeKey(text: string): boolean {
  return /\bv\s*=\s*["']?DKIM1\b/i.test(text.slice(0, 400)) || /(?:^|;)\s*p\s*=/.test(text.slice(0, 400));
}

/** Whether it could not be told what stands at a name. */
export function isOpen({ answer }: LookedKey): boolean {
  return answer !== null && !isDetermined(answer) && answer.status !== 'invalid-name';
}

/** The keys that a check looks into; a verdict where there are none. */
export async function keysToRead(context: CheckContext): Promise<DkimKeys | Verdict> {
  const keys = await dkimKeys(context);
  if (keys.found.length > 0) return keys;
  const { domain } = context.subject;
  const open = keys.looked.find(isOpen);
  if (open?.answer != null && open.origin === 'known')
    return undetermined(`The key at ${open.name} could not be read: ${whyUnknown(open.answer)}.`, {
      seen: seenKeys([open]),
    });
  if (keys.wildcard !== null)
    return notApplicable(`Every name under _domainkey.${domain} answers the same, so that no key of its own is seen.`);
  return notApplicable(
    keys.selectors.known.length > 0
      ? `No DKIM key was found at ${listed(keys.looked.map(({ name }) => name))}.`
      : `No DKIM selector of ${domain} is known, so there is no key to look at.`,
  );
}

/** Keys as evidence. */
export function seenKeys(keys: readonly LookedKey[]): Seen[] {
  return keys.flatMap(({ answer }) => (answer === null ? [] : [seenAnswer(answer)]));
}

/** The way by which a key is found, as words in brackets; empty where its name holds it itself. */
export function byWayOf({ answer }: LookedKey): string {
  return answer === null || answer.chain.length === 0 ? '' : ` (by way of ${answer.chain.join(', ')})`;
}
