import type { ObservationId } from '@whybounce/core';
import type { CheckReport, CheckResult } from '@whybounce/core/check';

/** Something that a check saw and that a diagnosis can use. */
export interface SeenForDiagnosis {
  readonly id: ObservationId;
  readonly note: string;
}

/** One line of what the server sends while it checks. */
export type CheckLine =
  | { readonly type: 'result'; readonly result: CheckResult; readonly done: number; readonly of: number }
  | {
      readonly type: 'report';
      readonly report: Omit<CheckReport, 'results'>;
      readonly observed: readonly SeenForDiagnosis[];
    }
  | { readonly type: 'problem'; readonly says: string };

/** How far a check is, and all that it found so far. */
export interface CheckState {
  readonly results: readonly CheckResult[];
  readonly done: number;
  /** Null before the first result. */
  readonly of: number | null;
  /** Null while it runs. */
  readonly report: Omit<CheckReport, 'results'> | null;
  readonly observed: readonly SeenForDiagnosis[];
  /** Why it was not made, or not to its end, as a sentence. */
  readonly problem: string | null;
}

export const notStarted: CheckState = {
  results: [],
  done: 0,
  of: null,
  report: null,
  observed: [],
  problem: null,
};

/** The state after one more line. */
export function withLine(state: CheckState, line: CheckLine): CheckState {
  switch (line.type) {
    case 'result':
      return { ...state, results: [...state.results, line.result], done: line.done, of: line.of };
    case 'report':
      return { ...state, report: line.report, observed: line.observed };
    case 'problem':
      return { ...state, problem: line.says };
  }
}
