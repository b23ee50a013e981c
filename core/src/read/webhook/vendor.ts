import type { ReasonId } from '@whybounce/knowledge';
import { type Kind, newReading, type Reading } from '../../reading.ts';
import type { JsonObject } from './json.ts';

/** One sending platform whose event payloads can be read. One file each; its name is the slug. */
export interface WebhookVendor {
  /** Slug, equal to the file name; becomes `Reading.dialect`. */
  readonly vendor: string;
  /** Whether this JSON object is one of the vendor's events (after arrays and envelopes are unwrapped). */
  recognises(event: JsonObject): boolean;
  /** The recipients' outcomes of one event, in its order; at least one, whatever the event holds. */
  read(event: JsonObject): Reading[];
}

/** What a vendor's event name means: the kind, and a hint where the name says more than the kind does. */
export type Outcome = readonly [kind: Kind, hint?: ReasonId];

/** An event name that the vendor's documentation does not list, or that is no delivery outcome. */
export const OTHER: Outcome = ['other'];

const HINT_OF_KIND: { readonly [kind in Kind]: ReasonId | null } = {
  bounce: null,
  deferral: null,
  delivery: 'notice.delivered',
  complaint: 'notice.complaint',
  'auto-reply': 'notice.autoreply',
  challenge: 'notice.challenge',
  other: null,
};

/** An empty reading of a vendor's event. */
export function webhookReading(vendor: string, [kind, hint]: Outcome): Reading {
  const reading = newReading('webhook', vendor, kind);
  reading.hint = hint ?? HINT_OF_KIND[kind];
  return reading;
}

/**
 * Keeps the vendor's class (`Permanent/General`) as a warning where no server's words were given. It never goes
 * into `diagnostic`: a class such as `Bounced Address` must not be matched as if a mail server had said it.
 */
export function noteVendorClass(reading: Reading, vendorClass: string | null): void {
  if (reading.diagnostic !== null || vendorClass === null) return;
  const message = `No reply of a mail server was given; the sender's class is "${vendorClass.slice(0, 200)}".`;
  reading.warnings.push({ code: 'webhook-class-only', message });
}
