import { messageParts } from '../../fact/message-content.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

/** `Re:` and `Fwd:` as programs of several languages write them, with a count or without. */
const REPLY = /^\s{0,8}(re|aw|sv|vs|antw|odp|rif|ynt|res)\s{0,2}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s{0,2}:/i;
const FORWARD = /^\s{0,8}(fwd?|wg|tr|rv|vb|enc|doorst|i)\s{0,2}:/i;
/** Ticket systems answer what came in by telephone or a form, and then know no message to point to. */
const TICKET = /[[(#][^\])]{0,40}\d{2,12}[\])]?/;

export default defineCheck({
  id: 'msg.fake_reply',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'medium',
  title: 'Re: and Fwd: stand where there was a message before',
  about:
    'A subject that begins with Re: or Fwd: looks like a conversation. Where the message names none in In-Reply-To or References, filters and readers take it for a trick of advertisers.',
  remedy: 'Take the prefix out of the subject.',
  source: 'RFC 5322 section 3.6.5',
  async run(context) {
    const { headers } = await messageParts(context);
    const subject = headers.text('subject') ?? '';
    const prefix = (REPLY.exec(subject) ?? FORWARD.exec(subject))?.[1];
    if (prefix === undefined) return pass('The subject does not claim to answer or forward a message.');
    const shown = subject.slice(0, 120);
    const seen = [{ of: 'Subject', value: shown }];
    for (const field of ['in-reply-to', 'references'])
      if (headers.get(field))
        return pass(`The subject begins with ${prefix}:, and the message names the one before it.`, { seen });
    const fix = `Write the subject without “${prefix}:”, or have the program that answers add In-Reply-To and References.`;
    if (FORWARD.test(subject) || TICKET.test(subject))
      return warn(
        `The subject begins with ${prefix}:, and neither In-Reply-To nor References names a message before it. Some programs leave them out.`,
        {
          seen,
          fix,
          severity: 'low',
        },
      );
    return fail(
      `The subject “${shown}” looks like an answer, but neither In-Reply-To nor References names a message before it.`,
      {
        seen,
        fix,
      },
    );
  },
});
