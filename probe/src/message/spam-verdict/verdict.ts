/** One rule of a filter that applied. */
export interface SpamSymbol {
  readonly name: string;
  /** What it adds; null where the filter does not say. */
  readonly score: number | null;
  /** The filter's own words or values; empty where there are none. Untrusted. */
  readonly detail: string;
}

/** What one filter says of a message in its header. */
export interface SpamVerdict {
  readonly filter: 'SpamAssassin' | 'rspamd' | 'Microsoft';
  /** Name of the field that says most. */
  readonly field: string;
  readonly isSpam: boolean | null;
  readonly score: number | null;
  /** The score from which on it is spam there; null where it is not said. */
  readonly required: number | null;
  readonly symbols: readonly SpamSymbol[];
  /** What else it says, as whole sentences. */
  readonly notes: readonly string[];
}

/** Rules of one message that are read. */
export const MAX_SYMBOLS = 200;
/** Characters of one field that are read. */
export const MAX_FIELD = 16_384;
