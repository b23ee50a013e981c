import { causeTable } from '../knowledge/src/cause/index.ts';
import type { DiagnosisProse, DiagnosisTable } from '../knowledge/src/diagnosis-table.ts';
import { differentialTable } from '../knowledge/src/differential/index.ts';
import {
  type CueId,
  cueTable,
  type ObservationId,
  observationTests,
  sayObservation,
  type TestId,
} from '../knowledge/src/observation/index.ts';
import { policyRows } from '../knowledge/src/policy/index.ts';

/** The causes, their evidence and the policy as the engine takes them: with numbers for names. */
export function diagnosisTableOf(): DiagnosisTable {
  const testIds = sortedKeys(observationTests);
  const cueIds = sortedKeys(cueTable);
  const observations = [
    ...testIds.flatMap((id) => Object.keys(observationTests[id].outcomes).map((outcome) => `${id}:${outcome}`)),
    ...cueIds.map((id) => `text:${id}`),
  ].sort() as ObservationId[];
  const numberOf = new Map(observations.map((id, number) => [id, number]));
  const causeIds = sortedKeys(causeTable);
  const causeNumber = new Map(causeIds.map((id, number) => [id, number]));
  const pack = (weights: Partial<Readonly<Record<ObservationId, number>>>): number[] =>
    sortedKeys(weights as Record<ObservationId, number>).flatMap((id) => [numberOf.get(id) ?? -1, weights[id] ?? 0]);
  return {
    observations,
    tests: testIds.map((id) => {
      const { from, effort, ask, outcomes } = observationTests[id];
      const numbers = Object.keys(outcomes).map((outcome) => numberOf.get(`${id}:${outcome}` as ObservationId) ?? -1);
      return { id, from, effort, asks: ask !== null, outcomes: numbers.sort((a, b) => a - b) };
    }),
    cues: cueIds.map((id: CueId) => ({
      observation: numberOf.get(`text:${id}`) ?? -1,
      text: cueTable[id].text,
    })),
    causes: causeIds.map((id) => ({ id, owner: causeTable[id].owner, weights: pack(causeTable[id].evidence) })),
    reasons: Object.fromEntries(
      sortedKeys(differentialTable).map((reason) => {
        const { shares, evidence = {} } = differentialTable[reason];
        return [
          reason,
          {
            shares: sortedKeys(shares).flatMap((id) => [causeNumber.get(id) ?? -1, shares[id] ?? 0]),
            evidence: sortedKeys(evidence).map((id) => ({
              cause: causeNumber.get(id) ?? -1,
              weights: pack(evidence[id] ?? {}),
            })),
          },
        ];
      }),
    ) as unknown as DiagnosisTable['reasons'],
    policy: policyRows,
  };
}

/** What people read of them. */
export function diagnosisProseOf(): DiagnosisProse {
  const { observations } = diagnosisTableOf();
  return {
    causes: Object.fromEntries(
      sortedKeys(causeTable).map((id) => {
        const { says, steps, verify } = causeTable[id];
        return [id, { says, steps, verify }];
      }),
    ) as unknown as DiagnosisProse['causes'],
    tests: Object.fromEntries(
      sortedKeys(observationTests).map((id: TestId) => {
        const { ask, how, yes, no } = observationTests[id];
        const outcome = (name: string | undefined): string | null => (name === undefined ? null : `${id}:${name}`);
        return [id, { ask, how, yes: outcome(yes), no: outcome(no) }];
      }),
    ) as unknown as DiagnosisProse['tests'],
    observations: Object.fromEntries(
      observations.map((id) => [id, sayObservation(id)]),
    ) as unknown as DiagnosisProse['observations'],
  };
}

function sortedKeys<K extends string>(record: Readonly<Partial<Record<K, unknown>>>): K[] {
  return (Object.keys(record) as K[]).sort();
}
