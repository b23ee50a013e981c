import type { TestId } from '@whybounce/knowledge';
import type { Policy } from '../advise/policy.ts';
import type { Facts } from '../diagnose/facts.ts';
import { diagnose, type ObservationInput } from '../diagnose-event.ts';
import type { BounceEvent } from '../event.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { ObserveOptions } from './cohorts.ts';
import { type Bands, findBands } from './find-bands.ts';
import { findPatterns, type PatternOptions } from './find-patterns.ts';
import { findSteps, type Step, type StepOptions } from './find-step.ts';
import { Ledger } from './ledger.ts';
import { CohortObserver } from './observe-cohort.ts';
import type { CohortInput } from './outcome.ts';
import type { Pattern } from './pattern.ts';
import { Tally, type TallyOptions, type Totals } from './tally.ts';

/** What is known of one event beside its cohort. */
export interface KnownBeside {
  readonly facts?: Facts | undefined;
  /** They outrank what the cohort shows; facts do not. */
  readonly observations?: readonly ObservationInput[] | undefined;
}

/** How many events are diagnosed together. */
export interface DiagnoseAllOptions extends ObserveOptions {
  readonly patterns?: PatternOptions;
  readonly steps?: StepOptions;
  readonly tally?: TallyOptions;
  /** Attempts per key, for senders whose deliveries are no events. */
  readonly totals?: Totals;
  /** What is known of an event beside its cohort. */
  readonly beside?: (event: BounceEvent) => KnownBeside;
  /** Tests that nobody can make here. */
  readonly skip?: readonly TestId[];
  readonly policy?: Policy;
  /** The rules by which the events were read, where these are not the built-in ones alone. */
  readonly rules?: RuleSet;
}

/** Many events diagnosed in the light of each other. */
export interface CohortDiagnosis {
  /** In the order of the inputs; failures and deferrals with a diagnosis that knows of the others. */
  readonly events: readonly BounceEvent[];
  /** Cohorts that failed beyond what the rest explains. */
  readonly patterns: readonly Pattern[];
  /** Refusals that began, or became several times as frequent, at some time. */
  readonly steps: readonly Step[];
  readonly bands: Bands;
}

/**
 * Diagnoses many events together: what other addresses of the domain, other domains of the provider,
 * other campaigns and IP addresses met in the same hours shifts the causes of each. Hand in deliveries
 * too: without them nothing can be said about what is accepted. Needs memory for all of the events; for
 * counts alone {@link Tally} needs little.
 *
 * @throws RangeError for options that cannot be meant
 * @throws {@link ObservationError} for an observation of `beside` that does not exist
 */
export function diagnoseAll(inputs: readonly CohortInput[], options: DiagnoseAllOptions = {}): CohortDiagnosis {
  const { patterns, steps, totals, beside, skip, policy, rules } = options;
  const tally = new Tally(options.tally);
  const outcomes = inputs.map((input) => tally.read(input));
  for (const outcome of outcomes) if (outcome !== null) tally.addOutcome(outcome);
  const observer = new CohortObserver(new Ledger(outcomes), options);
  const events = inputs.map(({ event }, place) => {
    const seen = observer.observe(place);
    const known = beside?.(event) ?? {};
    if (seen.length === 0 && known.facts === undefined && (known.observations ?? []).length === 0) return event;
    return diagnose(event, {
      observations: [...seen, ...(known.observations ?? [])],
      ...(known.facts !== undefined && { facts: known.facts }),
      ...(skip !== undefined && { skip }),
      ...(policy !== undefined && { policy }),
      ...(rules !== undefined && { rules }),
    });
  });
  return {
    events,
    patterns: findPatterns(tally, patterns, totals),
    steps: findSteps(tally, steps),
    bands: findBands(tally, patterns, totals),
  };
}
