import type { CauseId } from './cause/index.ts';
import type { ObservationId, ObservationSource, TestId } from './observation/index.ts';
import type { PolicyRow } from './policy/define.ts';
import type { Owner } from './vocabulary/action.ts';
import type { ReasonId } from './vocabulary/reason.ts';

/** Weights as pairs: the number of an observation, then how much it weighs in decibans. */
export type PackedWeights = readonly number[];

/**
 * What the engine needs to rank causes, as generated from `observation/`, `cause/`, `differential/`
 * and `policy/`: observations and causes are numbers here, their places in the sorted lists. What
 * people read stands apart ({@link loadDiagnosisProse}).
 */
export interface DiagnosisTable {
  /** Sorted. */
  readonly observations: readonly ObservationId[];
  /** Sorted by id. */
  readonly tests: readonly {
    readonly id: TestId;
    readonly from: ObservationSource;
    readonly effort: number;
    /** Whether it can be asked of a person. */
    readonly asks: boolean;
    /** Numbers of its observations, sorted. */
    readonly outcomes: readonly number[];
  }[];
  /** Words to look for, with the number of the observation that they are. */
  readonly cues: readonly { readonly observation: number; readonly text: readonly string[] }[];
  /** Sorted by id. */
  readonly causes: readonly { readonly id: CauseId; readonly owner: Owner; readonly weights: PackedWeights }[];
  readonly reasons: Readonly<
    Record<
      ReasonId,
      {
        /** Pairs: the number of a cause, its share of 100. Sorted by number. */
        readonly shares: readonly number[];
        /** Weights that differ behind this reason, by cause. */
        readonly evidence: readonly { readonly cause: number; readonly weights: PackedWeights }[];
      }
    >
  >;
  readonly policy: readonly PolicyRow[];
}

/** What people read of causes and tests, loaded when it is asked for. */
export interface DiagnosisProse {
  readonly causes: Readonly<
    Record<CauseId, { readonly says: string; readonly steps: readonly string[]; readonly verify: string }>
  >;
  readonly tests: Readonly<
    Record<
      TestId,
      {
        readonly ask: string | null;
        readonly how: string | null;
        /** The outcomes that a plain yes and no mean. */
        readonly yes: ObservationId | null;
        readonly no: ObservationId | null;
      }
    >
  >;
  /** What each observation says. */
  readonly observations: Readonly<Record<ObservationId, string>>;
}
