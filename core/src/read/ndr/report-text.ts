import { decodeText, partText } from '../../message/mail.ts';
import type { Letter } from '../letter.ts';

/**
 * The first text part of a report, whole. `letter.text` ends where headers begin; some MTAs quote a
 * few headers of the message first and say only below them what happened. Others put their words
 * into a part that they call an attachment.
 */
export function wholeText(letter: Letter): string {
  const { mail } = letter;
  const part = mail.parts.find(({ contentType, inside }) => inside === 0 && contentType.type.startsWith('text/plain'));
  if (part !== undefined) return partText(mail, part);
  const [only] = mail.parts;
  return only === undefined || only.contentType.type.startsWith('multipart/')
    ? ''
    : decodeText(mail.raw.slice(only.start, only.end), only.headers, only.contentType);
}
