import { bounceSubjects } from '@whybounce/knowledge/marker';
import { textToByteString } from '../message/byte-string.ts';
import { parseHeaders } from '../message/headers.ts';
import type { Letter } from './letter.ts';
import { bareSubject, hasMarker } from './marks.ts';

/** Lines with which mail programs announce a forwarded message; quote signs are gone. */
const divider = /^(?:-{2,}|_{5,}|begin forwarded message|.{0,3}forwarded message)/i;
/** The first header of a forwarded message as mail programs show it, in the languages that they do. */
const fromLine = /^\*?(?:from|von|de|da|van|från|fra|od|от|差出人|发件人|寄件者|보낸 사람)\*?\s?[:：]/i;
/** Lines in which a forwarded message is looked for. */
const MAX_LINES = 2_000;

const reporter =
  /mailer[-_. ]?daemon|postmaster|mail delivery|microsoft outlook|microsoftexchange|delivery subsystem|mail system/i;

/**
 * The bounce inside a mail that somebody forwarded: attached as a message, or pasted into the text
 * with its headers as the mail program shows them. Null where there is none.
 *
 * @returns byte string of the inner mail
 */
export function forwardedBounce(letter: Letter): string | null {
  return attached(letter) ?? inline(letter.fullText);
}

function attached(letter: Letter): string | null {
  const { parts, raw } = letter.mail;
  for (const [i, part] of parts.entries()) {
    if (part.inside > 0 || !part.contentType.type.startsWith('message/')) continue;
    let end = part.end;
    for (let next = i + 1; next < parts.length; next++) {
      const inner = parts[next];
      if (inner === undefined || inner.inside <= part.inside) break;
      end = inner.end;
    }
    if (end > part.start) return raw.slice(part.start, end).replace(/^[\r\n]+/, '');
  }
  return null;
}

function inline(text: string): string | null {
  let start = 0;
  for (let lines = 0; lines < MAX_LINES && start < text.length; lines++) {
    const end = endOfLine(text, start);
    const line = text.slice(start, Math.min(end, start + 200)).replace(/^[\s>]+/, '');
    const isDivider = divider.test(line);
    if (isDivider || fromLine.test(line)) {
      const body = unquoted(text.slice(isDivider ? end : start).trimStart());
      if (isReport(body, line)) return textToByteString(body);
    }
    start = end + 1;
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Takes one level of `>` off every line, if the first has one. */
function unquoted(text: string): string {
  return text.startsWith('>') ? text.replace(/^[ \t]*>[ \t]?/gm, '') : text;
}

/** Whether a forwarded message, by its From or Subject, is a report. `first` is the line that it was found by. */
function isReport(body: string, first: string): boolean {
  const head = body.slice(0, 4_096).replace(/^\*(\S[^:*\n]{0,20}):\*/gm, '$1:');
  const { headers } = parseHeaders(head, 0, head.length);
  const subject = headers.text('subject') ?? subjectLine.exec(head.slice(0, 600))?.[1] ?? '';
  return (
    reporter.test(headers.text('from') ?? first) || hasMarker(bareSubject(subject.trim().toLowerCase()), bounceSubjects)
  );
}

const subjectLine =
  /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|件名|主题|主旨|제목)\s?[:：](.*)$/im;
