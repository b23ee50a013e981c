import { type BounceEvent, diagnose, type ObservationId } from '@whybounce/core';
import type { CauseId, Deed, Owner, ReasonId } from '@whybounce/knowledge';
import { finish } from '../../../core/src/finish.ts';
import { type Kind, newReading, type Stage } from '../../../core/src/reading.ts';

/**
 * What an expert says of a refusal who knows how mail works and not how the engine is built. Expectations are
 * written from the published tables, from manuals and from stories that others told in public, before the engine is
 * asked; they change only where the expert was wrong.
 */
export interface GoldenCase {
  readonly name: string;
  /** A public thread or page that tells of such a case; the words here are not its words. */
  readonly source?: string;
  /** What the words have to be read as. */
  readonly reason: ReasonId;
  readonly refusal: Refusal;
  /** What is known beside the refusal. */
  readonly seen?: readonly ObservationId[];
  readonly expect: Verdict;
  /** The one observation that turns the answer; or why none can. */
  readonly flip: Flip | { readonly none: string };
}

export interface Refusal {
  /** As the server said it; null where it said nothing. */
  readonly line: string | null;
  readonly host?: string;
  readonly stage?: Stage;
  /** Somebody's address unless something hangs on it; null where the report names nobody. */
  readonly recipient?: string | null;
  readonly sender?: string;
  /** Told by the reply code where it is not said. */
  readonly kind?: Extract<Kind, 'bounce' | 'deferral'>;
}

export interface Verdict {
  /** The likeliest cause. */
  readonly cause: CauseId;
  /** Whether it is likely enough to be named. */
  readonly named: boolean;
  readonly owner: Owner;
  readonly do: Deed;
}

/** One observation more or less, and what then is different. What is left out may stay or change. */
export interface Flip extends Partial<Verdict> {
  readonly with?: ObservationId;
  readonly without?: ObservationId;
}

const somebody = 'jane.roe@example.net';

/** The refusal as an event, before anything beside it is known. */
export function eventOf({ line, host, stage, recipient = somebody, sender, kind }: Refusal): BounceEvent {
  const reading = newReading('log', 'postfix', kind ?? (line?.startsWith('4') ? 'deferral' : 'bounce'));
  reading.diagnostic = line;
  reading.recipient = recipient;
  reading.sender = sender ?? 'bounces@example.com';
  reading.remoteHost = host ?? null;
  reading.stage = stage ?? null;
  return finish(reading, 'golden');
}

/** The event of a case with other observations than its own, or with its own. */
export function diagnosed(
  { refusal, seen = [] }: GoldenCase,
  observations: readonly ObservationId[] = seen,
): BounceEvent {
  return diagnose(eventOf(refusal), { observations });
}

/** The observations after the flip. */
export function flipped({ seen = [] }: GoldenCase, flip: Flip): readonly ObservationId[] {
  const left = seen.filter((id) => id !== flip.without);
  return flip.with === undefined ? left : [...left, flip.with];
}

/** What the engine answers, in the expert's terms. */
export function verdictOf({ diagnosis }: BounceEvent): Verdict {
  if (diagnosis === null) throw new Error('A case that is no failure.');
  const [first] = diagnosis.causes;
  if (first === undefined) throw new Error('A failure without causes.');
  return { cause: first.id, named: diagnosis.cause !== null, owner: diagnosis.owner, do: diagnosis.action.do };
}
