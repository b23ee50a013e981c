import type { Outcome } from './vendor.ts';

/**
 * The bounce classes that Bounce Studio (BoogieTools) introduced and that SparkPost (`bounce_class`) and Mandrill
 * (`bgtools_code`) still send. Source: https://support.sparkpost.com/docs/deliverability/bounce-classification-codes
 *
 * 10 means "invalid recipient" but is also given to Microsoft's `550 5.4.1 … Access denied`, so it is a hint only and
 * the words of the reply come first. 20, 40, 50 and 70 are too wide for any hint.
 */
const CLASSES: ReadonlyMap<number, Outcome> = new Map<number, Outcome>([
  [10, ['bounce', 'recipient.unknown']],
  [21, ['bounce', 'route.dns-temporary']],
  [22, ['bounce', 'recipient.over-quota']],
  [23, ['bounce', 'content.too-big']],
  [24, ['bounce', 'route.expired']],
  [25, ['bounce', 'suppressed.by-esp']],
  [26, ['bounce', 'suppressed.by-esp']],
  [30, ['bounce', 'unknown.no-recipient']],
  [51, ['bounce', 'reputation.low']],
  [52, ['bounce', 'content.spam']],
  [53, ['bounce', 'content.attachment']],
  [54, ['bounce', 'route.relay-denied']],
  [60, ['auto-reply']],
  [80, ['other', 'notice.subscribe']],
  [90, ['other', 'notice.unsubscribe']],
  [100, ['challenge']],
]);

/** What a numeric bounce class says of an event that the vendor calls a bounce. */
export function bounceClass(code: number | null): Outcome {
  return (code === null ? undefined : CLASSES.get(code)) ?? ['bounce'];
}
