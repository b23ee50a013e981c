import type { Kind, Reading } from '../../reading.ts';
import type { CsvColumns } from '../../text/csv.ts';
import { readIsoTime } from './iso-time.ts';
import type { LogScribe } from './log-scribe.ts';
import { bareAddress, ipOf, oneLine, replyCodeAt } from './refusal.ts';

const MAX_RECIPIENTS = 1000;

/**
 * event-id of message tracking (https://learn.microsoft.com/exchange/mail-flow/transport-logs/message-tracking).
 * The many other events tell of steps on the way, not of an outcome.
 */
const EVENTS = new Map<string, Kind>([
  ['FAIL', 'bounce'],
  ['BADMAIL', 'bounce'],
  ['POISONMESSAGE', 'bounce'],
  ['DEFER', 'deferral'],
  ['DELIVER', 'delivery'],
  ['SEND', 'delivery'],
  ['SENDEXTERNAL', 'delivery'],
  ['DROP', 'other'],
]);

/** Reads one row of Exchange's message tracking, or of Microsoft 365's extended trace, which has the same columns. */
export function readTrackingRow(
  scribe: LogScribe,
  columns: CsvColumns,
  row: string[],
  number: number,
): Reading[] | null {
  const get = (...names: string[]) => columns.get(row, ...names);
  const event = get('event-id')?.toUpperCase() ?? '';
  const kind = EVENTS.get(event);
  if (kind === undefined) return null;
  const recipients = (get('recipient-address') ?? '').split(';').slice(0, MAX_RECIPIENTS);
  const statuses = recipientStatuses(get('recipient-status') ?? '', recipients.length);
  const time = get('date-time', 'date-time-utc');
  const isSent = event.startsWith('SEND');
  return recipients.map((recipient, place) => {
    const reading = scribe.bare(kind, number);
    reading.recipient = bareAddress(recipient);
    const related = bareAddress(get('related-recipient-address'));
    if (related !== reading.recipient && recipients.length === 1) reading.originalRecipient = related;
    reading.sender = bareAddress(get('return-path', 'sender-address'));
    // When a mail is sent on, "client" is the own server and "server" the other one.
    reading.reportingMta = isSent ? get('client-hostname') : get('server-hostname', 'client-hostname');
    if (isSent) {
      reading.remoteHost = get('server-hostname');
      reading.remoteIp = ipOf(get('server-ip'));
      reading.dsnAction = 'relayed';
    }
    readStatus(reading, statuses[place] ?? '');
    reading.message.messageId = get('message-id');
    reading.message.subject = oneLine(get('message-subject'));
    reading.message.from = get('sender-address');
    reading.timestamp = time === null ? null : readIsoTime(time, 0);
    return reading;
  });
}

/** One status for each recipient; a text that holds semicolons of its own is given whole to all. */
function recipientStatuses(text: string, count: number): string[] {
  if (count === 1) return [text];
  const parts = text.startsWith('[{') ? text.split(/(?<=\]);(?=\[)/) : text.split(';');
  return parts.length === count ? parts : new Array<string>(count).fill(text);
}

/** `550 5.1.1 …`, or `[{LED=550 5.1.1 …};{MSG=};{FQDN=mx.example.org};{IP=192.0.2.7};{LRT=…}]` */
function readStatus(reading: Reading, text: string): void {
  const last = braced(text, 'LED');
  reading.diagnostic = oneLine(last ?? text);
  reading.replyCode = replyCodeAt(reading.diagnostic ?? '', 0);
  const status = /^\d{3} ([245]\.\d{1,3}\.\d{1,3})(?: |$)/.exec(reading.diagnostic ?? '');
  reading.enhancedStatus = status?.[1] ?? null;
  if (last === null) return;
  reading.remoteHost = braced(text, 'FQDN') || reading.remoteHost;
  reading.remoteIp = ipOf(braced(text, 'IP')) ?? reading.remoteIp;
}

function braced(text: string, name: string): string | null {
  const at = text.indexOf(`{${name}=`);
  if (at < 0) return null;
  const start = at + name.length + 2;
  const next = text.indexOf('};{', start);
  const end = next < 0 ? text.indexOf('}]', start) : next;
  return text.slice(start, end < 0 ? undefined : end);
}
