import { bounceSubjects } from '@whybounce/knowledge';
import { textToByteString } from '../message/byte-string.ts';
import { parseHeaders } from '../message/headers.ts';
import type { Letter } from './letter.ts';
import { bareSubject, hasMarker } from './marks.ts';

/** The lines with which mail programs head a message that is forwarded inside the text. */
const forwardLine =
  /^[\s>]*(?:-{2,}|_{5,}|begin forwarded message|.{0,3}forwarded message)[^\n]*$|^[\s>*]*(?:from|von|de|da|van|från|fra|od|от|差出人|发件人|寄件者|보낸 사람)\*?\s?[:：][^\n]*$/gim;

const reporter = /mailer[-_. ]?daemon|postmaster|mail delivery|microsoft outlook|microsoftexchange|delivery subsystem|mail system/i;

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
  for (const found of text.matchAll(forwardLine)) {
    const line = found[0];
    const isDivider = !/[:：]/.test(line) || /forwarded message/i.test(line);
    const rest = text.slice(isDivider ? found.index + line.length : found.index).replace(/^\s+/, '');
    const quote = /^[\s>]*/.exec(rest)?.[0].trim() ?? '';
    const body = quote === '' ? rest : rest.replace(/^[ \t]*>[ \t]?/gm, '');
    const { headers } = parseHeaders(body.replace(/^\*(\S[^:*\n]{0,20}):\*/gm, '$1:'), 0, 4_096);
    const head = body.slice(0, 600);
    const subject = headers.text('subject') ?? /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|件名|主题|主旨|제목)\s?[:：](.*)$/im.exec(head)?.[1] ?? '';
    const from = headers.text('from') ?? line;
    if (reporter.test(from) || hasMarker(bareSubject(subject.trim().toLowerCase()), bounceSubjects)) return textToByteString(body);
  }
  return null;
}
