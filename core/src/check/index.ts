/** What checks find, as everything that shows it meets it. */
export {
  type CheckReport,
  compareRuns,
  countOutcomes,
  type NotRun,
  type ResultChange,
  type SubjectKind,
  scoreOf,
  subjectKinds,
  verdictOf,
} from './report.ts';
export { type Area, areas, type CheckResult, type Outcome, outcomes, type Seen } from './result.ts';
export { isAtLeast, type Severity, severities } from './severity.ts';
