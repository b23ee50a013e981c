import {
  type DiagnosisTable,
  diagnosisTable,
  type ObservationId,
  type ObservationSource,
  type PackedWeights,
} from '@whybounce/knowledge';

/** Weights of one cause by number of observation, in decibans. */
export type WeightRow = Int8Array;

/** Beyond a million to one nothing changes for a reader, and sums stay far from what a number can hold. */
export const MAX_WEIGHT = 60;

/** 10^(n/10) for n from 0 to 9, in thousandths: a table, so that every engine computes the same. */
const steps = [1_000, 1_259, 1_585, 1_995, 2_512, 3_162, 3_981, 5_012, 6_310, 7_943];
const tens = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/** By how much a weight in decibans multiplies the odds, times a thousand. Weights beyond ±60 count as that. */
export function factor(weight: number): number {
  const capped = Math.max(-MAX_WEIGHT, Math.min(MAX_WEIGHT, weight));
  const whole = Math.floor(capped / 10);
  return (steps[capped - 10 * whole] as number) * (tens[whole + 6] as number);
}

/** The built-in causes and their evidence, as generated. */
export const table: DiagnosisTable = diagnosisTable;

const numbers = new Map<string, number>();

/** The number of an observation; -1 for an id that does not exist. */
export function observationNumber(id: string): number {
  if (numbers.size === 0) for (const [number, known] of table.observations.entries()) numbers.set(known, number);
  return numbers.get(id) ?? -1;
}

/** Whether an id names an observation that the engine knows. */
export function isObservation(id: string): id is ObservationId {
  return observationNumber(id) >= 0;
}

const rows: (WeightRow | undefined)[] = [];

/** The weights of a cause by number of observation. */
export function weightsOf(cause: number): WeightRow {
  let row = rows[cause];
  if (row === undefined) {
    row = unpack(table.causes[cause]?.weights ?? [], new Int8Array(table.observations.length));
    rows[cause] = row;
  }
  return row;
}

/** The weights of a cause behind a reason that sees some of them otherwise. */
export function unpack(weights: PackedWeights, row: WeightRow): WeightRow {
  for (let i = 0; i < weights.length; i += 2) row[weights[i] as number] = weights[i + 1] as number;
  return row;
}

let testNumbers: Int16Array | undefined;

/** The number of the test that an observation is an outcome of; -1 for words. */
export function testOf(observation: number): number {
  if (testNumbers === undefined) {
    testNumbers = new Int16Array(table.observations.length).fill(-1);
    for (const [number, { outcomes }] of table.tests.entries())
      for (const outcome of outcomes) testNumbers[outcome] = number;
  }
  return testNumbers[observation] ?? -1;
}

/** Where an observation comes from. */
export function observationSource(id: ObservationId): ObservationSource {
  return table.tests[testOf(observationNumber(id))]?.from ?? 'reply';
}
