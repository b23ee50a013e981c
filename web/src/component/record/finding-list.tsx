import type { Outcome, Severity } from '@whybounce/core/check';
import { severities } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { severityNames } from '../../wording/check.ts';
import { recordWording } from '../../wording/record.ts';
import { OutcomeIcon } from '../check/outcome-icon.tsx';

const outcomeOf: Readonly<Record<Severity, Outcome>> = {
  critical: 'fail',
  high: 'fail',
  medium: 'warn',
  low: 'warn',
  info: 'info',
};

/** What is remarkable about a record, the gravest first; numbers are those of the marks in its text. */
export function FindingList({
  findings,
  hasMarks = true,
}: {
  readonly findings: readonly RecordFinding[];
  /** Whether the record stands above with its marks. */
  readonly hasMarks?: boolean;
}): JSX.Element {
  if (findings.length === 0) return <p>{recordWording.noFindings}</p>;
  const ranked = findings
    .map((finding, index) => ({ finding, number: index + 1 }))
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) || a.number - b.number,
    );
  return (
    <ul class="findings">
      {ranked.map(({ finding: { severity, span, says, fix, source }, number }) => (
        <li key={number} class="finding">
          <OutcomeIcon outcome={outcomeOf[severity]} />
          <p dir="auto">{says}</p>
          {fix === null ? null : (
            <p dir="auto">
              <strong>{recordWording.do}:</strong> {fix}
            </p>
          )}
          <p class="soft">
            {[
              severityNames[severity],
              ...(span !== null && hasMarks ? [recordWording.markedAs(number)] : []),
              source,
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
