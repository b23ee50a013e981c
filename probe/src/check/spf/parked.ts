import { seenAnswer, whyUnknown } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, dmarcPolicies, whyNoDmarc } from '../../fact/dmarc.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { type Spf, spf, unreadable } from '../../fact/spf.ts';
import { recordEnd, unreadName } from '../../fact/spf-tree.ts';
import { quotedTerm, seenRecord } from '../../fact/spf-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, tell, undetermined, warn } from '../define.ts';

/** How a domain without mail came to be known as one. */
const noMail = {
  'null-mx': 'says by its MX record that it takes no mail',
  none: 'has no mail server',
  implicit: 'has no MX record',
} as const;

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
    const { root, tree } = found;
    if (root.status === 'could-not-determine' || root.status === 'cut-off') return unreadable(found);
    if (root.status === 'several')
      return notApplicable(
        `${domain} ${noMail[route]}, and has ${root.records.length} SPF records: merge them first.`,
        {
          seen: mx,
        },
      );
    const record = root.record?.text ?? null;
    const seen = [...mx, ...(record === null ? [seenAnswer(found.answer)] : [seenRecord(domain, record)])];
    const start = `${domain} ${noMail[route]}`;
    if (allowsSomebody(found))
      return tell(`${start}, and its SPF record ${quotedTerm(record ?? '')} allows servers to send in its name.`, {
        seen,
      });
    const open = unreadName(tree);
    if (open !== null)
      return undetermined(`${start}. Whether its SPF record allows anybody to send could not be told: ${open}.`, {
        seen,
      });
    const policy = await rejects(context);
    const dmarcLine = txtLine(`_dmarc.${domain}`, 'v=DMARC1; p=reject');
    const isClosed = root.record?.valid === true && recordEnd(root).all?.qualifier === '-';
    if (isClosed) {
      const says = `${start}, and its SPF record says that it sends none either`;
      if (policy.rejects === true) return pass(`${says}; DMARC has all mail in its name refused.`, { seen });
      if (policy.rejects === null)
        return undetermined(`${says}. What DMARC says could not be told: ${policy.why}.`, { seen });
      return warn(`${says}, but DMARC does not have forged mail refused.`, {
        seen,
        severity: 'low',
        fix: `Publish the DMARC record below in place of any other at _dmarc.${domain}.`,
        publish: dmarcLine,
      });
    }
    const lacks =
      record === null
        ? 'no SPF record says that it sends none'
        : `its SPF record ${quotedTerm(record)} allows nobody and yet has no mail refused`;
    const how = {
      seen,
      fix: `If ${domain} sends no mail, publish what stands below in place of what is there. If it does send, list in its SPF record what sends.`,
      publish: [txtLine(domain, 'v=spf1 -all'), ...(policy.rejects === true ? [] : [dmarcLine])].join('\n'),
    };
    if (policy.rejects === true)
      return warn(`${start}, and ${lacks}; DMARC alone has forged mail refused.`, { ...how, severity: 'low' });
    // a web site's address takes mail where there is no MX: whether anybody wants that cannot be seen
    if (route === 'implicit')
      return warn(`${start}, and ${lacks}: if it is no mail domain, forgers can use its name.`, {
        ...how,
        severity: 'low',
      });
    return fail(`${start}, and ${lacks}: forgers can send in its name.`, how);
  },
});

function allowsSomebody({ tree }: Spf): boolean {
  const { ipv4Addresses, ipv6Networks, open } = tree.authorised;
  return open.length > 0 || ipv4Addresses > 0 || ipv6Networks > 0;
}

/** Whether DMARC has all forged mail refused; null where that is not known, with why. */
async function rejects(
  context: CheckContext,
): Promise<{ readonly rejects: boolean | null; readonly why: string | null }> {
  const found = await dmarc(context);
  const policies = await dmarcPolicies(context);
  const why = appliedRecord(found) === null ? whyNoDmarc(found) : null;
  if (why !== null) return { rejects: null, why };
  const both = policies === null ? [] : [policies.rfc7489, policies.rfc9989];
  return {
    rejects: both.length > 0 && both.every(({ policy, percent }) => policy === 'reject' && percent === 100),
    why,
  };
}
