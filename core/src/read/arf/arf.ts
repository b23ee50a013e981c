import { parseHeaders } from '../../message/headers.ts';
import { decodeText, normaliseLineEnds } from '../../message/mail.ts';
import { newReading, type Reading } from '../../reading.ts';
import { readAddress } from '../address.ts';
import { authenticationIn } from '../authentication-results.ts';
import { ipAddressOf } from '../ip-address.ts';
import type { Letter } from '../letter.ts';
import { readDate } from '../mail-date.ts';

/** Recipients of one complaint: some reporters name all whom a campaign went to. */
const MAX_COMPLAINANTS = 1_000;

/**
 * Reads a feedback report (RFC 5965, failure reports RFC 6591), and the two old forms without its
 * machine-readable part. One reading for each recipient named; null where the mail is no report.
 */
export function readFeedback(letter: Letter): Reading[] | null {
  const part = letter.part('message/feedback-report');
  const fields =
    part === null
      ? null
      : parseHeaders(
          normaliseLineEnds(
            decodeText(letter.mail.raw.slice(part.start, part.end), part.headers, part.contentType),
          ).trimStart(),
          0,
          part.end - part.start,
        ).headers;
  if (fields === null && !isOldForm(letter)) return null;
  const type = fields?.get('feedback-type')?.toLowerCase() ?? 'abuse';
  const named = [...(fields?.all('original-rcpt-to') ?? []), ...(fields?.all('removal-recipient') ?? [])];
  const returned = letter.returned;
  const fallback = ['x-hmxmroriginalrecipient', 'x-original-to', 'delivered-to', 'to'];
  const recipients = named.map((name) => readAddress(name)).filter((address) => address !== null);
  if (recipients.length === 0) {
    const address = fallback.map((name) => readAddress(returned?.get(name) ?? null)).find((found) => found !== null);
    recipients.push(address ?? '');
  }
  return [...new Set(recipients)].slice(0, MAX_COMPLAINANTS).map((recipient) => {
    const reading = newReading(
      'arf',
      fields
        ?.get('user-agent')
        ?.slice(0, 80)
        .toLowerCase()
        .replace(/[^a-z0-9]+.*$/, '') || null,
      'complaint',
    );
    reading.recipient = recipient === '' ? null : recipient;
    reading.sender = readAddress(fields?.get('original-mail-from') ?? null) ?? letter.originalSender;
    reading.reportingMta = fields?.get('reporting-mta')?.replace(/^dns;\s*/i, '') ?? null;
    reading.diagnostic = `Feedback-Type: ${type}`;
    reading.timestamp = readDate(fields?.get('arrival-date') ?? null) ?? readDate(letter.headers.get('date'));
    reading.message = letter.original;
    reading.authentication = authenticationIn(fields?.all('authentication-results') ?? []) ?? letter.authentication;
    const source = ipAddressOf(fields?.get('source-ip'));
    if (source !== null) reading.sendingMta = { host: null, ip: source };
    // an opt-out is the recipient's wish; a report on authentication or a virus accuses nobody of anything
    reading.hint = type.startsWith('opt-out') ? 'notice.unsubscribe' : null;
    if (type === 'not-spam') {
      reading.kind = 'other';
      reading.warnings = [
        { code: 'not-spam', message: 'The recipient says that the message was not spam: no complaint.' },
      ];
    } else if (type === 'auth-failure' || type === 'virus') {
      reading.warnings = [
        {
          code: `feedback-${type}`,
          message: `This report is about ${type === 'virus' ? 'malware' : 'failed authentication'}, not about a person's complaint.`,
        },
      ];
    }
    return reading;
  });
}

/** Hotmail's "complaint about message from", and AOL-like "Email Feedback Report" mails: the message attached, no report part. */
function isOldForm(letter: Letter): boolean {
  const subject = letter.subject.trim();
  if (!letter.mail.parts.some((part) => part.contentType.type === 'message/rfc822')) return false;
  return (
    subject.startsWith('complaint about message from') ||
    (subject.startsWith('email feedback report for ip') && letter.from.includes('scomp'))
  );
}
