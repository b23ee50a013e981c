import { type Action, type CauseId, type Deed, type Owner, type ReasonId, reasonTable } from '@whybounce/knowledge';
import type { Causes } from '../diagnose/causes.ts';
import { ownerOf } from '../diagnose/owner.ts';
import { usualCause } from '../diagnose/usual-cause.ts';
import type { Match } from '../match/matcher.ts';
import type { Permanence } from '../match/permanence.ts';
import { agreed, mayBeSuppressed } from './agreement.ts';
import { isFirm, type Said } from './firmness.ts';
import { type Policy, suppressible } from './policy.ts';

/** Who must act, and what the sending system does meanwhile. */
export interface Advice {
  readonly owner: Owner;
  readonly action: Action;
}

/** What is advised upon. */
export interface AdviceInput {
  readonly reason: ReasonId;
  readonly match: Match | null;
  readonly permanence: Permanence;
  readonly said: Said;
  /** Seconds after which the server asks to come back; null where it says nothing. */
  readonly retryAfter: number | null;
  readonly causes: Causes;
  readonly policy: Policy;
  /** Whether anything was observed beside the refusal itself. */
  readonly outside: boolean;
}

const stillTrying: Action = {
  do: 'retry',
  retryAfter: 3_600,
  then: null,
  why: 'The refusal is temporary: the usual retries go on, and the address stays.',
};
const codeOnly: Action = {
  do: 'hold',
  retryAfter: null,
  then: null,
  why: 'A code without words is weak evidence: keep the address until something else confirms it.',
};
const alive: Action = {
  do: 'hold',
  retryAfter: null,
  then: null,
  why: 'Somebody is there, whatever the refusal says: keep the address, and find out who refuses you and why.',
};
const ambiguous: Action = {
  do: 'hold',
  retryAfter: null,
  then: null,
  why: 'More than one cause is likely, and not all of them lie with the address: keep it until it is clear which one this is.',
};
const secondTry: Action = {
  do: 'hold',
  retryAfter: 172_800,
  then: 'suppress',
  why: 'Some filters say the same to mail that they do not like, and the report does not tell at which step it was said. Try once more after two days.',
};

/** Why an entry asks for something else than its reason does. */
const ownWhy: Readonly<Record<Deed, string>> = {
  suppress: 'This system says it so plainly that nothing else is needed.',
  hold: 'This system says the same in more than one case: keep the address until it is clear which one this is.',
  retry: 'This system asks to come back later.',
  fix: 'This system refuses what was sent, not the address: repair that first.',
  ignore: 'Nothing needs doing.',
};

/** Reasons that filters are known to pretend. */
const saidOfMailbox: ReadonlySet<ReasonId> = new Set(['recipient.unknown', 'recipient.disabled']);

/** Observations that settle whether an address is dead, whatever the words were worth. */
const settling = ['second-try:refused', 'recipient-confirms:gone'];
/** What only somebody who is there can have caused: then no ranking calls the address dead. */
const signsOfLife = [
  'recipient-confirms:exists',
  'other-sender:accepted',
  'second-try:accepted',
  'plain-message:accepted',
  'message-trace:delivered',
];
/** Reasons for which an address goes though somebody is there: it is their wish, or the platform's list. */
const goesAlive: ReadonlySet<ReasonId> = new Set([
  'recipient.personal-block',
  'suppressed.by-esp',
  'notice.complaint',
  'notice.unsubscribe',
]);

/**
 * Owner and action for a refusal. The policy says what is done for a cause; it is done where one cause
 * is named or enough of the likely ones ask for the same. An entry may know better than its reason. A
 * temporary refusal never suppresses, neither does what rests on a code alone or on words that only
 * hint, and what is ambiguous holds.
 */
export function advise(input: AdviceInput): Advice {
  const { reason, match, permanence, said, retryAfter, causes } = input;
  let action = byCauses(input);
  const temporary = said.kind === 'deferral' || permanence === 'temporary';
  if (temporary && (action.do === 'suppress' || action === ambiguous)) action = stillTrying;
  if (action.do === 'suppress') {
    const settled = settling.some((id) => causes.observed.has(id));
    if (match !== null && match.ground !== 'words' && !settled) action = codeOnly;
    else if (match !== null && saidOfMailbox.has(reason) && !isFirm(match, said) && !settled) action = secondTry;
  }
  if (
    (action.do === 'suppress' || action.then === 'suppress') &&
    !goesAlive.has(reason) &&
    signsOfLife.some((id) => causes.observed.has(id))
  )
    action = alive;
  if (action.do === 'retry' && retryAfter !== null) action = { ...action, retryAfter };
  return { owner: ownerOfRefusal(input), action };
}

/** Whom the rule names, unless something outside the refusal was seen; else who acts for the named cause, or for most of the likely ones. */
function ownerOfRefusal({ reason, match, causes, policy, outside }: AdviceInput): Owner {
  const ofRule = match?.row.owner;
  if (ofRule !== undefined && !outside) return ofRule;
  const whoActs = (cause: CauseId): Owner => policy.rowFor(cause, reason, causes.observed)?.owner ?? ownerOf(cause);
  if (causes.cause !== null) return whoActs(causes.cause);
  return ofRule ?? agreed(causes.causes, whoActs) ?? reasonTable[reason].owner;
}

function byCauses({ reason, match, causes, policy, outside }: AdviceInput): Action {
  const rowOf = (cause: CauseId) => policy.rowFor(cause, reason, causes.observed);
  const deedOf = (cause: CauseId): Deed | null => rowOf(cause)?.do ?? null;
  const open = policy.whileOpen[reason];
  const deed = causes.cause === null ? agreed(causes.causes, deedOf) : deedOf(causes.cause);
  const decisive = causes.cause ?? causes.causes.find(({ id }) => deedOf(id) === deed)?.id ?? null;
  const row = deed === null || decisive === null ? null : rowOf(decisive);
  const own = match?.row.action;
  const operators = row !== null && policy.isOwn(row);
  // What an entry says of its own words holds unless something outside the refusal, or the operator, says otherwise.
  if (own !== undefined && own !== open.do && !operators && !(outside && row !== null && row.do !== 'suppress')) {
    return { do: own, retryAfter: own === 'retry' ? open.retryAfter : null, then: null, why: ownWhy[own] };
  }
  if (row === null) return open.do === 'suppress' ? ambiguous : open;
  if (
    row.do === 'suppress' &&
    !(decisive !== null && suppressible.has(decisive) && mayBeSuppressed(causes.causes, deedOf))
  )
    return ambiguous;
  // For the cause that the reason mostly has, its own sentence says more than the row that many causes share.
  const usual = decisive === usualCause(causes.causes);
  if (usual && row.do === open.do && !operators && row.when === undefined && row.reasons === undefined) return open;
  const { do: what, retryAfter, then, why } = row;
  return { do: what, retryAfter, then, why };
}
