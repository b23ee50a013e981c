import { appliedRecord, dmarc, dmarcPolicies, whyNoDmarc } from '../../fact/dmarc.ts';
import { seenAnswer, whyUnknown } from '../../fact/dns-words.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { type Spf, spf, unreadable } from '../../fact/spf.ts';
import { txtLine } from '../../fact/spf-publish.ts';
import { recordEnd } from '../../fact/spf-tree.ts';
import { quotedTerm, seenRecord } from '../../fact/spf-words.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

export default defineCheck({
  id: 'spf.parked',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'A domain without mail says that it sends none',
  about:
    'Forgers like domains that are not used for mail, as nobody watches them. An SPF record that allows nobody and a DMARC record with p=reject have all mail in their name refused, and cost nothing.',
  remedy: 'Publish "v=spf1 -all" at the domain and "v=DMARC1; p=reject" at _dmarc.',
  source: 'M3AAWG Protecting Parked Domains Best Common Practices (2015), RFC 7505 section 4.2',
  async run(context) {
    const domain = context.subject.domain as string;
    const { route, answer } = await mailServers(context);
    const mx = [seenAnswer(answer)];
    if (route === 'unknown')
      return undetermined(`Whether ${domain} takes mail could not be told: ${whyUnknown(answer)}.`, { seen: mx });
    if (route === 'mx') return notApplicable(`${domain} takes mail.`, { seen: mx });
    if (answer.status === 'no-domain') return notApplicable(`${domain} does not exist.`, { seen: mx });
    const found = await spf(context);
    const { root } = found;
    if (root.status === 'could-not-determine' || root.status === 'cut-off') return unreadable(found);
    const noMail = {
      'null-mx': 'says that it takes no mail (null MX)',
      none: 'has no mail server',
      implicit: 'has no MX record',
    }[route];
    const record = root.record?.text ?? root.records[0]?.text ?? null;
    const seen = [...mx, ...(record === null ? [seenAnswer(found.answer)] : [seenRecord(domain, record)])];
    const closed = sendsNothing(found);
    if (record !== null && closed === null)
      return tell(`${domain} ${noMail}, and its SPF record ${quotedTerm(record)} allows servers to send in its name.`, {
        seen,
      });
    const spfLine = txtLine(domain, 'v=spf1 -all');
    if (closed === true) {
      const policies = await dmarcPolicies(context);
      const discovery = await dmarc(context);
      const isRejected =
        policies !== null && [policies.rfc7489, policies.rfc9989].every(({ policy }) => policy === 'reject');
      const why = appliedRecord(discovery) === null ? whyNoDmarc(discovery) : null;
      const says = `${domain} ${noMail}, and its SPF record says that it sends none either`;
      if (isRejected) return pass(`${says}; DMARC has all mail in its name refused.`, { seen });
      if (why !== null) return undetermined(`${says}. Whether DMARC does so could not be told: ${why}.`, { seen });
      return warn(`${says}, but DMARC does not have forged mail refused.`, {
        seen,
        severity: 'low',
        fix: `Publish the DMARC record below in place of any other at _dmarc.${domain}.`,
        publish: txtLine(`_dmarc.${domain}`, 'v=DMARC1; p=reject'),
      });
    }
    const how = {
      seen,
      fix: `If ${domain} sends no mail, publish the records below in place of its SPF and DMARC records. If it does send, list in its SPF record what sends.`,
      publish: [spfLine, txtLine(`_dmarc.${domain}`, 'v=DMARC1; p=reject')].join('\n'),
    };
    const lacks =
      record === null
        ? 'no SPF record says that it sends none'
        : `its SPF record ${quotedTerm(record)} allows nobody, yet has no mail refused`;
    // a web site's address takes mail where there is no MX: whether anybody wants that cannot be seen
    if (route === 'implicit')
      return warn(`${domain} ${noMail}, and ${lacks}: if it is no mail domain, forgers can use its name.`, {
        ...how,
        severity: 'low',
      });
    return fail(`${domain} ${noMail}, and ${lacks}: forgers can send in its name.`, how);
  },
});

/** Whether the record allows nobody and has all mail refused; false where it allows nobody and only doubts; null where it allows somebody, or may. */
function sendsNothing({ tree, root }: Spf): boolean | null {
  if (root.status !== 'found') return root.status === 'none' ? false : null;
  const { ipv4Addresses, ipv6Networks, open, complete } = tree.authorised;
  if (!complete || open.length > 0 || ipv4Addresses > 0 || ipv6Networks > 0) return null;
  return recordEnd(root).all?.qualifier === '-';
}
