import { type CheckReport, isAtLeast, type Severity, severities, verdictOf } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import { severityNames } from '@whybounce/web/wording/check';
import { UsageError } from '../usage-error.ts';

/** Exit codes of the commands that check; they serve in CI. */
export const EXIT_PASSED = 0;
export const EXIT_FAILED = 1;
export const EXIT_UNDETERMINED = 3;

/** The exit code of a report. */
export function exitOf({ results }: Pick<CheckReport, 'results'>, failOn: Severity): number {
  const verdict = verdictOf(results, failOn);
  return verdict === 'failed' ? EXIT_FAILED : verdict === 'passed' ? EXIT_PASSED : EXIT_UNDETERMINED;
}

/**
 * The exit code of what a linter found.
 *
 * @param determined whether there was anything to lint
 */
export function exitOfFindings(findings: readonly RecordFinding[], failOn: Severity, determined = true): number {
  if (findings.some(({ severity }) => isAtLeast(severity, failOn))) return EXIT_FAILED;
  return determined ? EXIT_PASSED : EXIT_UNDETERMINED;
}

/** The exit code of several reports: a failure stands above what nobody knows, and that above what is in order. */
export function worstExit(exits: readonly number[]): number {
  return [EXIT_FAILED, EXIT_UNDETERMINED].find((exit) => exits.includes(exit)) ?? EXIT_PASSED;
}

/**
 * A severity by the word in reports (serious) or by that in JSON (high); `high` where none is given.
 *
 * @throws UsageError for what is no severity
 */
export function severityOf(text: string | undefined): Severity {
  const word = (text ?? 'high').toLowerCase();
  const severity = severities.find((known) => known === word || severityNames[known] === word);
  if (severity === undefined)
    throw new UsageError(
      `--fail-on ${text}: write one of critical, serious, moderate, minor, info (or high, medium, low as in JSON).`,
    );
  return severity;
}
