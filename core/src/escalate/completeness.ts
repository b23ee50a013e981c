import { type PacketFieldId, packetFields } from '@whybounce/knowledge/trace-tool';
import type { Known } from './context.ts';

/** Something that the other side needs and nobody has told. */
export interface MissingField {
  readonly field: PacketFieldId;
  readonly label: string;
  /** Why it matters. */
  readonly why: string;
  /** Where the sender finds it. */
  readonly where: string;
}

const ids = Object.keys(packetFields) as PacketFieldId[];

/** How complete a packet is, from 0 to 100, and what it lacks, what counts most first. */
export function completenessOf(known: Known): { completeness: number; missing: MissingField[] } {
  let completeness = 0;
  const missing: PacketFieldId[] = [];
  for (const id of ids) {
    if (known[id] === null) missing.push(id);
    else completeness += packetFields[id].weight;
  }
  missing.sort((a, b) => packetFields[b].weight - packetFields[a].weight || (a < b ? -1 : 1));
  return {
    completeness,
    missing: missing.map((field) => {
      const { label, why, where } = packetFields[field];
      return { field, label, why, where };
    }),
  };
}
