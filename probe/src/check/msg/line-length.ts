import { counted } from '../../fact/list-words.ts';
import { messageParts } from '../../fact/message-content.ts';
import { MAX_LINE } from '../../message/lines.ts';
import { defineCheck, fail, pass } from '../define.ts';

/** Characters of the line that are shown. */
const SHOWN = 160;

export default defineCheck({
  id: 'msg.line_length',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'No line is longer than 998 characters',
  about:
    'Mail servers may cut lines of more than 998 octets. A cut line changes the message, so that its DKIM signature no longer holds, and a cut link leads nowhere. HTML in one long line is the usual reason.',
  remedy: 'Send the text in quoted-printable or base64, which keep lines short by themselves.',
  source: 'RFC 5322 section 2.1.1',
  async run(context) {
    const { lines, mail } = await messageParts(context);
    const { longest, tooLong } = lines;
    if (tooLong === 0)
      return pass(`The longest line, number ${longest.line}, has ${longest.length} octets; ${MAX_LINE} are allowed.`);
    const text = mail.raw.slice(longest.start, longest.start + SHOWN).replace(/\p{Cc}/gu, ' ');
    const inHeader = longest.start < mail.bodyStart;
    return fail(
      `${counted(tooLong, 'line is', 'lines are')} longer than ${MAX_LINE} octets. The longest, line ${longest.line} ${inHeader ? 'in the header' : 'in the text'}, has ${longest.length}.`,
      {
        seen: [{ of: `line ${longest.line}`, value: `${text}…` }],
        fix: inHeader
          ? 'Have the sending program fold this header field: a line break and a blank before each further piece.'
          : 'Send this text with Content-Transfer-Encoding: quoted-printable, or base64: both keep lines short by themselves.',
      },
    );
  },
});
