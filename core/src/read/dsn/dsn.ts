import { decodeCharset } from '../../message/charset.ts';
import { plainText } from '../../message/content-type.ts';
import type { Headers } from '../../message/headers.ts';
import { decodeText, type Part } from '../../message/mail.ts';
import { type Kind, newReading, type Reading } from '../../reading.ts';
import { singleSpaced } from '../../text/normalise.ts';
import { readAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { readDate } from '../mail-date.ts';
import { clientOfReporter } from '../sending-mta.ts';
import { type DeliveryStatus, readDeliveryStatus } from './fields.ts';

const statusTypes = ['message/delivery-status', 'message/global-delivery-status', 'message/x-delivery-status'];

/** The delivery-status part of a mail, parsed; null where it has none with a recipient in it. */
export function deliveryStatusOf(letter: Letter): DeliveryStatus | null {
  const part = statusPartOf(letter);
  if (part === null) return looseStatus(letter.text);
  const raw = letter.mail.raw.slice(part.start, part.end);
  const status = readDeliveryStatus(decodeText(raw, part.headers, plainText));
  return status.recipients.length === 0 ? null : status;
}

function statusPartOf(letter: Letter): Part | null {
  for (const type of statusTypes) {
    const part = letter.part(type);
    if (part !== null) return part;
  }
  return null;
}

const looseField = /^[ \t>]*(?:Reporting-MTA|Final-Recipient|Original-Recipient|Diagnostic-Code):/im;

/**
 * The fields of a status part that is no part any more: pasted, quoted, or cut off from the headers
 * and boundaries that made it one.
 */
function looseStatus(text: string): DeliveryStatus | null {
  // Nearly all texts have none, and this finds that faster.
  if (!/-recipient:/i.test(text)) return null;
  const found = looseField.exec(text);
  if (found === null || !/^[ \t>]*Final-Recipient:|^[ \t>]*Original-Recipient:/im.test(text)) return null;
  // Whole lines before the first known field belong to it: Action and Status may come first.
  const before = text.slice(0, found.index).split('\n');
  let start = found.index;
  for (
    let line = before.pop();
    line === '' || (line !== undefined && /^[A-Za-z-]{4,40}:\s/.test(line));
    line = before.pop()
  )
    start -= line.length + 1;
  const fields = text.slice(Math.max(0, start)).replace(/^[ \t]*>[ \t]?/gm, '');
  const boundary = fields.search(/^--[^\s-]/m);
  const status = readDeliveryStatus(boundary < 0 ? fields : fields.slice(0, boundary));
  return status.recipients.length === 0 ? null : status;
}

/**
 * Reads a delivery status notification (RFC 3464; internationalised: RFC 6533), one reading for each
 * recipient's group, in their order.
 */
export function readDsn(letter: Letter, status: DeliveryStatus): Reading[] {
  const { message } = status;
  const reportingMta = hostField(message.get('reporting-mta'));
  const sender =
    readAddress(message.get('x-postfix-sender') ?? message.get('x-yandex-sender')) ?? letter.originalSender;
  let written: string | null | undefined;
  const whenWritten = (): string | null => {
    written ??= readDate(letter.headers.get('date')) ?? readDate(message.get('arrival-date'));
    return written;
  };
  return status.recipients.map((fields) => {
    const action =
      fields
        .get('action')
        ?.toLowerCase()
        .replace(/[^a-z-].*$/, '') ?? null;
    const statusCode = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null;
    const reading = newReading('dsn', null, kindOf(action, statusCode));
    const final = recipientOf(fields.get('final-recipient'));
    const original = recipientOf(fields.get('original-recipient'));
    // X-Actual-Recipient is where a forwarder sent it on: the address that really refused (RFC 3464 section 2.3).
    reading.recipient = final ?? original ?? recipientOf(fields.get('x-actual-recipient'));
    reading.originalRecipient = original === reading.recipient ? null : original;
    reading.sender = sender;
    reading.reportingMta = reportingMta;
    const remote = hostField(fields.get('remote-mta'));
    reading.remoteIp = ipIn(fields.get('remote-mta'));
    reading.remoteHost = remote !== null && remote === reading.remoteIp ? null : remote;
    reading.enhancedStatus = statusCode;
    reading.dsnAction = action;
    reading.diagnostic = diagnosticOf(fields);
    reading.timestamp = readDate(fields.get('last-attempt-date')) ?? whenWritten();
    reading.message = letter.original;
    reading.authentication = letter.authentication;
    reading.sendingMta = clientOfReporter(reading, message.get('received-from-mta'), letter.returned);
    return reading;
  });
}

/** RFC 3464 section 2.3.3: failed, delayed, delivered, relayed, expanded. */
function kindOf(action: string | null, status: string | null): Kind {
  switch (action) {
    case 'delayed':
    case 'deferred':
      return 'deferral';
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return 'delivery';
    case 'failed':
    case 'failure':
      return 'bounce';
    default:
      return status?.startsWith('2') ? 'delivery' : status?.startsWith('4') && action === null ? 'deferral' : 'bounce';
  }
}

function recipientOf(field: string | null): string | null {
  return readAddress(field === null ? null : decodeCharset(field, null));
}

/** The server's words: `smtp; 550 …`. Folded lines are joined; a comment that repeats the type goes. */
function diagnosticOf(fields: Headers): string | null {
  const field = fields.get('diagnostic-code');
  if (field === null || field === '') return null;
  const text = singleSpaced(decodeCharset(field, null))
    .replace(/^(?:smtp|x-[\w-]{1,24}|lmtp|x400|dns)\s*;\s*/i, '')
    .trim();
  return text === '' ? null : text;
}

/** `dns; mx.example.net (192.0.2.1)` → `mx.example.net` */
function hostField(field: string | null): string | null {
  if (field === null) return null;
  const name = field.replace(/^[\w-]+\s*;\s*/, '').trim();
  const host = /^\[?([\w.:-]{1,255})\]?/.exec(name)?.[1] ?? null;
  // Google ends the name as DNS does, with a dot.
  return host?.replace(/\.$/, '') || null;
}

function ipIn(field: string | null): string | null {
  return field === null
    ? null
    : (/(?:^|[\s;([])(\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?=$|[\s),\]])/.exec(
        field,
      )?.[1] ?? null);
}
