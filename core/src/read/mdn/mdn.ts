import { parseHeaders } from '../../message/headers.ts';
import { normaliseLineEnds } from '../../message/mail.ts';
import { newReading, type Reading } from '../../reading.ts';
import { readAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { readDate } from '../mail-date.ts';

/** Reads a disposition notification (RFC 8098): displayed, deleted, dispatched, processed. Null where the mail is none. */
export function readDisposition(letter: Letter): Reading[] | null {
  const part = letter.part('message/disposition-notification') ?? letter.part('message/global-disposition-notification');
  if (part === null) return null;
  const text = normaliseLineEnds(letter.mail.raw.slice(part.start, part.end)).trimStart();
  const { headers } = parseHeaders(text, 0, text.length);
  const reading = newReading('mdn', null, 'other');
  reading.recipient = readAddress(headers.get('final-recipient') ?? headers.get('original-recipient') ?? letter.headers.get('from'));
  reading.reportingMta = headers.get('reporting-ua')?.split(';', 1)[0]?.trim() || null;
  reading.sender = letter.originalSender;
  reading.dsnAction = /;\s*([a-z-]+)/i.exec(headers.get('disposition') ?? '')?.[1]?.toLowerCase() ?? null;
  reading.diagnostic = headers.get('error') ?? headers.get('failure') ?? headers.get('warning');
  reading.timestamp = readDate(letter.headers.get('date'));
  const { original } = letter;
  reading.message = { ...original, messageId: original.messageId ?? headers.get('original-message-id')?.replace(/^<|>$/g, '') ?? null };
  reading.warnings = [{ code: 'read-receipt', message: 'A notification of what became of the message after delivery: it did arrive.' }];
  return [reading];
}
