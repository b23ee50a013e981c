import type { Deed, Proof } from '@whybounce/knowledge';
import type { BounceEvent } from '../event.ts';
import { finish } from '../finish.ts';
import type { Permanence } from '../match/permanence.ts';
import { readReply } from '../read/reply.ts';

/** A reply that a page shows, and what the engine makes of it. */
export interface ReadExample {
  readonly line: string;
  /** The server that gives the words their meaning; null where they need none. */
  readonly host: string | null;
  /** The rule that reads it; null where none does. */
  readonly rule: string | null;
  readonly permanence: Permanence | null;
  /** What is done with the address by default. */
  readonly deed: Deed | null;
}

/** Reads a reply as it came from its server. */
export function readProof(proof: Proof): BounceEvent {
  const { line, host } = partsOf(proof);
  const reading = readReply(line.split(/\r\n?|\n/));
  reading.remoteHost = host;
  return finish(reading, '-');
}

/** A reply with what the engine makes of it. */
export function readExample(proof: Proof): ReadExample {
  const { diagnosis } = readProof(proof);
  return {
    ...partsOf(proof),
    rule: diagnosis?.rule ?? null,
    permanence: diagnosis?.permanence ?? null,
    deed: diagnosis?.action.do ?? null,
  };
}

function partsOf(proof: Proof): { readonly line: string; readonly host: string | null } {
  return typeof proof === 'string' ? { line: proof, host: null } : proof;
}
