import { textToByteString } from '../../message/byte-string.ts';
import { addressValue, dateValue, headerValue } from './header-value.ts';
import { MAX_HEADERS } from './limits.ts';
import type { MsgMessage, MsgOriginal } from './message.ts';

/** What the mail that is written says of its own structure. */
const STRUCTURE = /^(?:content-[!-9;-~]*|mime-version)$/;
const FIELD = /^([!-9;-~]{1,128})[ \t]*:/;
/** Classes of the answers that Outlook's out-of-office assistant and rules send. */
const AUTOMATIC = /^IPM\.Note\.Rules\.(?:Oof|Reply)Template/i;

/**
 * The header fields of a message without those of its MIME structure: the ones with which it came,
 * and from its properties what they lack. Byte strings, folded ones with their folds.
 */
export function mailHeaders(message: MsgMessage): string[] {
  const fields = transportFields(message.transportHeaders);
  const names = new Set(fields.map((field) => field.slice(0, field.indexOf(':')).trimEnd().toLowerCase()));
  for (const [name, value] of ownFields(message)) {
    if (value !== null && value !== '' && !names.has(name.toLowerCase())) fields.push(`${name}: ${value}`);
  }
  return fields;
}

/** Of the message that a report speaks of, where it is not attached. */
export function originalHeaders({ messageId, subject, from, displayTo, date }: MsgOriginal): string[] {
  const fields: [name: string, value: string | null][] = [
    ['Message-ID', angled(messageId)],
    ['Subject', subject === null ? null : headerValue(subject)],
    ['From', from.address === null ? null : addressValue(from)],
    ['To', displayTo === null ? null : headerValue(displayTo)],
    ['Date', date === null ? null : dateValue(date)],
  ];
  return fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}: ${value}`]));
}

function ownFields(message: MsgMessage): [name: string, value: string | null][] {
  const isReport = message.messageClass.toUpperCase().startsWith('REPORT.');
  return [
    ['From', addressValue(message.from)],
    ['To', isReport ? addressValue(message.receivedBy) : toValue(message)],
    ['Subject', message.subject === null ? null : headerValue(message.subject)],
    ['Date', message.date === null ? null : dateValue(message.date)],
    ['Message-ID', angled(message.messageId)],
    ['In-Reply-To', angled(message.inReplyTo)],
    ['Auto-Submitted', AUTOMATIC.test(message.messageClass) ? 'auto-replied' : null],
  ];
}

function toValue({ recipients, displayTo }: MsgMessage): string | null {
  const addresses = recipients.filter(({ isTo, address }) => isTo && address !== null).map(addressValue);
  return addresses.length > 0 ? addresses.join(',\r\n ') : displayTo === null ? null : headerValue(displayTo);
}

function angled(id: string | null): string | null {
  if (id === null) return null;
  return `<${headerValue(id).replace(/^<|>$/g, '')}>`;
}

/** The fields of transport headers, up to the first blank line. Lines that are no field are left out. */
function transportFields(headers: string | null): string[] {
  const fields: string[] = [];
  let kept = false;
  const lines = (headers ?? '')
    .slice(0, MAX_HEADERS)
    .replace(/^\s+/, '')
    .split(/\r\n?|\n/);
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) {
      const last = fields.length - 1;
      if (kept && line.trim() !== '') fields[last] = `${fields[last]}\r\n${textToByteString(line)}`;
      continue;
    }
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    // No field may look like the line that parts the mail below.
    kept = name !== undefined && !STRUCTURE.test(name) && !line.startsWith('--');
    if (kept) fields.push(textToByteString(line));
  }
  return fields;
}
