import type { BounceEvent, Warning } from '@whybounce/core';
import { answerKinds, otherInputs } from '../wording/answer-kinds.ts';
import type { HeldInput } from './held-input.ts';

/** What an event is that is no failure, as a sentence with what to do; null for a failure. */
export function noteOf(event: BounceEvent, input: HeldInput): Warning | null {
  const { kind } = event;
  if (kind === 'bounce' || kind === 'deferral') return null;
  if (kind !== 'other') return { code: `is-${kind}`, message: answerKinds[kind] };
  const look = lookOf(event, input);
  return look === null
    ? { code: 'is-other', message: answerKinds.other }
    : { code: `is-${look}`, message: otherInputs[look] };
}

/** What it looks like; null for what nobody can tell. */
function lookOf({ warnings, format, input: at }: BounceEvent, input: HeldInput): keyof typeof otherInputs | null {
  if (warnings.some(({ code }) => code === 'empty-input')) return 'empty';
  // What the engine says beside this is more than a guess by the first bytes.
  if (warnings.some(({ code }) => code !== 'no-delivery-event')) return null;
  if (at !== input.name) return format === 'unknown' && at.slice(input.name.length).startsWith('#') ? 'mail' : null;
  return input.looksLike === 'mail' && format !== 'unknown' ? null : input.looksLike;
}
