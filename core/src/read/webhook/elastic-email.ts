import { addressOf } from './address.ts';
import { categoryHint } from './bounce-category.ts';
import { fieldIn, lineIn, textIn, wordIn } from './json.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

// https://help.elasticemail.com/en/articles/4804685-notification-settings
const STATUSES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['sent', ['delivery']],
  ['error', ['bounce']],
  ['bounced', ['bounce']],
  ['abusereport', ['complaint']],
  ['unsubscribed', ['other', 'notice.unsubscribe']],
]);

/** Elastic Email's HTTP notifications, whose fields come as a form or as a query string. */
export const elasticEmail: WebhookVendor = {
  vendor: 'elastic-email',

  recognises(event) {
    const has = (...keys: string[]) => textIn(event, ...keys) !== null;
    return has('transaction', 'messageid') && has('to') && has('status') && has('account', 'channel', 'category');
  },

  read(event) {
    const outcome = STATUSES.get(wordIn(event, 'status')) ?? OTHER;
    const category = textIn(event, 'category');
    const hint = outcome[0] === 'bounce' ? categoryHint(category) : null;
    const reading = webhookReading('elastic-email', hint === null ? outcome : ['bounce', hint]);
    reading.recipient = addressOf(fieldIn(event, 'to'));
    reading.timestamp = timeIn(event, 'date');
    reading.message.messageId = textIn(event, 'messageid', 'transaction');
    reading.message.subject = lineIn(event, 'subject');
    reading.message.from = lineIn(event, 'from');
    reading.message.campaign = textIn(event, 'channel');
    if (reading.kind === 'bounce') noteVendorClass(reading, category);
    return [reading];
  },
};
