import { MAX_RECIPIENTS } from '../../message/limits.ts';
import { addressesIn, cleanAddress } from '../address.ts';
import { findCodes } from '../reply-codes.ts';
import type { Failure } from './dialect.ts';

/** Lines of a report that are looked at. */
const MAX_LINES = 2_000;
/** Longest diagnostic that is put together from prose. */
const MAX_DIAGNOSTIC = 1_500;

/**
 * Reads the prose of a report that no dialect knows. People have written these for forty years and
 * all of them come down to the same: an address on a line of its own or at a line's start, and behind
 * it the words of the server; or one address and one sentence anywhere.
 */
export function readProse(text: string): Failure[] {
  const lines = text.split('\n', MAX_LINES);
  const failures: { recipient: string; diagnostic: string | null }[] = [];
  let words: string[] = [];
  const flush = (): void => {
    const last = failures[failures.length - 1];
    if (last !== undefined) last.diagnostic = joinDiagnostic(words) ?? last.diagnostic;
    words = [];
  };
  for (const [i, line] of lines.entries()) {
    const recipient = isHeaderTo(lines, i) ? null : recipientLine(line);
    if (recipient !== null && failures.length < MAX_RECIPIENTS) {
      if (failures[failures.length - 1]?.recipient === recipient.address) {
        words.push(recipient.rest);
        continue;
      }
      flush();
      failures.push({ recipient: recipient.address, diagnostic: null });
      if (recipient.rest !== '') words.push(recipient.rest);
    } else words.push(line);
  }
  flush();
  const whole = joinDiagnostic(lines);
  if (failures.length === 0) {
    const named = addressesIn(text, 4);
    const address = named.find((one) => !one.toLowerCase().startsWith('mailer-daemon@')) ?? null;
    return address === null && whole === null ? [] : [{ recipient: address, diagnostic: whole }];
  }
  // "… could not be delivered: mailbox full" may stand above the only address.
  const only = failures[0];
  if (failures.length === 1 && only !== undefined && (only.diagnostic === null || findCodes(only.diagnostic).at < 0)) {
    const above = whole;
    if (above !== null && (only.diagnostic === null || findCodes(above).at >= 0)) only.diagnostic = above;
  }
  return failures;
}

/** `To: a@example.net` between `From:` and `Subject:` is the head of a message that is quoted, not a verdict on its recipient. */
function isHeaderTo(lines: readonly string[], at: number): boolean {
  if (!/^[\s>*]*to\*?:/i.test(lines[at] ?? '')) return false;
  const neighbours = [...lines.slice(Math.max(0, at - 2), at), ...lines.slice(at + 1, at + 3)];
  return (
    neighbours.filter((line) => /^[\s>*]*(?:from|subject|date|sent|cc|reply-to|message-id)\*?:/i.test(line)).length >= 1
  );
}

/**
 * A line that names a failed recipient: `<a@example.net>:`, `  a@example.net`, `* a@example.net`,
 * `a@example.net: 550 …`, `<a@example.net>... User unknown`, `To: a@example.net`,
 * `5.1.1 <a@example.net>`, `a@example.net (reason: …)`.
 */
export function recipientLine(line: string): { readonly address: string; readonly rest: string } | null {
  if (!line.includes('@') || line.length > 2_048) return null;
  const found =
    /^[\s>*•\-–·\u3000]*(?:(?:RCPT )?To:|Recipient(?: address)?:|Addressed To:|Final-Recipient:\s*rfc822;|(?:[45]\d\d\s+)?(?:[45]\.\d+\.\d+\s+)?)\s*(?:"[^"]{0,80}"\s*)?(?:smtp:|mailto:|rfc822;)?<?([^\s<>,;:()[\]]{1,128}@[^\s<>,;:()[\]]{1,255})>?\s*(?:\((?:expanded from|reason)[^)]*\)|<mailto:[^>]*>|\(mailto:[^)]*\)|\[mailto:[^\]]*\])?\s*(:|\.\.\.|,|$|\(|\[|-\s|Invalid\b|\bmailbox\b|;)(.*)$/i.exec(
      line,
    );
  if (found === null) return null;
  const address = cleanAddress(found[1] ?? '');
  if (address === null) return null;
  return { address, rest: `${found[2] === '(' || found[2] === '[' ? found[2] : ''}${found[3] ?? ''}`.trim() };
}

/** Sentences that every report has and that say nothing. */
const boilerplate =
  /^(?:hi\.|this is the |i'?m afraid i wasn'?t able|this is a permanent error|sorry it didn'?t work|please do not reply|this message was (?:created|generated) automatically|a message that you sent|its recipients\.|could not be delivered to (?:one|the following)|the following address|for (?:further|more) assistance|if you do so|delete your own text|the mail system|this is an automatic)/i;

/** The line before a reply where Postfix wrapped it there: `host mx.example.net[192.0.2.1] said:` */
const saidAbove = /(?:^|\s)[\w.-]{1,255}\[[0-9A-Fa-f.:]{2,45}\](?::\d{1,5})? (?:said|refused to talk to me):$/;

/** Joins lines to one diagnostic: from the line that holds a reply if there is one, up to the end of its paragraph. */
export function joinDiagnostic(lines: readonly string[]): string | null {
  const trimmed = lines.map((line) => line.replace(/^[\s>|]+|\s+$/g, ''));
  let best = -1;
  for (const [i, line] of trimmed.entries()) {
    if (/^<<< ?[45]\d\d/.test(line) || /^[45]\d\d[ -]/.test(line)) {
      best = saidAbove.test(trimmed[i - 1] ?? '') ? i - 1 : i;
      break;
    }
    if (best < 0 && line !== '' && findCodes(line).at >= 0) best = i;
  }
  const from =
    best >= 0 ? best : trimmed.findIndex((line) => line !== '' && !boilerplate.test(line) && !/^[-=_*\s]+$/.test(line));
  if (from < 0) return null;
  const words: string[] = [];
  let length = 0;
  for (const line of trimmed.slice(from)) {
    if (line === '') {
      if (best >= 0 && words.length > 0) break;
      continue;
    }
    if (/^[-=_*]{3,}/.test(line) && words.length > 0) break;
    if (/^>>> /.test(line) || /^[-=_*\s]+$/.test(line)) continue;
    words.push(unfoldReply(words, line));
    length += line.length;
    if (length > MAX_DIAGNOSTIC) break;
  }
  const joined = words.join(' ').replace(/\s+/g, ' ').trim().slice(0, MAX_DIAGNOSTIC);
  return joined === '' ? null : joined;
}

/** In `550-5.7.1 one` and `550 5.7.1 two` the second line repeats the codes of the first. */
function unfoldReply(before: readonly string[], line: string): string {
  const reply = line.replace(/^<<< ?/, '');
  const code = /^([245]\d\d)[ -]([245]\.\d{1,3}\.\d{1,3} ?)?/.exec(reply);
  const first = before[0];
  if (code === null || first === undefined || !new RegExp(`(?:^|[^0-9])${code[1]}[ -]`).test(first)) return reply;
  return reply.slice(code[0].length);
}
