import type { Outcome, Severity } from '@whybounce/core/check';
import { severities } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { markNumbers } from '../../answer/record/marked-text.ts';
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
  const marks = markNumbers(findings);
  const ranked = findings
    .map((finding, index) => ({ finding, mark: marks[index] ?? null, place: index }))
    .toSorted(
      (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) || a.place - b.place,
    );
  return (
    <ul class="findings">
      {ranked.map(({ finding: { severity, says, fix, source }, mark, place }) => (
        <li key={place} class="finding">
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
              ...(mark !== null && hasMarks ? [recordWording.markedAs(mark)] : []),
              source,
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
