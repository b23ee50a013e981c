import { deliverable, messageAddresses, seenDeliverable } from '../../fact/message-domain.ts';
import { defineCheck, fail, pass, undetermined, warn } from '../define.ts';

/** An address in a display name: phishing shows one there and writes from another. */
const ADDRESS_IN_NAME = /[^\s<>@"]{1,64}@((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63})/i;

/** Emoji and check marks, with which some pretend to be verified; the signs of trade marks are not among them. */
const PICTURE = /[\u2713\u2714\u2611]|(?![\u00a9\u00ae\u2122])\p{Extended_Pictographic}/u;

export default defineCheck({
  id: 'msg.from',
  area: 'message',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'One From address, of a domain that takes mail',
  about:
    'The From field names whose message it is; DMARC, filters and readers go by it. There must be one such field with one valid address, and its domain must be able to take replies and bounces.',
  remedy: 'Write one From field with one address of a domain that exists and has an MX record.',
  source: 'RFC 5322 section 3.6.2; https://support.google.com/a/answer/81126',
  async run(context) {
    const { fromFields, from } = await messageAddresses(context);
    const seen = fromFields.map((value) => ({ of: 'From', value }));
    const [first] = from;
    if (fromFields.length === 0)
      return fail('The message has no From field, so nobody can tell whose it is.', {
        seen: [{ of: 'From', value: 'missing' }],
      });
    if (fromFields.length > 1)
      return fail(
        `The message has ${fromFields.length} From fields. Large providers refuse it, as readers may be shown another than filters judge.`,
        {
          seen,
        },
      );
    if (first === undefined) return fail('The From field holds no address.', { seen });
    if (from.length > 1)
      return fail(
        `From names ${from.length} addresses: ${from
          .map(({ address }) => address)
          .slice(0, 3)
          .join(', ')}. Large providers accept one.`,
        { seen },
      );
    if (first.domain === null) return fail(`“${first.address}” in From is no valid mail address.`, { seen });
    const found = await deliverable(context.dns, first.domain);
    const all = [...seen, ...seenDeliverable(found)];
    if (found.takesMail === false)
      return fail(
        `From is ${first.address}, and ${first.domain} takes no mail: ${found.why}. Replies and bounces are lost.`,
        {
          seen: all,
          fix: `Write from a domain that takes mail, or give ${first.domain} an MX record.`,
        },
      );
    const inName = ADDRESS_IN_NAME.exec(first.name.slice(0, 500));
    if (inName !== null && inName[1]?.toLowerCase() !== first.domain)
      return warn(
        `The name in From shows the address ${inName[0]}, but the message is from ${first.address}. Filters take that for phishing.`,
        {
          seen,
          fix: `Write a name without an address before ${first.address}.`,
          severity: 'high',
        },
      );
    if (PICTURE.test(first.name))
      return warn(
        `The name in From, “${first.name.slice(0, 80)}”, holds a picture sign. Gmail asks for names without emoji and check marks.`,
        {
          seen,
          fix: 'Write a name of letters alone: who sends, and nothing of what the message is about.',
          severity: 'low',
        },
      );
    if (found.takesMail === null)
      return undetermined(
        `From is ${first.address}. Whether ${first.domain} takes mail could not be told: ${found.why}.`,
        {
          seen: all,
        },
      );
    return pass(`From is ${first.address}, and ${first.domain} takes mail.`, { seen: all });
  },
});
