import type { CauseId, Owner } from '@whybounce/knowledge';
import { causeTable } from '@whybounce/knowledge/cause';
import type { CauseShare } from './shares.ts';

/** One thing to do, and whose advice it is. */
export interface Step {
  readonly step: string;
  /** The cause that it is for; null for the entry's own, which knows its system. */
  readonly cause: CauseId | null;
}

/** What one of those who can act does. */
export interface OwnerSteps {
  readonly owner: Owner;
  readonly steps: readonly Step[];
}

/**
 * The steps by who takes them: the entry's own first, under its owner, then those of its causes, the
 * likeliest first. A step that stands there already is not said twice.
 */
export function stepsByOwner(owner: Owner, own: readonly string[], causes: readonly CauseShare[]): OwnerSteps[] {
  const said = new Set<string>();
  const groups = new Map<Owner, Step[]>();
  const add = (who: Owner, step: string, cause: CauseId | null): void => {
    const key = step
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (said.has(key)) return;
    said.add(key);
    const group = groups.get(who);
    if (group === undefined) groups.set(who, [{ step, cause }]);
    else group.push({ step, cause });
  };
  for (const step of own) add(owner, step, null);
  for (const { cause, owner: who } of causes) for (const step of causeTable[cause].steps) add(who, step, cause);
  return [...groups].map(([who, steps]) => ({ owner: who, steps }));
}
