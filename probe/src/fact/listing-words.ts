import type { Seen } from '@whybounce/core/check';
import { dnsLists } from '@whybounce/knowledge/dns-list';
import type { Listing } from '../blocklist/listing.ts';
import { listed } from './list-words.ts';

/** One listing as a sentence has it: `Spamhaus ZEN (a known source of spam)`. */
export function listingWords({ name, codes }: Listing): string {
  const meanings = [...new Set(codes.map(({ meaning }) => meaning).filter((meaning) => meaning !== null))];
  return meanings.length === 0 ? name : `${name} (${meanings.join('; ')})`;
}

/** What a list answered, word for word. */
export function seenListing({ zone, subject, codes, reason, verdict }: Listing): Seen {
  const answer = verdict === 'not-listed' ? 'not listed' : codes.map(({ code }) => code).join(', ');
  return { of: `${subject} at ${zone}`, value: reason === null ? answer : `${answer} — ${reason}` };
}

/** Where removal is asked for, one sentence; empty where no list says. */
export function delistWords(listings: readonly Listing[]): string {
  const places = delistPlaces(listings);
  return places === '' ? '' : ` Then ask for removal: ${places}.`;
}

/** `Spamhaus ZEN at https://…`, each once. */
function delistPlaces(listings: readonly Listing[]): string {
  const places = listings.filter(({ delist }) => delist !== null).map(({ name, delist }) => `${name} at ${delist}`);
  return [...new Set(places)].join(', ');
}

/** What to do about listings of an address, in sentences: those of spam ask for another cure than those of its range. */
export function addressRemedy(ip: string, listings: readonly Listing[]): string {
  const ranges = listings.filter(isOfRange);
  const accusing = listings.filter((listing) => !ranges.includes(listing));
  const places = delistPlaces(ranges);
  return [
    accusing.length === 0
      ? ''
      : `First find and stop what got ${ip} listed, else it is listed again.${delistWords(accusing)}`,
    ranges.length === 0
      ? ''
      : `${ip} is in a range that is not meant to send mail directly; ${listNames(ranges)} accuses it of nothing. Send through the mail server of your provider${places === '' ? '.' : `, or, if you run a mail server there on a fixed address, take the address off the list yourself: ${places}.`}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Whether a list says no more than that the address lies in a range that should not send directly. */
function isOfRange({ zone, codes }: Listing): boolean {
  const list = dnsLists.find((one) => one.zone === zone);
  const range = list?.decode === 'exact' ? (list.range ?? []) : [];
  return codes.length > 0 && codes.every(({ code }) => range.includes(code));
}

/** Names of lists, each once; after a "not" they are joined by "or". */
export function listNames(listings: readonly Listing[], last: 'and' | 'or' = 'and'): string {
  return listed([...new Set(listings.map(({ name }) => name))], last);
}

/** The blocklists of a verdict, at the given weights. */
export function blocklists(
  listings: readonly Listing[],
  verdict: Listing['verdict'],
  ...weights: readonly Listing['weight'][]
): Listing[] {
  return listings.filter(
    (listing) => listing.kind === 'block' && listing.verdict === verdict && weights.includes(listing.weight),
  );
}
