/** What one list said of one address or domain. */
export interface Listing {
  /** The zone that was asked: `zen.spamhaus.org`. */
  readonly zone: string;
  readonly name: string;
  readonly weight: 'high' | 'medium' | 'low' | 'informational';
  readonly kind: 'block' | 'allow';
  /** The address or domain asked for. */
  readonly subject: string;
  /**
   * - `not-checkable`: the list refuses this resolver, its test point is not listed, it lists everything,
   *   it did not answer: neither listed nor clean.
   */
  readonly verdict: 'listed' | 'not-listed' | 'not-checkable';
  /** Return codes with what the list means by them. */
  readonly codes: readonly { readonly code: string; readonly meaning: string | null }[];
  /** The list's own text (TXT), untrusted; null where none was given. */
  readonly reason: string | null;
  /** Why it could not be checked, as a sentence; else null. */
  readonly why: string | null;
  /** Where removal is asked for. */
  readonly delist: string | null;
  /** Slug of the system in the encyclopedia whose refusals name this list. */
  readonly system?: string | undefined;
}

/** Asks blocklists and allow lists. Never throws for what they do or fail to do. */
export interface ListClient {
  /** Every list that knows addresses of this family. */
  ip(address: string): Promise<readonly Listing[]>;
  /** Every list that knows domains. */
  domain(domain: string): Promise<readonly Listing[]>;
}
