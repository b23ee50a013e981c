import { newReading, type Reading } from '../reading.ts';
import { findCodes } from './reply-codes.ts';
import { namedInReply, takeReportLine } from './reply-names.ts';
import { tellsCode } from './told-code.ts';
import { unwrapReply } from './unwrap-reply.ts';

const numbersInProse = {
  code: 'no-delivery-event',
  message:
    'The numbers in this text look like codes of a reply, and nothing beside them speaks of mail: paste what the server wrote.',
};

/** One SMTP reply, whatever lines it was broken into. */
export function readReply(lines: readonly string[]): Reading {
  const reading = newReading('reply', null, 'bounce');
  const code = /^["'(<>\s]*([245]\d\d)-/.exec(lines[0] ?? '')?.[1];
  const words = lines.map((line, i) => {
    const trimmed = line.trim();
    if (i === 0 || code === undefined) return trimmed;
    // Only the first line of a folded reply keeps its codes (RFC 5321 section 4.2.1).
    return trimmed.replace(new RegExp(`^${code}[ -](?:[245]\\.\\d{1,3}\\.\\d{1,3} ?)?`), '');
  });
  reading.diagnostic = words.join(' ').replace(/\s+/g, ' ').trim();
  const codes = findCodes(reading.diagnostic);
  if (codes.at >= 0 && !lines.some(tellsCode) && !tellsCode(unwrapReply(reading.diagnostic).text)) {
    reading.kind = 'other';
    reading.warnings = [numbersInProse];
    return reading;
  }
  const { replyCode, enhancedStatus } = codes;
  const digit = replyCode !== null ? Math.trunc(replyCode / 100) : Number(enhancedStatus?.[0] ?? 5);
  if (digit === 2) reading.kind = 'delivery';
  else if (digit === 4) reading.kind = 'deferral';
  if (replyCode === null && enhancedStatus === null && !/\p{L}{3}/u.test(reading.diagnostic)) reading.kind = 'other';
  return reading;
}

/**
 * {@link readReply} with the recipient or sender whom the reply names. Not for replies of the caller's own session:
 * these count as verified, and the server that was spoken to could have any other's address suppressed by
 * naming it.
 */
export function readNamingReply(lines: readonly string[]): Reading {
  const [first = '', ...more] = lines;
  const report = takeReportLine(first);
  const reading = readReply(report === null ? lines : [report.rest, ...more]);
  if (reading.kind === 'other' || reading.diagnostic === null) return reading;
  const said = namedInReply(reading.diagnostic);
  reading.recipient = report?.recipient ?? said.recipient;
  reading.originalRecipient = report?.originalRecipient ?? null;
  reading.sender = said.sender;
  return reading;
}

/** `550-5.7.1 one` / `550 5.7.1 two`: all but the last continue, all with one code. */
export function isFolded(lines: readonly string[]): boolean {
  const codes = lines.map((line) => /^["'(<>\s]*([245]\d\d)([ -])/.exec(line));
  const first = codes[0]?.[1];
  return codes.every((code, i) => code !== null && code[1] === first && (i === codes.length - 1 || code[2] === '-'));
}
