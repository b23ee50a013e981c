import { type CheckReport, type CheckResult, type Outcome, type Severity, verdictOf } from '@whybounce/core/check';
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
 * Whether a result is listed where not all are: what is amiss, and what was amiss and cannot be told now. A code host closes
 * the alert of a result that is absent, and nobody repaired this one.
 */
function isListed({ id, outcome }: CheckResult, since: Since | null): boolean {
  if (outcome === 'fail' || outcome === 'warn') return true;
  const before = since?.changes.find((change) => change.id === id)?.before?.outcome;
  return outcome === 'could-not-determine' && (before === 'fail' || before === 'warn');
}

/**
 * Reports in the form that code hosts and CI systems show beside the code (SARIF 2.1.0, OASIS), as one run: GitHub takes a
 * single run of a tool in a file. Of the results only what is amiss: GitHub shows every one as an alert, whatever its `kind`
 * says. What could not be determined is a notification of the tool; where nothing of a subject could be, the run counts as
 * not successful, so that its missing results are not taken for repairs.
 *
 * @param since with an earlier report each result tells whether it is new
 * @param all the others too
 */
export function sarifOf(reports: readonly CheckReport[], since: Since | null = null, all = false): object {
  const listed = reports.flatMap((report) =>
    report.results.filter((result) => all || isListed(result, since)).map((result) => ({ report, result })),
  );
  const rules = [...new Map(listed.map(({ result }) => [result.id, result])).values()];
  const ruleIndices = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'whybounce',
            version,
            rules: rules.map(({ id, title, source, severity }) => ({
              id,
              shortDescription: { text: title },
              help: { text: source },
              properties: { 'security-severity': securitySeverity[severity] },
            })),
          },
        },
        invocations: reports.map(invocationOf),
        results: listed.map(({ report: { kind, subject }, result }) => ({
          ruleId: result.id,
          ruleIndex: ruleIndices.get(result.id),
          kind: kindOf[result.outcome],
          ...(since !== null && { baselineState: baselineOf(result.id, since) }),
          level: levelOf(result),
          message: { text: result.fix === null ? result.says : `${result.says} ${result.fix}` },
          locations: [placeOf(kind, subject)],
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

function placeOf(kind: string, subject: string): object {
  return {
    // GitHub refuses a file with one result that has none
    physicalLocation: { artifactLocation: { uri: `${kind}/${encodeURIComponent(subject)}` } },
    logicalLocations: [{ fullyQualifiedName: subject, kind }],
  };
}

/** How the run went (SARIF 2.1.0 sections 3.20.14 and 3.20.21). */
function invocationOf({ kind, subject, checkedAt, results }: CheckReport): object {
  const isTold = verdictOf(results) !== 'undetermined';
  const open = results.filter(({ outcome }) => outcome === 'could-not-determine');
  return {
    executionSuccessful: isTold,
    startTimeUtc: checkedAt,
    ...(open.length > 0 && {
      toolExecutionNotifications: open.map(({ id, says }) => ({
        level: isTold ? 'warning' : 'error',
        message: { text: `${subject}, ${id}: ${says}` },
        locations: [placeOf(kind, subject)],
        properties: { check: id },
      })),
    }),
  };
}
