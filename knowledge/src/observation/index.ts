import { blocklistTests } from './blocklist.ts';
import { cohortTests } from './cohort.ts';
import { cues } from './cue.ts';
import type { Cue, ObservationTest } from './define.ts';
import { dnsTests } from './dns.ts';
import { headerTests } from './headers.ts';
import { historyTests } from './history.ts';
import { personTests } from './person.ts';
import { replyTests } from './reply.ts';
import { sendingTests } from './sending.ts';

export type { Cue, ObservationSource, ObservationTest } from './define.ts';

const tests = {
  ...replyTests,
  ...headerTests,
  ...dnsTests,
  ...blocklistTests,
  ...historyTests,
  ...cohortTests,
  ...sendingTests,
  ...personTests,
} as const;

type Tests = typeof tests;

/** A test that can be made: `control-recipient-same-domain`. */
export type TestId = keyof Tests;

/** Words that were found: `access-denied`. */
export type CueId = keyof typeof cues;

/** What was observed: `control-recipient-same-domain:accepted`, `text:access-denied`. */
export type ObservationId = { [T in TestId]: `${T}:${keyof Tests[T]['outcomes'] & string}` }[TestId] | `text:${CueId}`;

/** Every test that causes can be told apart by. */
export const observationTests: Readonly<Record<TestId, ObservationTest>> = tests;

/** Words that speak for or against causes. */
export const cueTable: Readonly<Record<CueId, Cue>> = cues;

/** What an observation says, as a sentence; null for an id that does not exist. */
export function sayObservation(id: string): string | null {
  const colon = id.indexOf(':');
  const name = id.slice(0, colon);
  const outcome = id.slice(colon + 1);
  if (name === 'text') return Object.hasOwn(cues, outcome) ? cueTable[outcome as CueId].says : null;
  if (!Object.hasOwn(tests, name)) return null;
  const { outcomes } = observationTests[name as TestId];
  return Object.hasOwn(outcomes, outcome) ? (outcomes[outcome] ?? null) : null;
}
