import { parseDmarc, type RecordFinding } from '@whybounce/core/record';
import { type AppliedRecord, recordToRead } from '../../fact/dmarc.ts';
import { dmarcProposal } from '../../fact/dmarc-proposal.ts';
import { mailboxesOf, reportHosts, sayMailbox } from '../../fact/dmarc-reports.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { counted, listed } from '../../fact/list-words.ts';
import { seenDeliverable } from '../../fact/message-domain.ts';
import { fixFindings, sayFindings, weigh } from '../../fact/record-findings.ts';
import type { CheckContext } from '../context.ts';
import { defineCheck, fail, pass, undetermined, type Verdict, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.rua',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'medium',
  title: 'DMARC reports go to a mailbox that takes mail',
  about:
    'Receivers send a report once a day to the addresses in rua: who sends in the name of the domain, and what fails. Without it nobody knows what a stricter policy would stop. Each address needs mailto: before it, and its domain must take mail.',
  remedy: 'Name a mailbox that you or your report service reads: rua=mailto:address.',
  source: 'RFC 9989 sections 4.6 and 4.7',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record } = read;
    const findings = findingsOn(record, 'aggregate');
    const sent = mailboxesOf(record);
    if (findings.some(({ code }) => code === 'no-rua')) return nobody(context, read, findings);
    const hosts = [...new Set(sent.map(({ host }) => host))];
    const looked = (await reportHosts(context)).looked.filter(({ host }) => hosts.includes(host));
    const seen = [...read.seen, ...looked.flatMap(seenDeliverable)];
    const dead = looked.filter(({ takesMail }) => takesMail === false);
    const { grave, slight, worst } = weigh(findings);
    const amiss = [...grave, ...slight];
    const says = [
      ...dead.map(
        ({ host, why, answers }) =>
          `Reports cannot reach ${addressesAt(host)}: ${answers[0]?.status === 'found' ? `${host} has a null MX and takes no mail` : why}.`,
      ),
      ...(amiss.length > 0 ? [sayFindings(amiss)] : []),
    ].join(' ');
    const proposal = await dmarcProposal(context);
    const isLost = dead.length > 0 && dead.length === hosts.length;
    const more: Partial<Verdict> = {
      seen,
      fix:
        [
          ...(dead.length > 0
            ? [
                `Name an address whose domain takes mail in place of ${listed(dead.map(({ host }) => addressesAt(host)))}.`,
              ]
            : []),
          fixFindings(amiss) ?? '',
          proposal.says,
        ]
          .filter((part) => part !== '')
          .join(' ') || undefined,
      publish: proposal.publish,
    };
    // where some reports still arrive, less is lost
    if (isLost) return fail(says, more);
    if (dead.length > 0 || grave.length > 0) return fail(says, { ...more, severity: 'low' });
    if (amiss.length > 0) return warn(says, { ...more, severity: worst });
    const open = looked.find(({ takesMail }) => takesMail === null);
    if (open !== undefined)
      return undetermined(`Whether reports can reach ${addressesAt(open.host)} could not be told: ${open.why}.`, {
        seen,
      });
    const rest = hosts.length - looked.length;
    return pass(
      `Reports go to ${listed(sent.map(({ address }) => address))}${rest === 0 ? '' : ` (${counted(rest, 'more domain', 'more domains')} not looked at)`}.`,
      { seen },
    );

    function addressesAt(host: string): string {
      return listed(sent.filter((one) => one.host === host).map(({ address }) => address));
    }
  },
});

/** No report can go anywhere. */
async function nobody(
  context: CheckContext,
  { record, name, domain, seen }: AppliedRecord,
  findings: readonly RecordFinding[],
): Promise<Verdict> {
  const broken = findings.filter(({ code }) => code !== 'no-rua');
  const { text, publish, says } = await dmarcProposal(context);
  const hasMailbox = mailboxesOf(parseDmarc(text)).length > 0;
  return fail(
    broken.length > 0
      ? sayFindings(broken)
      : `The record at ${name} names no mailbox for reports (rua): nobody learns who sends in the name of ${domain} and what fails.`,
    {
      seen,
      // a policy that is in force without reports works all the same
      severity: record.p === null || record.p === 'none' ? 'medium' : 'low',
      fix: [fixFindings(broken) ?? '', hasMailbox ? '' : sayMailbox(null, domain), says]
        .filter((part) => part !== '')
        .join(' '),
      publish,
    },
  );
}
