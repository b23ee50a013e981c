import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** fml, a mailing list server that is common in Japan: what it tells when it does not distribute an article. */
export const fml: NdrDialect = {
  dialect: 'fml',
  signs: [
    'loop alert: ',
    'loop back warning: ',
    'warning: uniq id',
    'security alert',
    'not member article from ',
    ' are not member',
    'fml error',
    'fml system error',
    'ignored not plain/text',
    'subject too long',
    'reject mail from ',
    'rejected mail from ',
  ],
  recognises,
  read,
};

/** Subjects of its notices; list articles have the same headers, so that these decide. */
const notices =
  /^(?:loop alert: |loop back warning: |warning: uniq id|security alert|not member article from |you .{1,40} are not member|fml (?:system )?error|ignored not plain\/text|subject too long|reject(?:ed)? mail from )/;

function recognises(letter: Letter): boolean {
  if (!letter.headers.has('x-mlserver') && !/\.FML[\w-]{1,40}\./.test(letter.headers.get('message-id') ?? ''))
    return false;
  return notices.test(letter.subject);
}

/** `Duplicated Message-ID in <list@example.net>.` The list is whom the article did not reach. */
function read(letter: Letter): Failure[] {
  const diagnostic = joinReply(firstParagraph(linesOf(letter.text)));
  const list =
    addressesIn(diagnostic ?? '', 1)[0] ??
    letter.from
      .match(/([\w.+-]{1,64})-(?:admin|request|owner)@([\w.-]{1,255})/)
      ?.slice(1, 3)
      .join('@') ??
    null;
  return diagnostic === null ? [] : [{ recipient: list, diagnostic }];
}
