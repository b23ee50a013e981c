import type { CheckReport, CheckResult, Outcome, Severity } from '@whybounce/core/check';
import { version } from '../../version.ts';
import type { Since } from './changes-text.ts';

/** SARIF 2.1.0 section 3.27.9. */
const kindOf: Readonly<Record<Outcome, string>> = {
  pass: 'pass',
  warn: 'fail',
  fail: 'fail',
  info: 'informational',
  'not-applicable': 'notApplicable',
  'could-not-determine': 'open',
};

/** SARIF 2.1.0 section 3.27.10: a level is told only of what is amiss. */
function levelOf({ outcome, severity }: CheckResult): string {
  if (outcome === 'warn') return 'warning';
  if (outcome !== 'fail') return 'none';
  return severity === 'critical' || severity === 'high' ? 'error' : severity === 'medium' ? 'warning' : 'note';
}

/** What services that show SARIF sort by: 0 to 10. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '7.5',
  medium: '5.0',
  low: '2.5',
  info: '0.0',
};

/** How a result stands to the earlier run (SARIF 2.1.0 section 3.27.24). */
function baselineOf(id: string, { changes }: Since): string {
  const change = changes.find((one) => one.id === id);
  if (change === undefined) return 'unchanged';
  return change.before === null ? 'new' : 'updated';
}

/**
 * A report in the form that code hosts and CI systems show beside the code (SARIF 2.1.0, OASIS). Of the results only
 * what is amiss: GitHub shows every one as an alert, whatever its `kind` says.
 *
 * @param since with an earlier report each result tells whether it is new
 * @param all the others too
 */
export function sarifOf(report: CheckReport, since: Since | null = null, all = false): object {
  const { kind, subject, checkedAt } = report;
  const results = report.results.filter(({ outcome }) => all || outcome === 'fail' || outcome === 'warn');
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'whybounce',
            version,
            rules: results.map(({ id, title, source, severity }) => ({
              id,
              shortDescription: { text: title },
              help: { text: source },
              properties: { 'security-severity': securitySeverity[severity] },
            })),
          },
        },
        invocations: [{ executionSuccessful: true, startTimeUtc: checkedAt }],
        results: results.map((result, ruleIndex) => ({
          ruleId: result.id,
          ruleIndex,
          kind: kindOf[result.outcome],
          ...(since !== null && { baselineState: baselineOf(result.id, since) }),
          level: levelOf(result),
          message: { text: result.fix === null ? result.says : `${result.says} ${result.fix}` },
          locations: [
            {
              // GitHub refuses a file with one result that has none
              physicalLocation: { artifactLocation: { uri: `${kind}/${encodeURIComponent(subject)}` } },
              logicalLocations: [{ fullyQualifiedName: subject, kind }],
            },
          ],
          // two runs are told apart by what is said of which check of which subject
          partialFingerprints: { 'check/v1': `${kind}:${subject}:${result.id}` },
          properties: {
            outcome: result.outcome,
            severity: result.severity,
            seen: result.seen,
            publish: result.publish,
          },
        })),
      },
    ],
  };
}
