import type { Letter } from '../letter.ts';
import type { NdrDialect } from './dialect.ts';
import { readInterMail } from './intermail.ts';

/** au by KDDI (ezweb.ne.jp, au.com), a Japanese mobile network that runs InterMail. */
export const ezweb: NdrDialect = {
  dialect: 'ezweb',
  signs: ['ezweb.ne.jp', '@au.com', '.au.com'],
  recognises,
  read: readInterMail,
};

function recognises(letter: Letter): boolean {
  if (!/@(?:[\w-]+\.)*(?:ezweb\.ne\.jp|au\.com)\b/.test(letter.from)) return false;
  return (
    letter.subject.startsWith('mail system error - returned mail') ||
    letter.mail.contentType.reportType === 'delivery-status'
  );
}
