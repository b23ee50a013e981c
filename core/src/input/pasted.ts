import { bouncePhrases, bounceSubjects } from '@whybounce/knowledge/marker';
import { textToByteString } from '../message/byte-string.ts';
import { readMail } from '../read/mail.ts';
import { hasMarker } from '../read/marks.ts';
import { summaryIn } from '../read/ndr/office365-summary.ts';
import { recipientLine } from '../read/ndr/prose.ts';
import { isFolded, readNamingReply } from '../read/reply.ts';
import { findCodes } from '../read/reply-codes.ts';
import { isSession, readSession } from '../read/session/read-session.ts';
import { newReading, type Reading } from '../reading.ts';
import { makeWellFormed } from './well-formed.ts';

/** Nobody pastes more than this: what lies beyond is not read. */
const MAX_PASTED = 1_048_576;
/** A paste with more lines than this is a report, however it looks. */
const MAX_REPLY_LINES = 12;

/**
 * Reads text that somebody copied from somewhere: one reply (folded, wrapped, quoted, with words
 * before it), or a report without its headers, perhaps quoted with `>` or cut at either end.
 *
 * @param text decoded text with any line ends
 */
export function readPasted(text: string): Reading[] {
  if (text.length > MAX_PASTED) return readPasted(text.slice(0, MAX_PASTED));
  const raw = text.toWellFormed().replace(/\r\n?/g, '\n').split('\n');
  const lines = unquote(raw);
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length === 0)
    return [nothing('empty-input', 'There is nothing to read: paste a bounce, a reply or a log line.')];
  for (const one of [raw, lines]) if (isSession(one)) return merged(readSession(one));
  if (!isReport(said)) return [readNamingReply(said)];
  // `Final-Recipient: …`, `Reason: …` and `<a@example.net>: …` look like the head of a mail and are its text.
  const body = mailField.test(said[0] ?? '') ? lines : ['', ...lines];
  return merged(readMail(textToByteString(body.join('\n')), { pasted: true }).map(makeWellFormed));
}

/** What was copied twice says the same of the same recipient twice: the first of such readings stays. */
function merged(readings: readonly Reading[]): Reading[] {
  const known = new Set<string>();
  return readings.filter(({ kind, recipient, enhancedStatus, diagnostic }) => {
    const key = JSON.stringify([kind, recipient?.toLowerCase(), enhancedStatus, diagnostic?.replace(/\s+/g, ' ')]);
    return known.size < known.add(key).size;
  });
}

/** Takes off the `>` of a quote, level by level, as long as most lines carry one. */
export function unquote(lines: readonly string[]): string[] {
  let current = [...lines];
  for (let level = 0; level < 5; level++) {
    const said = current.filter((line) => line.trim() !== '');
    const quoted = said.filter(
      (line) => /^\s{0,3}[>|](?!>>|From )/.test(line) && !/^>>> (?:DATA|RCPT|MAIL|EHLO|HELO|QUIT|AUTH)/i.test(line),
    );
    if (said.length === 0 || quoted.length < said.length * 0.6) return current;
    current = current.map((line) => line.replace(/^\s{0,3}[>|] ?/, ''));
  }
  return current;
}

/** Fields that only a delivery-status part has (RFC 3464). */
const statusField = /^(?:final-recipient|original-recipient|reporting-mta|remote-mta|diagnostic-code|action|status):/i;

/** Fields with which the head of a mail begins. */
const mailField =
  /^(?:from|to|cc|subject|date|sender|reply-to|received|return-path|message-id|in-reply-to|references|mime-version|content-[a-z-]+|auto-submitted|precedence|delivered-to|authentication-results|(?:x|dkim|arc|list|feedback)-[\w-]+)\s?:/i;

/** Whether pasted lines are more than a reply. */
function isReport(said: readonly string[]): boolean {
  if (said.length > MAX_REPLY_LINES) return true;
  if (isFolded(said)) return false;
  const text = said.join('\n').toLowerCase();
  if (said.some((line) => statusField.test(line)) && said.length > 1) return true;
  if (summaryIn(said) !== null) return true;
  if (said.length === 1) return false;
  if (said.some((line) => /^(?:from|subject|to|von|de|betreff|objet):\s/i.test(line)) && hasMarker(text, bouncePhrases))
    return true;
  const first = said[0] ?? '';
  if (findCodes(first).replyCode !== null && findCodes(first).at < 24) return false;
  return (
    hasMarker(text, bouncePhrases) ||
    hasMarker(text, bounceSubjects) ||
    said.some((line) => recipientLine(line) !== null)
  );
}

/** A reading for an input in which nothing was found. */
export function nothing(code: string, message: string): Reading {
  const reading = newReading('unknown', null, 'other');
  reading.warnings = [{ code, message }];
  return reading;
}
