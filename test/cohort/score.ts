import { type BounceEvent, diagnoseAll, type Pattern } from '@whybounce/core';
import { Random } from './random.ts';
import { type Cohort, type Plant, plants, type World, worldOf } from './world.ts';

/** How a cohort was judged. */
export interface Verdict {
  readonly seed: number;
  readonly cohort: Cohort;
  /** Shares of its events whose first cause is right, alone and in the light of the others. */
  readonly alone: number;
  readonly together: number;
}

/** Events that have to agree before a cohort counts as right. */
export const MOST = 2 / 3;

/** Makes and diagnoses the world of a seed; the kind of fault goes round with the seeds. */
export function judgeSeed(seed: number): {
  verdicts: Verdict[];
  patterns: readonly Pattern[];
  plant: Plant;
  world: World;
  events: readonly BounceEvent[];
} {
  const plant = plants[seed % plants.length] as Plant;
  const world = worldOf(plant, new Random(seed));
  const { events, patterns } = diagnoseAll(world.inputs);
  const verdicts = world.cohorts.map((cohort) => ({
    seed,
    cohort,
    alone: shareRight(
      cohort,
      world.inputs.map(({ event }) => event),
    ),
    together: shareRight(cohort, events),
  }));
  return { verdicts, patterns, plant, world, events };
}

function shareRight({ members }: Cohort, events: readonly BounceEvent[]): number {
  const right = members.filter(({ place, truth }) =>
    truth.includes(events[place]?.diagnosis?.causes[0]?.id ?? ''),
  ).length;
  return right / members.length;
}
