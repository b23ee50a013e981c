import { type CheckReport, isAtLeast, type Severity, severities, verdictOf } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
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

/** @throws UsageError for what is no severity */
export function severityOf(text: string | undefined): Severity {
  const severity = text ?? 'high';
  if (!(severities as readonly string[]).includes(severity))
    throw new UsageError(`--fail-on ${severity}: write one of ${severities.join(', ')}.`);
  return severity as Severity;
}
