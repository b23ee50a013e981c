import { policyFor } from './applied-policy.ts';
import type { DmarcDraft } from './dmarc-draft.ts';
import type { DmarcWish } from './dmarc-wish.ts';
import { type DmarcPolicy, type DmarcRecord, dmarcPolicies } from './parse-dmarc.ts';

/** What receivers do until now, a test left aside. */
export interface InForce {
  /** Null where they find no record. */
  readonly p: DmarcPolicy | null;
  /** Whether they can read the tags: else the record counts as `p=none` or as absent. */
  readonly written: boolean;
}

/** What receivers of either generation do by the one record that is published; null where there is none or several. */
export function inForceBy(record: DmarcRecord | null): InForce {
  if (record === null) return { p: null, written: false };
  const question = { subdomain: false, exists: true };
  const written = (['rfc7489', 'rfc9989'] as const).some(
    (standard) => policyFor(record, question, standard).how === 'as-written',
  );
  return { p: written ? record.p : 'none', written };
}

/** Sets the policies: one step up at most, any way down. */
export function setPolicies(
  draft: DmarcDraft,
  record: DmarcRecord,
  current: InForce,
  want: DmarcWish,
  refused: string[],
): void {
  const written = policyOf(draft, 'p');
  const [p, why] = choosePolicy(draft, written, current.p, want);
  if (want.p !== undefined && p !== want.p)
    refused.push(
      `p=${want.p} comes after p=${p}: this record goes one step, so that no mail is lost that you did not know of.`,
    );
  draft.set('p', p, why);
  for (const name of ['sp', 'np'] as const) {
    const now = record[name];
    const wished = want[name];
    if (wished === null) draft.remove(name, `You asked to take ${name} out.`);
    else if (wished !== undefined) {
      const from = current.written ? (now ?? current.p) : null;
      const step = name === 'np' || want.atOnce === true ? wished : stepTo(from, wished);
      if (step !== wished) refused.push(`sp=${wished} comes after sp=${step}: this record goes one step.`);
      draft.set(name, step, `You asked for ${name}=${wished}.`);
    } else if (now !== null && !current.written && rank(now) > rank(p))
      draft.remove(name, `${name}=${now} was not in force until now, and would be new to all mail of subdomains.`);
  }
}

function choosePolicy(
  draft: DmarcDraft,
  written: DmarcPolicy | null,
  current: DmarcPolicy | null,
  want: DmarcWish,
): [DmarcPolicy, string] {
  const aim = want.p ?? written ?? 'none';
  if (want.p !== undefined && (want.atOnce === true || rank(aim) <= rank(current)))
    return [aim, `You asked for p=${aim}.`];
  if (rank(aim) <= rank(current ?? 'none')) return [aim, 'Receivers need a policy to read the record.'];
  if (want.p === undefined)
    return [
      current ?? 'none',
      `p=${aim} was not in force until now, and would be new to all mail: begin with p=${current ?? 'none'}.`,
    ];
  if (current === null)
    return ['none', `You asked for p=${aim}, and nothing is in force yet: p=none shows first who sends.`];
  if (tested(draft) && current !== 'none' && want.test !== true)
    return [current, `The test of p=${current} ends before the policy is raised.`];
  const step = stepTo(current, aim);
  return [step, step === aim ? `You asked for p=${aim}.` : `You asked for p=${aim}: p=${step} comes first.`];
}

/** One step up at most; any way down. */
function stepTo(from: DmarcPolicy | null, to: DmarcPolicy): DmarcPolicy {
  return dmarcPolicies[Math.min(rank(to), rank(from) + 1)] ?? 'none';
}

/**
 * Sets or ends the test, so that both generations of receivers act alike. Without a word on the test or the policy both
 * tags stay as they are: `pct=0; t=y` in the place of `pct=50` has mail delivered that is refused today.
 */
export function setTest(draft: DmarcDraft, { p: current }: InForce, want: DmarcWish): void {
  if (want.test === undefined && want.p === undefined) return;
  const strongest = Math.max(...(['p', 'sp', 'np'] as const).map((name) => rank(policyOf(draft, name))));
  const raises = want.p !== undefined && current !== null && rank(want.p) > rank(current) && current !== 'none';
  const wanted = want.test ?? (tested(draft) && !raises && want.atOnce !== true);
  if (wanted && strongest > 0) {
    const why =
      want.test === true
        ? 'You asked for a test.'
        : 'Both generations of receivers then act alike: they take the next weaker policy.';
    draft.set('t', 'y', why);
    draft.set('pct', '0', why);
  } else if (!wanted && tested(draft)) {
    draft.remove('t', 'The test is over.');
    draft.remove('pct', 'The policy counts for all mail.');
  }
}

/** Whether either generation of receivers would act by a weaker policy. */
function tested(draft: DmarcDraft): boolean {
  return draft.get('t') === 'y' || Number(draft.get('pct') ?? 100) < 100;
}

function policyOf(draft: DmarcDraft, name: 'p' | 'sp' | 'np'): DmarcPolicy | null {
  return dmarcPolicies.find((policy) => policy === draft.get(name)) ?? null;
}

function rank(policy: DmarcPolicy | null): number {
  return policy === null ? -1 : dmarcPolicies.indexOf(policy);
}
