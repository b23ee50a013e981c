import { policyFor } from '@whybounce/core/record';
import { dmarc, isOfOrganization, recordToRead } from '../../fact/dmarc.ts';
import { dmarcProposal } from '../../fact/dmarc-proposal.ts';
import { defineCheck, notApplicable, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.np_subdomains',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'Invented subdomains are refused',
  about:
    'Forgers like subdomains that do not exist, such as billing.example.com: nothing is published there. The tag np says what receivers do with such mail; without it, sp or p counts. Nobody sends from a name that does not exist, so that np=reject is safe from the first day.',
  remedy: 'Add np=reject to the DMARC record.',
  source: 'RFC 9989 section 4.7',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, domain, seen } = read;
    if (!isOfOrganization(await dmarc(context), read))
      return notApplicable(
        `The record at ${name} is that of a subdomain, whose np counts for nothing: that of the domain above it does.`,
        { seen },
      );
    const { tag, requested } = policyFor(record, { subdomain: true, exists: false }, 'rfc9989');
    if (tag === null) return notApplicable(`The record at ${name} names no policy that can be read.`, { seen });
    const says = `For mail from subdomains of ${domain} that do not exist, ${tag}=${requested} counts`;
    if (requested === 'reject') return pass(`${says}: it is refused.`, { seen });
    const { want, publish, says: changes } = await dmarcProposal(context);
    return warn(`${says}: it is ${requested === 'none' ? 'delivered as without DMARC' : 'put into the spam folder'}.`, {
      seen,
      fix: `${
        want.np === undefined
          ? `The SPF record of ${domain} says that it sends no mail: p=reject has all mail in its name refused, that from such subdomains too.`
          : 'Write np=reject: it concerns only names that do not exist in the DNS, and no mail of yours; receivers that follow RFC 7489 do not read np.'
      } ${changes}`,
      publish,
    });
  },
});
