import { type Action, type Deed, type Owner, type ReasonId, reasonTable } from '@whybounce/knowledge';
import type { Match } from '../match/matcher.ts';
import type { Reading } from '../reading.ts';
import { isFirm } from './firmness.ts';
import type { Permanence } from './permanence.ts';

/** Who must act, and what the sending system does meanwhile. */
export interface Advice {
  readonly owner: Owner;
  readonly action: Action;
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

/** Why an entry asks for something else than its reason does. */
const ownWhy: Readonly<Record<Deed, string>> = {
  suppress: 'This system says it so plainly that nothing else is needed.',
  hold: 'This system says the same in more than one case: keep the address until it is clear which one this is.',
  retry: 'This system asks to come back later.',
  fix: 'This system refuses what was sent, not the address: repair that first.',
  ignore: 'Nothing needs doing.',
};

const secondTry: Action = {
  do: 'hold',
  retryAfter: 172_800,
  then: 'suppress',
  why: 'Some filters say the same to mail that they do not like, and the report does not tell at which step it was said. Try once more after two days.',
};

/** Reasons that filters are known to pretend. */
const saidOfMailbox: ReadonlySet<ReasonId> = new Set(['recipient.unknown', 'recipient.disabled']);

/**
 * Owner and action for a reason. An entry may know better than its reason; a temporary refusal never
 * suppresses, and neither does what rests on a code alone or on words that only hint.
 */
export function advise(
  reason: ReasonId,
  match: Match | null,
  permanence: Permanence,
  reading: Reading,
  retryAfter: number | null,
): Advice {
  const { owner, action } = reasonTable[reason];
  const own = match?.row.action;
  let chosen: Action =
    own === undefined || own === action.do
      ? action
      : { do: own, retryAfter: own === 'retry' ? action.retryAfter : null, then: null, why: ownWhy[own] };
  if (chosen.do === 'suppress') {
    if (reading.kind === 'deferral' || permanence === 'temporary') chosen = stillTrying;
    else if (match !== null && match.ground !== 'words') chosen = codeOnly;
    else if (match !== null && saidOfMailbox.has(reason) && !isFirm(match, reading)) chosen = secondTry;
  }
  if (chosen.do === 'retry' && retryAfter !== null) chosen = { ...chosen, retryAfter };
  return { owner: match?.row.owner ?? owner, action: chosen };
}
