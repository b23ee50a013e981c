import { addressOf } from './address.ts';
import { fieldIn, isObject, type JsonObject, lineIn, objectIn, textIn, wordIn } from './json.ts';
import { hostOf } from './smtp-field.ts';
import { timeIn } from './time.ts';
import { noteVendorClass, OTHER, type Outcome, type WebhookVendor, webhookReading } from './vendor.ts';

const TYPE_PREFIX = 'Microsoft.Communication.Email';

// https://learn.microsoft.com/azure/event-grid/communication-services-email-events. "Bounced" is any hard bounce, so
// it has no hint. `Expanded` is a distribution list whose members are reported on their own.
const STATUSES: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ['delivered', ['delivery']],
  ['bounced', ['bounce']],
  ['failed', ['bounce']],
  ['suppressed', ['bounce', 'suppressed.by-esp']],
  ['quarantined', ['bounce', 'content.spam']],
  ['filteredspam', ['bounce', 'content.spam']],
]);

/** Azure Communication Services Email over Event Grid, in its own schema (`eventType`) and as CloudEvents (`type`). */
export const azureEmail: WebhookVendor = {
  vendor: 'azure-email',

  recognises(event) {
    return typeOf(event).startsWith(TYPE_PREFIX) && isObject(fieldIn(event, 'data'));
  },

  read(event) {
    const data = objectIn(event, 'data');
    const details = objectIn(data, 'deliveryStatusDetails');
    const isDelivery = typeOf(event) === `${TYPE_PREFIX}DeliveryReportReceived`;
    const outcome = isDelivery ? (STATUSES.get(wordIn(data, 'status')) ?? OTHER) : OTHER;
    const reading = webhookReading('azure-email', outcome);
    reading.recipient = addressOf(fieldIn(data, 'recipient'));
    reading.sender = addressOf(fieldIn(data, 'sender'));
    reading.remoteHost = hostOf(fieldIn(details, 'recipientMailServerHostName'));
    reading.diagnostic = lineIn(details, 'statusMessage');
    reading.timestamp =
      timeIn(data, 'deliveryAttemptTimeStamp', 'deliveryAttemptTimestamp', 'userActionTimeStamp') ??
      timeIn(event, 'eventTime', 'time');
    reading.message.messageId = textIn(data, 'internetMessageId', 'messageId');
    reading.message.from = lineIn(data, 'sender');
    if (reading.kind === 'bounce') noteVendorClass(reading, textIn(data, 'status'));
    return [reading];
  },
};

function typeOf(event: JsonObject): string {
  return textIn(event, 'eventType', 'type') ?? '';
}
