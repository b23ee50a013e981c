import { counted, listed } from '../../fact/list-words.ts';
import { messageAddresses } from '../../fact/message-domain.ts';
import { messageVerification } from '../../fact/message-verification.ts';
import type { NoAuthor } from '../../verify/mailauth/dmarc.ts';
import { defineCheck, fail, pass, undetermined } from '../define.ts';

export default defineCheck({
  id: 'dmarc.multi_from',
  area: 'dmarc',
  input: 'message',
  needs: ['message'],
  severity: 'critical',
  title: 'From names one domain',
  about:
    'DMARC is about the one domain in the From field. With two From fields, or addresses of two domains in it, forgers could have one judged and the other shown: many receivers refuse such mail.',
  remedy: 'Send one From field with addresses of one domain.',
  source: 'RFC 9989 section 5.3.1',
  async run(context) {
    const verified = await messageVerification(context);
    if ('beyond' in verified) return undetermined(verified.beyond);
    const { fromFields, from } = await messageAddresses(context);
    const seen = fromFields.slice(0, MAX_SHOWN).map((value) => ({ of: 'From', value: value.slice(0, MAX_CHARACTERS) }));
    const { noAuthor } = verified.dmarc;
    if (noAuthor === null) return pass(`From names one domain: ${verified.authorDomain}.`, { seen });
    const domains = [...new Set(from.map(({ address }) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()))];
    const says: Readonly<Record<NoAuthor, string>> = {
      'multiple-from-fields': `The message has ${fromFields.length} From fields, and a message may have one: many receivers refuse it.`,
      'multiple-author-domains': `From names addresses of ${counted(domains.length, 'domain')} (${listed(domains)}): DMARC cannot tell whose mail it is, and many receivers refuse it.`,
      'no-author-domain':
        fromFields.length === 0
          ? 'The message has no From field, which every message must have: many receivers refuse it.'
          : 'From holds no address with a domain: many receivers refuse such mail.',
      'invalid-author-domain': `From names a domain that cannot exist${domains.length > 0 ? ` (${listed(domains)})` : ''}: many receivers refuse such mail.`,
    };
    return fail(says[noAuthor], {
      seen: seen.length > 0 ? seen : [{ of: 'From', value: 'no such field' }],
      fix: 'Send one From field with one address. To name others, use Reply-To and Cc.',
    });
  },
});

/** Fields that are shown, and their characters: a hostile message has thousands. */
const MAX_SHOWN = 4;
const MAX_CHARACTERS = 300;
