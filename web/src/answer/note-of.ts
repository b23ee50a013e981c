import type { BounceEvent, Warning } from '@whybounce/core';
import { answerKinds, otherInputs } from '../wording/answer-kinds.ts';
import type { HeldInput } from './held-input.ts';

/** What an event is that is no failure, as a sentence with what to do; null for a failure. */
export function noteOf({ kind, input: at, warnings }: BounceEvent, input: HeldInput): Warning | null {
  if (kind === 'bounce' || kind === 'deferral') return null;
  if (kind !== 'other') return { code: `is-${kind}`, message: answerKinds[kind] };
  if (warnings.some(({ code }) => code === 'empty-input')) return { code: 'is-empty', message: otherInputs.empty };
  // A part of an input is no file of its own, and what the engine says of it is more than a guess by its look.
  if (at !== input.name || warnings.some(({ code }) => code !== 'no-delivery-event'))
    return { code: 'is-other', message: answerKinds.other };
  const look = input.looksLike;
  return look === null
    ? { code: 'is-other', message: answerKinds.other }
    : { code: `is-${look}`, message: otherInputs[look] };
}
