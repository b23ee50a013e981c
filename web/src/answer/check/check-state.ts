import type { ObservationId } from '@whybounce/core';
import type { CheckReport, CheckResult } from '@whybounce/core/check';
import { inOrder } from './triage.ts';

/** Something that a check saw and that a diagnosis can use. */
export interface SeenForDiagnosis {
  readonly id: ObservationId;
  readonly note: string;
}

/** What a report says beside its results. */
export type ReportFrame = Omit<CheckReport, 'results'>;

/** One line of what the server sends while it checks. */
export type CheckLine =
  | { readonly type: 'result'; readonly result: CheckResult; readonly done: number; readonly of: number }
  | { readonly type: 'report'; readonly report: ReportFrame; readonly observed: readonly SeenForDiagnosis[] }
  | { readonly type: 'problem'; readonly says: string };

/** How far a check is, and all that it found so far. */
export interface CheckState {
  /** In the order in which they are shown. */
  readonly results: readonly CheckResult[];
  /** How many of them are shown already and keep their places, so that nothing moves while it is read. */
  readonly settled: number;
  readonly done: number;
  /** Null before the first result. */
  readonly of: number | null;
  /** Null while it runs. */
  readonly report: ReportFrame | null;
  readonly observed: readonly SeenForDiagnosis[];
  /** Why it was not made, or not to its end, as a sentence. */
  readonly problem: string | null;
}

export const notStarted: CheckState = {
  results: [],
  settled: 0,
  done: 0,
  of: null,
  report: null,
  observed: [],
  problem: null,
};

/** The state after some more lines. Of results that have no place yet the gravest stands first. */
export function withLines(state: CheckState, lines: readonly CheckLine[]): CheckState {
  const { results, settled } = state;
  const more = lines.flatMap((line) => (line.type === 'result' ? [line.result] : []));
  const shown = { ...state, results: [...results.slice(0, settled), ...inOrder([...results.slice(settled), ...more])] };
  return lines.reduce(withLine, shown);
}

/** The state whose results all keep their places: what comes later stands below them. */
export function settle(state: CheckState): CheckState {
  return { ...state, settled: state.results.length };
}

function withLine(state: CheckState, line: CheckLine): CheckState {
  switch (line.type) {
    case 'result':
      return { ...state, done: line.done, of: line.of };
    case 'report':
      return { ...state, report: line.report, observed: line.observed };
    case 'problem':
      return { ...state, problem: line.says };
  }
}

/** Whether nothing more will come. */
export function isOver({ report, problem }: CheckState): boolean {
  return report !== null || problem !== null;
}
