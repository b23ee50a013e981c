import { organizationalDomain } from '@whybounce/core/record';
import { deliverable, seenDeliverable } from '../../fact/message-domain.ts';
import { messageEnvelope } from '../../fact/message-envelope.ts';
import { domainOf } from '../../message/mailboxes.ts';
import { defineCheck, fail, notApplicable, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'msg.return_path',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'high',
  title: 'The return path takes bounces',
  about:
    'Bounces go to the sender of the envelope (MAIL FROM, later Return-Path). Its domain must have a mail server, else bounces are lost and some servers refuse the message at once.',
  remedy: 'Give the domain of the return path an MX record, or send with a return path of a domain that has one.',
  source: 'RFC 5321 section 4.4',
  async run(context) {
    const { subject, dns } = context;
    const envelope = await messageEnvelope(context);
    const path = subject.mailFrom ?? envelope?.mailFrom?.value ?? null;
    if (path === null)
      return undetermined(
        'The message does not tell its return path: it has neither Return-Path nor an SPF result. Name the return path to have it checked.',
      );
    const seen = [{ of: 'MAIL FROM', value: `<${path}>` }];
    if (path === '')
      return notApplicable(
        'The return path of the message is empty (<>), as that of bounces and of some automatic replies: nothing is to bounce.',
        { seen },
      );
    const domain = domainOf(path.slice(path.lastIndexOf('@') + 1));
    if (domain === null)
      return fail(`The return path “${path}” has no valid domain, so bounces cannot be delivered.`, { seen });
    const found = await deliverable(dns, domain);
    const all = [...seen, ...seenDeliverable(found)];
    if (found.takesMail === null)
      return undetermined(`Bounces go to ${path}. Whether ${domain} takes mail could not be told: ${found.why}.`, {
        seen: all,
      });
    if (!found.takesMail)
      return fail(`Bounces go to ${path}, and ${domain} takes no mail: ${found.why}.`, {
        seen: all,
        fix: fixOf(path, domain, subject.domain),
      });
    return pass(`Bounces go to ${path}, and ${domain} takes mail.`, { seen: all });
  },
});

/** Whom to turn to: a return path of a sending service is under its domain, where the author can publish nothing. */
function fixOf(path: string, domain: string, author: string | null): string {
  const own = author === null ? null : organizationalDomain(author);
  return own === null || organizationalDomain(domain) === own
    ? `Give ${domain} an MX record that names a server which takes the bounces.`
    : `${domain} is not under ${own}: ask the service that sends with ${path} to put it right, or have it use a return path under ${own}.`;
}
