import { explainObservation, ObservationError, type ObservationId, questionOf, type TestId } from '@whybounce/core';
import type { ObservedView } from '../shapes.ts';
import type { SeenForDiagnosis } from './check-state.ts';

/** Of what a check says it saw, the outcomes of tests that the knowledge has, in words. The rest is left out. */
export async function recogniseObserved(seen: readonly SeenForDiagnosis[]): Promise<readonly ObservedView[]> {
  return Promise.all(
    seen
      .filter(({ id }) => isOutcome(id))
      .map(async ({ id, note }) => ({ id, note, says: (await explainObservation(id)) ?? id })),
  );
}

function isOutcome(id: ObservationId): boolean {
  try {
    return questionOf(id.slice(0, Math.max(0, id.indexOf(':'))) as TestId).outcomes.includes(id);
  } catch (error) {
    if (error instanceof ObservationError) return false;
    throw error;
  }
}
