import { type Action, type CauseId, diagnosisTable, type ReasonId, reasonIds } from '@whybounce/knowledge';
import { builtInPolicy, type Policy } from './advise/policy.ts';
import { type DiagnoseContext, diagnose } from './diagnose-event.ts';
import type { BounceEvent } from './event.ts';

/** Where two policies do something else. */
export interface PolicyDifference {
  /** The cause behind the reason; null where it is about the reason while no cause stands out. */
  readonly cause: CauseId | null;
  readonly reason: ReasonId;
  readonly before: Action;
  readonly after: Action;
}

/** What a policy does otherwise than another one, for every reason and each cause behind it. */
export function comparePolicies(after: Policy, before: Policy = builtInPolicy()): PolicyDifference[] {
  const differences: PolicyDifference[] = [];
  const nothing: ReadonlySet<string> = new Set();
  for (const reason of reasonIds) {
    const add = (cause: CauseId | null, old: Action | null, now: Action | null): void => {
      if (old !== null && now !== null && !sameAction(old, now))
        differences.push({ cause, reason, before: plain(old), after: plain(now) });
    };
    add(null, before.whileOpen[reason], after.whileOpen[reason]);
    const { shares } = diagnosisTable.reasons[reason];
    for (let i = 0; i < shares.length; i += 2) {
      const cause = diagnosisTable.causes[shares[i] as number]?.id as CauseId;
      add(cause, before.rowFor(cause, reason, nothing), after.rowFor(cause, reason, nothing));
    }
  }
  return differences;
}

/** An event for which another policy would do something else. */
export interface PolicyChange {
  readonly event: BounceEvent;
  readonly before: Action;
  readonly after: Action;
}

/** By what a dry run judges beside the policy: the policy that counts now, and what `decode` was given. */
export interface TrialContext extends Omit<DiagnoseContext, 'policy'> {
  /** The policy to compare with; the built-in one where it is not given. */
  readonly before?: Policy | undefined;
}

/**
 * A dry run: what a policy would have done otherwise with past events.
 *
 * @param events as `decode` returned them, or as they were stored
 */
export function tryPolicy(events: Iterable<BounceEvent>, after: Policy, context: TrialContext = {}): PolicyChange[] {
  const changes: PolicyChange[] = [];
  for (const event of events) {
    const change = changeOf(event, after, context);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** The same for one event; null where both policies do the same. */
export function changeOf(event: BounceEvent, after: Policy, context: TrialContext = {}): PolicyChange | null {
  const { before = builtInPolicy(), ...known } = context;
  const old = diagnose(event, { ...known, policy: before }).diagnosis?.action;
  const now = diagnose(event, { ...known, policy: after }).diagnosis?.action;
  return old === undefined || now === undefined || sameAction(old, now) ? null : { event, before: old, after: now };
}

/** Sentences apart: who replaces only the wording changes nothing. */
function sameAction(a: Action, b: Action): boolean {
  return a.do === b.do && a.retryAfter === b.retryAfter && a.then === b.then;
}

function plain({ do: deed, retryAfter, then, why }: Action): Action {
  return { do: deed, retryAfter, then, why };
}
