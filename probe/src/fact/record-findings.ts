import { isAtLeast, type Severity } from '@whybounce/core/check';
import type { RecordFinding } from '@whybounce/core/record';

/** Findings of a record by what they weigh. */
export interface Weighed {
  /** They spoil the record: critical or high. */
  readonly grave: readonly RecordFinding[];
  /** Some readers stumble: medium or low. */
  readonly slight: readonly RecordFinding[];
  /** Neither good nor bad. */
  readonly notes: readonly RecordFinding[];
  /** Of the worst of them. */
  readonly worst: Severity;
}

/** Sorts the findings of a record by what they weigh, each part from the worst on. */
export function weigh(findings: readonly RecordFinding[]): Weighed {
  const sorted = findings.toSorted((a, b) =>
    a.severity === b.severity ? 0 : isAtLeast(a.severity, b.severity) ? -1 : 1,
  );
  const grave = sorted.filter(({ severity }) => isAtLeast(severity, 'high'));
  const notes = sorted.filter(({ severity }) => severity === 'info');
  return {
    grave,
    slight: sorted.filter((finding) => !grave.includes(finding) && !notes.includes(finding)),
    notes,
    worst: sorted[0]?.severity ?? 'info',
  };
}

/** More findings than a reader takes in at once: a spoilt record can have one at every letter. */
const MAX_SAID = 3;

/** What the first of several findings say, as sentences. */
export function sayFindings(findings: readonly RecordFinding[]): string {
  const said = [...new Set(findings.map(({ says }) => says))];
  const more = said.length - MAX_SAID;
  return [...said.slice(0, MAX_SAID), ...(more > 0 ? [`There is more like this: ${more}.`] : [])].join(' ');
}

/** What to do about them, as sentences; undefined where there is nothing to do. */
export function fixFindings(findings: readonly RecordFinding[]): string | undefined {
  const fixes = [...new Set(findings.flatMap(({ fix }) => (fix === null ? [] : [fix])))];
  return fixes.length === 0 ? undefined : fixes.slice(0, MAX_SAID).join(' ');
}
