import type { Letter } from '../letter.ts';
import { blocksOf, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { angleHead } from './heads.ts';
import { linesBetween } from './labelled-fields.ts';

/** Active!hunter by TransWare, a spam filter of Japanese companies. */
export const activehunter: NdrDialect = { dialect: 'activehunter', signs: ['x-ahmailid:'], recognises, read };

function recognises(letter: Letter): boolean {
  return (
    letter.headers.has('x-ahmailid') &&
    /failure notice|delivery-status/.test(`${letter.subject} ${letter.mail.contentType.reportType ?? ''}`)
  );
}

/** Sendmail's headings; but `>>> a@example.net <a@example.net>` names a recipient. */
function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const isTranscript = (line: string): boolean => line.includes('----- Transcript of session follows -----');
  const recipients = blocksOf(
    lines,
    (line) => (line.startsWith('>>> ') ? angleHead(line.slice(line.lastIndexOf('<'))) : null),
    isTranscript,
  );
  const replies = linesBetween(lines, '----- Transcript of session follows -----', () => false).filter(
    (line) => line !== '',
  );
  return recipients.map(({ recipient }) => {
    const own = replies.filter((line) => recipient !== null && line.toLowerCase().includes(recipient.toLowerCase()));
    return { recipient, diagnostic: joinReply(own.length > 0 ? own : replies) };
  });
}
