import { type AppliedPolicy, organizationalDomain, writeDmarc } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { appliedRecord, dmarc, dmarcPolicies, whyNoDmarc } from '../../fact/dmarc.ts';
import { sendsNothing } from '../../fact/sends-nothing.ts';
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
      if (owner === 'own') return pass(`${domain} has a DMARC record, at ${name}: "${record.text}".`, { seen });
      const inherited = `${domain} has no DMARC record of its own: the one at ${name} applies to it`;
      const policies = await dmarcPolicies(context);
      const asks = policies === null ? '' : askedFor(policies.rfc9989);
      if (owner === 'organization') return pass(`${inherited}${asks}.`, { seen });
      return warn(
        `${inherited}${asks}. That is the record of the registry; receivers that follow RFC 7489 do not find it.`,
        { seen, fix: `Publish the record below for ${domain}.`, publish: await firstRecord(context, []) },
      );
    }
    const seen = [seenAnswer(own.answer)];
    const why = whyNoDmarc(found);
    if (why !== null) return undetermined(`Whether ${domain} has a DMARC record could not be told: ${why}.`, { seen });
    return missing(context, seen);
  },
});

function askedFor({ tag, requested }: AppliedPolicy): string {
  return tag === null ? '' : `, and asks for ${tag}=${requested}`;
}

async function missing(context: CheckContext, seen: Verdict['seen']): Promise<Verdict> {
  const domain = context.subject.domain as string;
  const { own, misplaced } = await dmarc(context);
  if (own?.status === 'several')
    return fail(`${own.name} has ${own.records.length} DMARC records, so receivers act as if there were none.`, {
      seen,
      fix: `Put one record at ${own.name} in place of the ${own.records.length}.`,
      publish: txtLine(own.name, writeDmarc({ existing: own.records, want: {} }).text),
    });
  const others = [...(own?.others ?? []), ...misplaced.map(({ text }) => text)];
  const meant = writeDmarc({ existing: others, want: {} });
  if (meant.replaces.length > 0) {
    const where = own?.others.includes(meant.replaces[0] as string) === true ? own.name : misplaced[0]?.name;
    return fail(
      `Receivers find no DMARC record for ${domain}: what was meant as one stands at ${where} and cannot be used as it is.`,
      {
        seen,
        fix: `Publish it at _dmarc.${domain} as it stands below.`,
        publish: await firstRecord(context, others),
      },
    );
  }
  const silent = await sendsNothing(context);
  const top = organizationalDomain(domain) ?? domain;
  return fail(`${domain} has no DMARC record, and neither has a domain above it.`, {
    seen,
    fix: silent
      ? `The SPF record of ${domain} says that it sends no mail: publish the record below, which has all mail in its name refused.`
      : `Publish the record below, with a mailbox that you read in place of dmarc-reports@${domain}. It changes nothing for your mail: it shows who sends in the name of ${domain}.${top === domain ? '' : ` Better still at _dmarc.${top}, where it is for all names under ${top}.`}`,
    publish: await firstRecord(context, []),
  });
}

/** The record to begin with, out of what was meant as one. */
async function firstRecord(context: CheckContext, existing: readonly string[]): Promise<string> {
  const domain = context.subject.domain as string;
  const want = (await sendsNothing(context))
    ? ({ p: 'reject', atOnce: true } as const)
    : ({ p: 'none', rua: [`dmarc-reports@${domain}`] } as const);
  return txtLine(`_dmarc.${domain}`, writeDmarc({ existing, want: existing.length > 0 ? {} : want }).text);
}
