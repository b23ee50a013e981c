import type { Seen } from '@whybounce/core/check';
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
  const places = listings.filter(({ delist }) => delist !== null).map(({ name, delist }) => `${name} at ${delist}`);
  const unique = [...new Set(places)];
  return unique.length === 0 ? '' : ` Then ask for removal: ${unique.join(', ')}.`;
}

/** Names of lists, each once. */
export function listNames(listings: readonly Listing[]): string {
  return listed([...new Set(listings.map(({ name }) => name))]);
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
