import { type Action, type Owner, type ReasonId, reasonTable } from '@whybounce/knowledge';
import type { Match } from '../match/matcher.ts';
import type { Kind } from '../reading.ts';
import type { Permanence } from './permanence.ts';

/** Who must act, and what the sending system does meanwhile. */
export interface Advice {
  readonly owner: Owner;
  readonly action: Action;
}

const stillTrying: Action = { do: 'retry', retryAfter: 3_600, then: null, why: 'The refusal is temporary: the usual retries go on, and the address stays.' };
const codeOnly: Action = { do: 'hold', retryAfter: null, then: null, why: 'A code without words is weak evidence: keep the address until something else confirms it.' };

/**
 * Owner and action for a reason. An entry may know better than its reason; a temporary refusal never
 * suppresses, and neither does what rests on a code alone or on words that only hint.
 */
export function advise(reason: ReasonId, match: Match | null, permanence: Permanence, kind: Kind, retryAfter: number | null): Advice {
  const { owner, action } = reasonTable[reason];
  const own = match?.row.action;
  let chosen: Action = own === undefined || own === action.do ? action : { ...action, do: own, then: null };
  if (chosen.do === 'suppress') {
    if (kind === 'deferral' || permanence === 'temporary') chosen = stillTrying;
    else if (match !== null && match.ground !== 'words') chosen = codeOnly;
  }
  if (chosen.do === 'retry' && retryAfter !== null) chosen = { ...chosen, retryAfter };
  return { owner: match?.row.owner ?? owner, action: chosen };
}
