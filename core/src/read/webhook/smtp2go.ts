import { addressOf } from './address.ts';
import { fieldIn, lineIn, textIn, wordIn } from './json.ts';
import { hostAndIpOf } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://developers.smtp2go.com/docs/webhooks-overview. Mail that is still tried stays `processed`, so a soft bounce
// is final; `reject` is mail to an address that bounced, complained or unsubscribed before.
const EVENTS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['bounce', ['bounce']],
  ['reject', ['bounce', 'suppressed.by-esp']],
  ['delivered', ['delivery']],
  ['spam', ['complaint']],
  ['unsubscribe', ['other', 'notice.unsubscribe']],
  ['resubscribe', ['other', 'notice.subscribe']],
]);

/** SMTP2GO, as JSON or as a form. */
export const smtp2go: WebhookVendor = {
  vendor: 'smtp2go',

  recognises(event) {
    const has = (...keys: string[]) => textIn(event, ...keys) !== null;
    return has('event') && has('rcpt') && has('email_id', 'sendtime', 'auth');
  },

  read(event) {
    const reading = webhookReading('smtp2go', EVENTS.get(wordIn(event, 'event')) ?? OTHER);
    const remote = hostAndIpOf(fieldIn(event, 'host'));
    reading.recipient = addressOf(fieldIn(event, 'rcpt'));
    reading.sender = addressOf(fieldIn(event, 'sender'));
    reading.remoteHost = remote.host;
    reading.remoteIp = remote.ip;
    if (reading.kind !== 'other') reading.diagnostic = lineIn(event, 'message', 'context');
    reading.timestamp = timeIn(event, 'time');
    reading.message.messageId = textIn(event, 'message-id', 'Message-Id', 'email_id');
    reading.message.subject = lineIn(event, 'subject', 'Subject');
    reading.message.from = lineIn(event, 'from');
    reading.message.date = timeIn(event, 'sendtime');
    if (reading.kind === 'bounce') noteVendorClass(reading, textIn(event, 'bounce'));
    return [reading];
  },
};
