import { type DmarcStep, type DmarcWish, nextDmarcStep, parseDmarc, writeDmarc } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import type { Verdict } from '../check/define.ts';
import { txtLine } from '../dns/zone-line.ts';
import { type AppliedRecord, appliedRecord, dmarc } from './dmarc.ts';
import { dmarcProposal, sayChanges } from './dmarc-proposal.ts';
import { mailboxAt, sayMailbox } from './dmarc-reports.ts';
import { fact } from './fact.ts';

/** What to do next on the way to a policy that has forged mail refused. */
interface PolicyStep extends Pick<Verdict, 'fix' | 'publish'> {
  /** Null where it is no step of the policy, but what has to be done first, or nothing is left. */
  readonly does: DmarcStep['do'] | null;
}

/** The next step, from the record that the other checks propose, so that it holds their changes too. */
export const dmarcPolicyStep = fact(async (context: CheckContext): Promise<PolicyStep> => {
  const applied = appliedRecord(await dmarc(context));
  if (applied === null || applied.owner === 'suffix') return { does: null };
  const { record, name, domain } = applied;
  const { want, isUnreported, publish, says } = await dmarcProposal(context);
  const merged = (fix: string, does: PolicyStep['does'] = null): PolicyStep => ({
    does,
    fix: `${fix} ${says}`.trim(),
    publish,
  });
  if (want.p === 'reject')
    return merged(
      `The SPF record of ${domain} says that it sends no mail: publish the record below at once, which has all mail in its name refused.`,
    );
  if (record.p === null)
    return merged('First the record needs a policy that receivers can read; stricter ones come after that.');
  const step = nextDmarcStep(record);
  if (step === null)
    return want.np === 'reject' && record.np !== null
      ? merged('Write np=reject: nobody sends from a subdomain that does not exist.', 'raise-subdomains')
      : { does: null };
  if (step.do === 'add-reports' || isUnreported) {
    const why =
      step.do === 'add-reports'
        ? step.says
        : 'No reports arrive at present, so nobody sees what a stricter policy would stop: name a mailbox that takes mail first.';
    const mailbox = await mailboxAt(domain, context.dns);
    return merged(mailbox === null ? `${why} ${sayMailbox(null, domain)}` : why, 'add-reports');
  }
  const made = writeDmarc({ existing: [record.text], want: { ...want, ...wishFor(step, applied) } });
  const changes = made.changes.filter(({ kind }) => kind !== 'kept');
  const words = [step.first, step.says];
  if (publish !== undefined)
    words.push(
      `The record below ${sayChanges(changes)}: it holds what other checks of ${name} propose, and takes the place of theirs.`,
    );
  else if (step.do === 'raise' && changes.length > 1) words.push(`The record below ${sayChanges(changes)}.`);
  if (step.do === 'raise' && parseDmarc(made.text).testing)
    words.push('As long as t=y stays, this is a test: mail that fails fares as before.');
  return { does: step.do, fix: words.filter((part) => part !== null).join(' '), publish: txtLine(name, made.text) };
});

function wishFor(step: DmarcStep, { record: { sp } }: AppliedRecord): DmarcWish {
  switch (step.do) {
    case 'raise':
      return { p: step.p };
    case 'end-test':
      return { test: false };
    case 'raise-subdomains':
      return { sp: sp === 'none' ? 'quarantine' : 'reject' };
    default:
      return {};
  }
}
