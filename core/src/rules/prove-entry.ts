import type { Entry, Proof } from '@whybounce/knowledge';
import type { Match, Refusal } from '../match/matcher.ts';
import { examine } from '../read/examine.ts';
import { newReading } from '../reading.ts';
import type { EntryFault } from './validate-system.ts';

/** A proof as the matcher takes it: codes and host are read out of the line as out of any reply. */
export function refusalOfProof(proof: Proof): Refusal {
  const { line, host } = typeof proof === 'string' ? { line: proof, host: null } : proof;
  const reading = examine({ ...newReading('reply', null, 'bounce'), diagnostic: line });
  return {
    diagnostic: reading.diagnostic,
    host: host ?? reading.remoteHost,
    recipientDomain: null,
    replyCode: reading.replyCode,
    enhancedStatus: reading.enhancedStatus,
  };
}

/** A proof as a fault shows it. */
export function showProof(proof: Proof): string {
  return typeof proof === 'string' ? proof : `${proof.line} [host ${proof.host}]`;
}

/**
 * Proves an entry by its own lines: it must win those in `matches` and leave those in `mustNotMatch` alone.
 *
 * @param rule `system/entry`
 * @param matches every rule that holds, best first
 */
export function proofFaults(
  rule: string,
  entry: Pick<Entry, 'matches' | 'mustNotMatch'>,
  matches: (refusal: Refusal) => readonly Match[],
): EntryFault[] {
  const faults: EntryFault[] = [];
  for (const [i, proof] of entry.matches.entries()) {
    const best = matches(refusalOfProof(proof))[0];
    if (best?.rule === rule) continue;
    const other = best === undefined ? 'no rule matches it' : `${best.rule} (${best.reason}, ${best.ground}) wins`;
    faults.push({ at: `matches[${i}]`, says: `must win "${showProof(proof)}", but ${other}.` });
  }
  for (const [i, proof] of entry.mustNotMatch.entries())
    if (matches(refusalOfProof(proof)).some((match) => match.rule === rule))
      faults.push({ at: `mustNotMatch[${i}]`, says: `must leave "${showProof(proof)}" alone, but matches it.` });
  return faults;
}
