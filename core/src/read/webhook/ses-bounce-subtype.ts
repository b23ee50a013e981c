import { wordOf } from './json.ts';
import type { Outcome } from './vendor.ts';

// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types
const SUBTYPES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['noemail', ['bounce', 'recipient.unknown']],
  ['suppressed', ['bounce', 'suppressed.by-esp']],
  ['onaccountsuppressionlist', ['bounce', 'suppressed.by-esp']],
  ['unsubscribedrecipient', ['bounce', 'suppressed.by-esp']],
  ['mailboxfull', ['bounce', 'recipient.over-quota']],
  ['messagetoolarge', ['bounce', 'content.too-big']],
  ['contentrejected', ['bounce', 'content.spam']],
  ['attachmentrejected', ['bounce', 'content.attachment']],
  ['customtimeoutexceeded', ['bounce', 'route.expired']],
]);

/**
 * What a bounce subtype of Amazon SES says; Resend, which sends over SES, passes the same words on. Also a Transient
 * bounce is final for its message: SES has given up, and only later mail may pass. `General` gives no hint, as SES
 * uses it for blocks and policy refusals too.
 */
export function bounceSubtype(subtype: string | null): Outcome {
  return SUBTYPES.get(wordOf(subtype)) ?? ['bounce'];
}
