import type { RecordFinding } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { cutAtMarks } from '../../answer/record/marked-text.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { recordWording } from '../../wording/record.ts';

/**
 * A record's text with what is remarkable marked in it, each mark with the number that its finding has in the list. The
 * text is a stranger's: it stays text, in a direction of its own.
 */
export function MarkedRecord({
  name,
  text,
  findings,
}: {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly RecordFinding[];
}): JSX.Element {
  return (
    <figure class="record-text">
      <figcaption>
        <bdi>{name}</bdi>
      </figcaption>
      <pre dir="auto">
        {cutAtMarks(text, findings).map(({ text: piece, marks, ends }, index) =>
          marks.length === 0 ? (
            visibleText(piece)
          ) : (
            <mark key={index} title={recordWording.markLabel(marks)}>
              {visibleText(piece)}
              {ends.length === 0 ? null : <sup class="mark-number">{ends.join(' ')}</sup>}
            </mark>
          ),
        )}
      </pre>
    </figure>
  );
}
