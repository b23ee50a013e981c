/** What one evaluation may cost (RFC 7208 section 4.6.4). */
export interface SpfLimits {
  /** Terms that ask the DNS: more make the result `permerror`, so that nobody's record makes receivers ask for ever. */
  readonly lookups: number;
  /** Of those, terms whose question had no answer: a forged record may point a thousand receivers at a victim's names. */
  readonly voids: number;
  /** Servers of one `mx`: each is a name whose addresses are asked for. */
  readonly mxNames: number;
  /** Names of the client's address that are looked at, of `ptr` and of the macro `p`; the client chooses how many there are. */
  readonly ptrNames: number;
}

export const spfLimits: SpfLimits = { lookups: 10, voids: 2, mxNames: 10, ptrNames: 10 };

/** What the walk through all branches of a record may cost. */
export interface SpfTreeLimits extends SpfLimits {
  /** Questions in all: a record may include a hundred others, each of which includes a hundred more. */
  readonly queries: number;
  /** Terms in all: one TXT record has room for thirty thousand. */
  readonly terms: number;
}

export const spfTreeLimits: SpfTreeLimits = { ...spfLimits, queries: 64, terms: 2000 };

/** Octets of a record that are read: more does not fit into one TXT record (RFC 1035 section 3.3.14, RDLENGTH). */
export const MAX_RECORD = 65_535;

/** Octets of a name as it is written (RFC 7208 section 7.3): an expansion that is longer loses labels at its left. */
export const MAX_NAME = 253;
/** Octets of one label (RFC 1035 section 2.3.4). */
export const MAX_LABEL = 63;

/** Characters of an explanation: `%{s}` over and over makes megabytes of a record of a few kilobytes. */
export const MAX_EXPLANATION = 1000;

/** No limit may be so high that a loop of records runs for hours. */
const MAX_LIMIT = 5000;

/**
 * The limits with those that are given in the place of the defaults.
 *
 * @throws RangeError for what is no whole number: NaN compares false with everything and would be no limit at all
 */
export function checkedLimits<T extends SpfLimits>(defaults: T, given: Partial<T> | undefined): T {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!(name in defaults))
      throw new RangeError(`limits.${name} is not known: give ${Object.keys(defaults).join(', ')}`);
    if (value !== undefined && (!Number.isInteger(value) || Number(value) < 0 || Number(value) > MAX_LIMIT))
      throw new RangeError(`limits.${name} is ${String(value)}: give a whole number from 0 to ${MAX_LIMIT}`);
  }
  const known = Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined));
  return { ...defaults, ...known };
}
