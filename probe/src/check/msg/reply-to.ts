import { organizationalDomain } from '@whybounce/core/record';
import { deliverable, messageAddresses, seenDeliverable } from '../../fact/message-domain.ts';
import { isFreeMail } from '../../message/free-mail.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'msg.reply_to',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'low',
  title: 'Replies reach a mailbox',
  about:
    'Replies go to Reply-To where the message has one. Its domain must take mail. A free-mail address there while From is of a company is what fraud looks like, and filters score it.',
  remedy: 'Write a Reply-To address of your own domain that takes mail, or leave the field out.',
  source: 'RFC 5322 section 3.6.2',
  async run(context) {
    const { replyTo, from } = await messageAddresses(context);
    const [first] = replyTo;
    if (first === undefined) return notApplicable('The message has no Reply-To: replies go to its From address.');
    const seen = [{ of: 'Reply-To', value: replyTo.map(({ address }) => address).join(', ') }];
    const bad = replyTo.find(({ domain }) => domain === null);
    if (bad !== undefined)
      return fail(`“${bad.address}” in Reply-To is no valid mail address: replies are lost.`, { seen });
    const domains = [...new Set(replyTo.map(({ domain }) => domain as string))].slice(0, 3);
    const found = await Promise.all(domains.map((domain) => deliverable(context.dns, domain)));
    const all = [...seen, ...found.flatMap(seenDeliverable)];
    const dead = found.findIndex(({ takesMail }) => takesMail === false);
    if (dead >= 0)
      return fail(`Replies go to ${domains[dead]}, which takes no mail: ${found[dead]?.why}.`, {
        seen: all,
        severity: 'medium',
      });
    const author = from[0]?.domain ?? null;
    const free = domains.find(isFreeMail);
    if (free !== undefined && author !== null && !isFreeMail(author))
      return warn(`From is of ${author}, but replies go to a free address at ${free}. Filters take that for fraud.`, {
        seen,
        fix: `Have replies go to an address at ${author}.`,
      });
    const unknown = found.findIndex(({ takesMail }) => takesMail === null);
    if (unknown >= 0)
      return undetermined(
        `Replies go to ${first.address}. Whether ${domains[unknown]} takes mail could not be told: ${found[unknown]?.why}.`,
        {
          seen: all,
        },
      );
    const foreign = domains.find(
      (domain) => author !== null && organizationalDomain(domain) !== organizationalDomain(author),
    );
    if (foreign !== undefined)
      return tell(
        `From is of ${author}, and replies go to ${foreign}, which takes mail. That is allowed; readers may wonder.`,
        {
          seen: all,
        },
      );
    return pass(`Replies go to ${first.address}, and ${domains.join(', ')} takes mail.`, { seen: all });
  },
});
