import type { RecordExplanation } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { visibleText } from '../../answer/record/visible-text.ts';

/** The parts of a record, each with what it says. */
export function PartList({ parts }: { readonly parts: readonly RecordExplanation[] }): JSX.Element | null {
  if (parts.length === 0) return null;
  return (
    <dl class="parts">
      {parts.map(({ term, says }, index) => (
        <div key={index}>
          <dt>
            <code dir="auto">{visibleText(term)}</code>
          </dt>
          <dd dir="auto">{says}</dd>
        </div>
      ))}
    </dl>
  );
}
