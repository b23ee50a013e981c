import type { CauseId, Owner } from '@whybounce/knowledge';
import { table } from './weights.ts';

const owners = new Map<CauseId, Owner>();

/** Who acts where this is the cause. */
export function ownerOf(cause: CauseId): Owner {
  if (owners.size === 0) for (const { id, owner } of table.causes) owners.set(id, owner);
  return owners.get(cause) ?? 'nobody';
}
