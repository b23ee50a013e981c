import { isDetermined } from '@whybounce/core/dns';
import {
  type AppliedPolicy,
  type DmarcWish,
  organizationalDomain,
  selectSpf,
  writeDmarc,
} from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, dmarcPolicies, meantTexts, whyNoDmarc } from '../../fact/dmarc.ts';
import { mailboxAt, sayMailbox } from '../../fact/dmarc-reports.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { sendsNothing } from '../../fact/sends-nothing.ts';
import { quoted } from '../../quoted.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.present',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The domain has a DMARC record',
  about:
    'DMARC says what receivers do with mail that only pretends to come from a domain. Gmail, Yahoo and Microsoft refuse mail in bulk from domains without a DMARC record. A subdomain takes the record of the domain above it.',
  remedy: 'Publish a DMARC record at _dmarc of the domain; v=DMARC1; p=none with a mailbox for reports is the start.',
  source: 'RFC 9989 section 4.10',
  async run(context) {
    const domain = context.subject.domain as string;
    const found = await dmarc(context);
    const { own } = found;
    if (own === null) return notApplicable(`${domain} is no domain name, so it can have no DMARC record.`);
    const applied = appliedRecord(found);
    if (applied !== null) {
      const { owner, name, record, seen } = applied;
      if (owner === 'own') return pass(`${domain} has a DMARC record, at ${name}: ${quoted(record.text)}.`, { seen });
      const inherited = `${domain} has no DMARC record of its own: the one at ${name} applies to it`;
      const policies = await dmarcPolicies(context);
      const asks = policies === null ? '' : askedFor(policies.rfc9989);
      if (owner === 'organization') return pass(`${inherited}${asks}.`, { seen });
      const first = await firstRecord(context, []);
      return warn(
        `${inherited}${asks}. That is the record of the registry; receivers that follow RFC 7489 do not find it.`,
        { seen, fix: first.says, publish: first.publish },
      );
    }
    const seen = [seenAnswer(own.answer)];
    const why = whyNoDmarc(found);
    if (why !== null) return undetermined(`Whether ${domain} has a DMARC record could not be told: ${why}.`, { seen });
    // only after the question for the record: a zone can hold _dmarc below a name that has nothing else
    const itself = await context.dns.query(domain, 'SOA');
    if (itself.status === 'no-domain' && itself.chain.length === 0)
      return notApplicable(`${domain} does not exist, so it needs no DMARC record.`, {
        seen: [...seen, seenAnswer(itself)],
      });
    return missing(context, seen);
  },
});

function askedFor({ tag, requested }: AppliedPolicy): string {
  return tag === null ? '' : `, and asks for ${tag}=${requested}`;
}

async function missing(context: CheckContext, seen: Verdict['seen']): Promise<Verdict> {
  const domain = context.subject.domain as string;
  const found = await dmarc(context);
  const { own, misplaced } = found;
  if (own?.status === 'several')
    return fail(`${own.name} has ${own.records.length} DMARC records, so receivers act as if there were none.`, {
      seen,
      fix: `Put one record at ${own.name} in place of the ${own.records.length}: the check "There is one DMARC record, not several" (dmarc.single) shows it.`,
    });
  const others = meantTexts(found);
  const meant = writeDmarc({ existing: others, want: {} });
  if (meant.replaces.length > 0) {
    const where = own?.others.includes(meant.replaces[0] as string) === true ? own.name : misplaced[0]?.name;
    const meantAs = await firstRecord(context, others);
    return fail(
      `Receivers find no DMARC record for ${domain}: what was meant as one stands at ${where} and cannot be used as it is.`,
      {
        seen,
        fix: meantAs.says,
        publish: meantAs.publish,
      },
    );
  }
  const first = await firstRecord(context, []);
  const top = organizationalDomain(domain) ?? domain;
  return fail(`${domain} has no DMARC record, and neither has a domain above it.`, {
    seen,
    fix: `${first.says}${first.isClosed || top === domain ? '' : ` Better still at _dmarc.${top}, where it is for all names under ${top}.`}`,
    publish: first.publish,
  });
}

/** The record to begin with. */
async function firstRecord(
  context: CheckContext,
  existing: readonly string[],
): Promise<{ readonly publish: string; readonly says: string; readonly isClosed: boolean }> {
  const domain = context.subject.domain as string;
  const line = (want: DmarcWish) => txtLine(`_dmarc.${domain}`, writeDmarc({ existing, want }).text);
  // made out of what was meant as one
  if (existing.length > 0)
    return { publish: line({}), says: `Publish it at _dmarc.${domain} as it stands below.`, isClosed: false };
  if (await sendsNothing(context))
    return {
      publish: line({ p: 'reject', atOnce: true }),
      says: `The SPF record of ${domain} says that it sends no mail: publish the record below, which has all mail in its name refused.`,
      isClosed: true,
    };
  const [{ route }, mailbox] = await Promise.all([mailServers(context), mailboxAt(domain, context.dns)]);
  const isIdle = await namesNobody(context);
  if ((route === 'null-mx' || route === 'none') && isIdle)
    return {
      publish: line({ p: 'reject', atOnce: true }),
      says: `If ${domain} sends no mail, publish the record below, with "v=spf1 -all" at ${domain} beside it: all mail in its name is then refused. If it does send, begin with p=none and a mailbox for reports that is not under ${domain}, which takes no mail.`,
      isClosed: true,
    };
  const start = `It changes nothing for your mail${mailbox === null ? '' : `: it shows who sends in the name of ${domain}`}.`;
  return {
    publish: line({ p: 'none', rua: mailbox === null ? [] : [mailbox] }),
    says: `Publish the record below. ${start} ${sayMailbox(mailbox, domain)}${route === 'implicit' && isIdle ? ` If ${domain} sends no mail at all, write p=reject instead of p=none.` : ''}`,
    isClosed: false,
  };
}

/** Whether no SPF record of the domain names a server that sends; false where that is not known. */
async function namesNobody({ subject, dns }: CheckContext): Promise<boolean> {
  const answer = await dns.query(subject.domain as string, 'TXT');
  if (!isDetermined(answer)) return false;
  const { status, record } = selectSpf(answer.records);
  if (record === null) return status === 'none';
  return record.terms.every((term) =>
    term.kind === 'mechanism' ? term.name === 'all' : term.kind === 'modifier' && term.name !== 'redirect',
  );
}
