import type { ObservationId, TestId } from '@whybounce/knowledge';
import { crosswalk } from './advise/crosswalk.ts';
import type { Policy } from './advise/policy.ts';
import { type Facts, observeFacts } from './diagnose/facts.ts';
import type { Observation } from './diagnose/observation.ts';
import { isObservation, observationSource } from './diagnose/weights.ts';
import type { BounceEvent } from './event.ts';
import { refusalOf } from './finish.ts';
import { judge } from './judge.ts';
import { builtInRules, type RuleSet } from './rules/rule-set.ts';

/** An observation as a caller hands it in: its id, or its id with what exactly was seen. */
export type ObservationInput = ObservationId | (Pick<Observation, 'id'> & Partial<Observation>);

/** What is known beside the refusal itself. */
export interface DiagnoseContext {
  /** Facts from outside: DNS, lists, history, volume. */
  readonly facts?: Facts | undefined;
  /** Observations by id, such as `control-recipient-same-domain:accepted`; the later of two outcomes of a test counts. */
  readonly observations?: readonly ObservationInput[] | undefined;
  /** Tests that nobody can make here: they are not proposed. */
  readonly skip?: readonly TestId[] | undefined;
  /** Instead of the built-in policy. */
  readonly policy?: Policy | undefined;
  /** The rules by which the event was read, where these are not the built-in ones alone. */
  readonly rules?: RuleSet | undefined;
}

/**
 * Diagnoses a failure anew in the light of what else is known: ranks its causes, applies the policy.
 * What the event's own words showed still counts; the reason stays.
 *
 * @param event as `decode` returned it, or as it was stored
 * @returns the same event with another `diagnosis`; an event that is no failure comes back as it was
 * @throws {@link ObservationError} for an observation that does not exist
 */
export function diagnose(event: BounceEvent, context: DiagnoseContext = {}): BounceEvent {
  const { diagnosis, kind } = event;
  if (diagnosis === null || (kind !== 'bounce' && kind !== 'deferral')) return event;
  const rules = context.rules ?? builtInRules();
  const { remoteMta } = event;
  const { best } = rules.match(refusalOf({ ...event, remoteHost: remoteMta.host }));
  const match = best !== null && best.rule === diagnosis.rule ? best : null;
  const again = judge(
    {
      ...event,
      reason: diagnosis.reason,
      match,
      permanence: diagnosis.permanence,
      confidence: diagnosis.confidence,
      remoteHost: remoteMta.host,
      retryAfter: event.retryHint?.seconds ?? null,
      hasRetryHint: event.retryHint !== null,
      namesBlocklist: event.blocklists.length > 0,
      hostSystem: remoteMta.host === null ? null : rules.systemOfHost(remoteMta.host),
    },
    {
      observations: [...(context.facts === undefined ? [] : observeFacts(context.facts)), ...observed(context)],
      ...(context.skip !== undefined && { skipped: context.skip }),
      ...(context.policy !== undefined && { policy: context.policy }),
    },
  );
  return {
    ...event,
    diagnosis: { ...again, rule: diagnosis.rule, origin: diagnosis.origin },
    crosswalk: event.crosswalk ?? crosswalk(diagnosis.reason, diagnosis.permanence),
  };
}

function observed({ observations = [] }: DiagnoseContext): Observation[] {
  return observations.map((input) => {
    const given = typeof input === 'string' ? { id: input } : input;
    if (!isObservation(given.id)) throw new ObservationError(given.id);
    return { source: observationSource(given.id), span: null, quote: null, note: null, ...given };
  });
}

/** Thrown for an observation that the engine does not know. */
export class ObservationError extends Error {
  override readonly name = 'ObservationError';
  readonly code = 'WHYBOUNCE_OBSERVATION';

  constructor(id: string) {
    super(
      `"${String(id).slice(0, 100)}" is no observation: write test:outcome, such as control-recipient-same-domain:accepted. observationTests lists all of them.`,
    );
  }
}
