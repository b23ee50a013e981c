import type { DmarcPolicy, DmarcRecord } from './parse-dmarc.ts';
import { dmarcPolicies } from './parse-dmarc.ts';
import { canReport } from './report-uri.ts';

/** What to ask for next on the way to a policy. */
export interface DmarcStep {
  /** What the step changes. */
  readonly do: 'publish' | 'add-reports' | 'raise' | 'end-test' | 'raise-subdomains';
  /** The policy of the domain after the step. */
  readonly p: DmarcPolicy;
  /** What to do, as a sentence. */
  readonly says: string;
  /** What should be known before it is done, as a sentence; null where nothing needs to be. */
  readonly first: string | null;
}

/**
 * The next step from what is published towards a policy: reports before anything else, one policy at a time, the end of
 * a test before the next raise, subdomains last (RFC 9989 section 5.1). Null where the aim is reached.
 *
 * @param record what is published; null where there is nothing that receivers read
 */
export function nextDmarcStep(record: DmarcRecord | null, aim: DmarcPolicy = 'reject'): DmarcStep | null {
  if (record === null || !record.recognised)
    return {
      do: 'publish',
      p: 'none',
      says: 'Publish p=none with a mailbox for reports: it changes nothing for mail and shows who sends in the name of the domain.',
      first: null,
    };
  const p = record.p ?? 'none';
  if (!record.rua.some(canReport))
    return {
      do: 'add-reports',
      p,
      says: 'Add a mailbox for aggregate reports: without them nobody sees what a stricter policy would stop.',
      first: null,
    };
  if (dmarcPolicies.indexOf(p) < dmarcPolicies.indexOf(aim) && (p === 'none' || !isTested(record))) {
    const next = p === 'none' ? 'quarantine' : 'reject';
    return {
      do: 'raise',
      p: next,
      says: `Raise p=${p} to p=${next}.`,
      first: 'Look through the reports of two to four weeks: every service that sends for the domain should pass.',
    };
  }
  if (isTested(record) && p !== 'none')
    return {
      do: 'end-test',
      p,
      says: `End the test: take ${testTags(record)} out, so that p=${p} counts for all mail.`,
      first: 'Look through the reports: what still fails should be mail that you do not want delivered.',
    };
  if (record.sp !== null && dmarcPolicies.indexOf(record.sp) < dmarcPolicies.indexOf(smaller(p, aim)))
    return {
      do: 'raise-subdomains',
      p,
      says: `Raise sp=${record.sp} to sp=${record.sp === 'none' ? 'quarantine' : 'reject'}: the policy of the domain does not protect its subdomains.`,
      first: 'Look through the reports for subdomains that send and fail.',
    };
  return null;
}

/** Whether either generation of receivers is asked for less than `p` says. */
function isTested({ testing, pct }: DmarcRecord): boolean {
  return testing || pct < 100;
}

/** The tags that ask for less, as they are published. */
function testTags({ testing, pct }: DmarcRecord): string {
  return [...(testing ? ['t=y'] : []), ...(pct < 100 ? [`pct=${pct}`] : [])].join(' and ');
}

function smaller(a: DmarcPolicy, b: DmarcPolicy): DmarcPolicy {
  return dmarcPolicies.indexOf(a) < dmarcPolicies.indexOf(b) ? a : b;
}
