import { parseMail } from '../message/mail.ts';
import { newReading, type Reading } from '../reading.ts';
import { readAddress } from './address.ts';
import { deliveryStatusOf, readDsn } from './dsn/dsn.ts';
import { Letter } from './letter.ts';
import { readDate } from './mail-date.ts';
import { readProse } from './ndr/prose.ts';

/** Reads a mail: what happened to whom. Never empty: a mail that is no delivery event gives one reading of kind `other`. */
export function readMail(raw: string): Reading[] {
  const letter = new Letter(parseMail(raw));
  const status = deliveryStatusOf(letter);
  if (status !== null) return readDsn(letter, status);
  const found = readProse(letter.text).map(({ recipient, diagnostic }) => {
    const reading = newReading('ndr', null, 'bounce');
    reading.recipient = recipient;
    reading.diagnostic = diagnostic;
    reading.sender = letter.originalSender;
    reading.timestamp = readDate(letter.headers.get('date'));
    reading.message = letter.original;
    return reading;
  });
  if (found.length > 0) return found;
  const none = newReading('unknown', null, 'other');
  none.recipient = readAddress(letter.headers.get('to'));
  return [none];
}
