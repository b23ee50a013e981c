import type { Severity } from './severity.ts';

/**
 * - `warn`: works, and will not for everybody or not for long;
 * - `info`: worth knowing, and neither good nor bad;
 * - `not-applicable`: the question does not arise here;
 * - `could-not-determine`: a time-out, SERVFAIL, REFUSED, a 421, a list's refusal. Neither a failure nor a pass.
 */
export const outcomes = ['pass', 'warn', 'fail', 'info', 'not-applicable', 'could-not-determine'] as const;

export type Outcome = (typeof outcomes)[number];

/** What a check is about; the areas of a report, in its order. */
export const areas = [
  'dns',
  'dnssec',
  'mx',
  'ptr',
  'ehlo',
  'spf',
  'dkim',
  'dmarc',
  'arc',
  'tls',
  'dane',
  'mta-sts',
  'tls-rpt',
  'bimi',
  'blocklist',
  'message',
] as const;

export type Area = (typeof areas)[number];

/** Something that was seen, word for word: untrusted text. */
export interface Seen {
  /** What it is: `MX example.com`, `220 greeting of mx1.example.com`. */
  readonly of: string;
  /** As it was seen. */
  readonly value: string;
}

/** What one check found. */
export interface CheckResult {
  /** Stable: `spf.lookups`. */
  readonly id: string;
  readonly area: Area;
  /** What is checked, in few words: `At most ten DNS look-ups`. */
  readonly title: string;
  readonly outcome: Outcome;
  /** How much it matters; of a warning already one that fits it. */
  readonly severity: Severity;
  /** What was found, as one or two sentences with the user's own values. */
  readonly says: string;
  readonly seen: readonly Seen[];
  /** What to do, with the user's own values; null where there is nothing to do. */
  readonly fix: string | null;
  /** What to publish or configure, ready to be copied; null where no text can be given. */
  readonly publish: string | null;
  /** Where the rule stands: `RFC 7208 section 4.6.4`. */
  readonly source: string;
}
