import type { RecordFinding } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { recordWording } from '../../wording/record.ts';

/** Why a proposal must not be published as it is, and what has to go first. */
export function Hold({
  says,
  findings,
}: {
  readonly says: string;
  readonly findings: readonly RecordFinding[];
}): JSX.Element {
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{says}</strong>
      </p>
      <ul>
        {findings.map(({ says: why, fix }, index) => (
          <li key={index} dir="auto">
            {why}
            {fix === null ? null : ` ${recordWording.do}: ${fix}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
