import { explainSpf, type SpfSender } from '@whybounce/core/record';
import { seenAnswer } from '../../dns/dns-words.ts';
import { txtLine } from '../../dns/zone-line.ts';
import { counted } from '../../fact/list-words.ts';
import { mailHosting } from '../../fact/mail-hosting.ts';
import { mailServers } from '../../fact/mail-servers.ts';
import { type Spf, spf, unreadable } from '../../fact/spf.ts';
import { usualIncludes } from '../../fact/spf-provider.ts';
import { written } from '../../fact/spf-publish.ts';
import { quotedTerm, seenRecord } from '../../fact/spf-words.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, notApplicable, pass } from '../define.ts';

export default defineCheck({
  id: 'spf.present',
  area: 'spf',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The domain has an SPF record',
  about:
    'An SPF record lists the servers that may send mail of the domain. Large mailbox providers refuse or file as spam what comes without SPF, and anybody can pretend to be the domain.',
  remedy: 'Publish a TXT record at the domain that begins with v=spf1 and lists all that sends its mail.',
  source: 'RFC 7208 section 4.5',
  async run(context) {
    const found = await spf(context);
    const { domain, answer, root } = found;
    const seen = [seenAnswer(answer)];
    const misses = root.nearMisses.filter(({ meant }) => meant !== null);
    const [miss] = misses;
    switch (root.status) {
      case 'found':
        return pass(`${domain} has an SPF record. ${inWords(found)}`.trim(), {
          seen: [seenRecord(domain, root.record?.text ?? '')],
        });
      case 'several':
        return pass(`${domain} has ${counted(root.records.length, 'SPF record')}, of which only one may stay.`, {
          seen,
        });
      case 'none':
        if (answer.status === 'no-domain')
          return notApplicable(`${domain} does not exist, so it can have no SPF record.`, { seen });
        // spf.near_miss tells what is wrong with them, and how to mend it
        if (miss !== undefined)
          return notApplicable(
            `${domain} has no SPF record that receivers recognise. ${quotedTerm(miss.text)} seems to be meant as one, and is looked at on its own.`,
            { seen },
          );
        if ((await context.dns.query(domain, 'SPF')).status === 'found')
          return notApplicable(
            `${domain} has an SPF record of the abolished type SPF alone, which is looked at on its own.`,
            { seen },
          );
        return fail(`${domain} has no SPF record: receivers cannot tell its servers from those of a forger.`, {
          seen,
          ...(await proposal(domain, context)),
        });
      default:
        return unreadable(found);
    }
  },
});

/** Longest record that is told in words: of a longer one they are too many to be read. */
const MAX_EXPLAINED = 1000;

/** What the record says: who may send, and what becomes of the rest. */
function inWords({ domain, root: { record } }: Spf): string {
  return record === null || record.text.length > MAX_EXPLAINED
    ? ''
    : explainSpf(record, domain).says.slice(0, 2).join(' ');
}

/** A record to begin with, by what is known of where the domain's mail is. */
async function proposal(domain: string, context: CheckContext) {
  const { route } = await mailServers(context);
  if (route === 'null-mx' || route === 'none')
    return {
      severity: 'medium' as const,
      fix: `${domain} takes no mail. If it sends none either, publish the record below, which says so; else list in it what sends.`,
      publish: txtLine(domain, 'v=spf1 -all'),
    };
  const hosting = route === 'mx' ? await mailHosting(context) : null;
  const usual = hosting === null ? [] : usualIncludes(hosting);
  const add: SpfSender[] = usual.flatMap(({ includes: [include] }) => (include === undefined ? [] : [{ include }]));
  if (route === 'mx' && add.length === 0) add.push({ mx: null });
  if (context.subject.ip !== null) add.push({ ip: context.subject.ip });
  const of = usual.length === 0 ? 'its mail servers' : usual.map(({ name }) => name).join(' and ');
  const start =
    add.length === 0
      ? `Publish one with what sends mail of ${domain}: "v=spf1 ip4:<address> ~all".`
      : `Begin with the record below, which allows ${of}${context.subject.ip === null ? '' : ` and ${context.subject.ip}`}.`;
  return {
    fix: `${start} Add every other service that sends mail of ${domain}, such as for newsletters or invoices, with the include that it names.`,
    publish: add.length === 0 ? undefined : written(domain, { existing: null, add }).publish,
  };
}
