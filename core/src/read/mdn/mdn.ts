import { parseHeaders } from '../../message/headers.ts';
import { normaliseLineEnds } from '../../message/mail.ts';
import { newReading, type Reading } from '../../reading.ts';
import { readAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { readDate } from '../mail-date.ts';
import { joinReply, linesOf } from '../ndr/blocks.ts';

/**
 * Reads a disposition notification (RFC 8098): displayed, deleted, dispatched, processed. One by which a
 * filter refuses the message (RFC 5429, `reject` of Sieve) is a bounce. Null where the mail is none.
 */
export function readDisposition(letter: Letter): Reading[] | null {
  const part =
    letter.part('message/disposition-notification') ?? letter.part('message/global-disposition-notification');
  if (part === null) return null;
  const text = normaliseLineEnds(letter.mail.raw.slice(part.start, part.end)).trimStart();
  const { headers } = parseHeaders(text, 0, text.length);
  const disposition = headers.get('disposition') ?? '';
  const failure = headers.get('failure') ?? headers.get('error');
  const reason = refusal(letter, disposition, failure);
  const reading = newReading('mdn', null, reason === null ? 'other' : 'bounce');
  reading.recipient = readAddress(
    headers.get('final-recipient') ?? headers.get('original-recipient') ?? letter.headers.get('from'),
  );
  reading.reportingMta = headers.get('reporting-ua')?.split(';', 1)[0]?.trim() || null;
  reading.sender = letter.originalSender;
  reading.dsnAction = /;\s*([a-z-]+)/i.exec(disposition)?.[1]?.toLowerCase() ?? null;
  reading.diagnostic = reason ?? failure ?? headers.get('warning');
  reading.timestamp = readDate(letter.headers.get('date'));
  const { original } = letter;
  reading.message = {
    ...original,
    messageId: original.messageId ?? headers.get('original-message-id')?.replace(/^<|>$/g, '') ?? null,
  };
  if (reason !== null) reading.stage = 'after-acceptance';
  else
    reading.warnings = [
      { code: 'read-receipt', message: 'A notification of what became of the message after delivery: it did arrive.' },
    ];
  return [reading];
}

/** That nobody looked at the message; so do mailboxes that are emptied unread, so that more has to say that it was refused. */
const automaticallyDeleted = /^automatic-action\s*\/\s*mdn-sent-automatically\s*;\s*deleted\b/i;

/**
 * What filters say above their user's reason: Cyrus and Pigeonhole (`by Sieve, …`, `by Dovecot …`, then the second
 * line), Dovecot's delivery agent (`Your message to <a@example.net> was automatically rejected:`), and RFC 5429.
 */
const refused =
  /\bwas\s+automatically\s+rejected\b|\bwas\s+refused\s+by\s+the\s+recipient['’]s\s+mail\s+filtering\s+program\b/i;
const introduction =
  /\bthe\s+following\s+reason\s+was\s+given:|\bthe\s+reason\s+given\s+was\s+as\s+follows:|\bwas\s+automatically\s+rejected:/i;

/** Why a filter refused the message; null where none did. */
function refusal(letter: Letter, disposition: string, failure: string | null): string | null {
  const isDeleted = automaticallyDeleted.test(disposition);
  if (!isDeleted && failure === null) return null;
  const { text } = letter;
  if (!refused.test(text)) return isDeleted ? failure : null;
  const led = introduction.exec(text);
  const given = led === null ? null : joinReply(linesOf(text.slice(led.index + led[0].length)));
  return given ?? failure ?? joinReply(linesOf(text));
}
