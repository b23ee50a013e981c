import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Domino by Lotus, IBM and HCL. Its words come in many languages, always in the same shape. */
export const domino: NdrDialect = {
  dialect: 'domino',
  signs: ['x-notes;', 'was not delivered to:', 'delivery failure:', 'postmaster@'],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  if (letter.statusHead.includes('diagnostic-code: x-notes;')) return true;
  const text = letter.wholeText;
  if (
    text.includes('was not delivered to:') &&
    text.includes('because:') &&
    text.trimStart().startsWith('Your message')
  )
    return true;
  const isReport = letter.subject.startsWith('delivery failure:') || /^[^@]*postmaster@/.test(letter.from);
  return isReport && shapeOf(text) !== null;
}

function read(letter: Letter): Failure[] {
  const shape = shapeOf(letter.wholeText);
  if (shape === null) return [];
  return shape.recipients.map((recipient) => ({ recipient, ...reasonOf(shape.reason) }));
}

interface Shape {
  readonly recipients: readonly string[];
  readonly reason: string | null;
}

/**
 * Sentences at the margin that end in a colon, and what they lead to indented by two spaces:
 *
 *     Your message
 *
 *       Subject: Offer
 *
 *     was not delivered to:
 *
 *       a@example.net
 *
 *     because:
 *
 *       User A (a@example.net) not listed in Domino Directory
 */
function shapeOf(text: string): Shape | null {
  if (!/[:：]\s*\n {2}\S/.test(text)) return null;
  const paragraphs: { intro: string; lines: string[] }[] = [];
  for (const line of linesOf(text)) {
    if (line === '') continue;
    const last = paragraphs[paragraphs.length - 1];
    if (/^ {2}\S/.test(line)) last?.lines.push(line.trim());
    else if (last !== undefined && last.lines.length === 0) last.intro += ` ${line}`;
    else paragraphs.push({ intro: line, lines: [] });
    if (paragraphs.length > 3) break;
  }
  const [subject, to, because] = paragraphs;
  if (
    subject?.lines[0] === undefined ||
    !/^[^\s:]{3,12} ?:/.test(subject.lines[0]) ||
    to === undefined ||
    because === undefined
  )
    return null;
  if (!/[:：]\s*$/.test(to.intro) || !/[:：]\s*$/.test(because.intro)) return null;
  const recipients = to.lines
    .flatMap((line) => line.split(/[,;]\s*/))
    .map((word) => cleanAddress(word))
    .filter((address) => address !== null);
  return recipients.length === 0 ? null : { recipients, reason: joinReply(because.lines) };
}

/** `Error transferring to mx.example.net; SMTP Protocol Returned a Permanent Error 550 5.1.1 …` */
function reasonOf(reason: string | null): Omit<Failure, 'recipient'> {
  const found =
    reason === null
      ? null
      : /^Error transferring to ([\w.-]{1,255}); (?:SMTP Protocol Returned a (?:Permanent|Transient) Error )?(.+)$/i.exec(
          reason,
        );
  return found === null
    ? { diagnostic: reason }
    : { diagnostic: found[2] ?? reason, remoteHost: found[1]?.toLowerCase() ?? null };
}
