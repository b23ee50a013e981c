import { newReading, type Reading } from '../../reading.ts';
import { isObject, type JsonObject } from './json.ts';
import { webhookVendors } from './registry.ts';
import { unwrap } from './unwrap.ts';
import type { WebhookVendor } from './vendor.ts';

export { parseWebhookBody } from './body.ts';
export { webhookVendors } from './registry.ts';

/** Names of the senders whose events are read, as `dialect` of the options takes them. */
export const webhookVendorNames: readonly string[] = webhookVendors.map(({ vendor }) => vendor);

/** Events read from one payload. SendGrid's batches end at about 3 MB; one of a million events is an attack. */
export const EVENTS_PER_BATCH = 100_000;

/** Envelopes inside envelopes that are opened. The deepest known is six: array, SQS, body, SNS, Message, event. */
export const ENVELOPE_DEPTH = 8;

/** Parts looked at in one payload, envelopes included, so that lists of empty lists come to an end too. */
const PARTS_PER_BATCH = 2 * EVENTS_PER_BATCH;

/**
 * Reads a webhook's payload: one event, a list of events, or either inside the envelopes of SNS, SQS, Lambda,
 * EventBridge and the vendors' own; events of several vendors may stand in one list.
 *
 * @param payload the parsed JSON (see `parseWebhookBody` for a body's text)
 * @param vendor a vendor's slug (`webhookVendors`); then every event is read as that vendor's
 * @returns the recipients' outcomes in the payload's order, with the event's number in `position` where there are
 *   several events. An event that nobody knows among others gives a reading of kind `other` with a warning, so
 *   nothing is dropped unseen. Null where no event is recognised, or `vendor` is no known slug. Never throws.
 */
export function readWebhook(payload: unknown, vendor?: string): Reading[] | null {
  const forced = webhookVendors.find((one) => one.vendor === vendor);
  if (vendor !== undefined && forced === undefined) return null;
  const batch: Batch = { events: [], parts: 0, isRecognised: false, isCut: false };
  collect(batch, payload, forced, ENVELOPE_DEPTH);
  if (!batch.isRecognised) return null;
  const readings: Reading[] = [];
  batch.events.forEach((event, index) => {
    for (const reading of event) {
      if (batch.events.length > 1) reading.position = String(index + 1);
      readings.push(reading);
    }
  });
  if (batch.isCut) readings.push(warned('webhook-batch-cut', `Only the first ${EVENTS_PER_BATCH} events were read.`));
  return readings;
}

interface Batch {
  readonly events: Reading[][];
  parts: number;
  isRecognised: boolean;
  isCut: boolean;
}

function collect(batch: Batch, value: unknown, forced: WebhookVendor | undefined, depth: number): void {
  batch.parts += 1;
  if (batch.events.length >= EVENTS_PER_BATCH || batch.parts > PARTS_PER_BATCH) {
    batch.isCut = true;
    return;
  }
  const event = isObject(value) ? value : null;
  const vendor = event === null ? undefined : vendorOf(event, forced);
  const inner = vendor === undefined && depth > 0 ? unwrap(value) : null;
  const reader = vendor ?? forced;
  if (inner !== null) {
    for (const part of inner) {
      if (batch.isCut) return;
      collect(batch, part, forced, depth - 1);
    }
  } else if (event !== null && reader !== undefined) {
    batch.isRecognised = true;
    batch.events.push(reader.read(event));
  } else {
    batch.events.push([warned('webhook-event-unknown', 'No known sender writes events of this shape.')]);
  }
}

function vendorOf(event: JsonObject, forced: WebhookVendor | undefined): WebhookVendor | undefined {
  const candidates = forced === undefined ? webhookVendors : [forced];
  return candidates.find((one) => one.recognises(event));
}

function warned(code: string, message: string): Reading {
  const reading = newReading('webhook', null, 'other');
  reading.warnings.push({ code, message });
  return reading;
}
