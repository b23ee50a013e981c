import type { JSX } from 'preact';
import type { MarkedText } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';

/**
 * A text with its quotes marked and numbered. The number stands beside the colour, so that it is known
 * without it, and out of what is copied.
 *
 * @param id begins the ids of the marks, to which evidence leads
 */
export function Marked({ text, id }: { readonly text: MarkedText; readonly id: string }): JSX.Element {
  const seen = new Set<number>();
  return (
    <>
      {text.map(({ text: words, mark }, i) => {
        if (mark === null) return words;
        const isFirst = !seen.has(mark);
        seen.add(mark);
        return (
          <mark key={i} id={isFirst ? `${id}-${mark}` : undefined}>
            {words}
            <span class="mark-number" data-number={mark}>
              <span class="unseen"> ({answer.quoteNumber(mark)})</span>
            </span>
          </mark>
        );
      })}
    </>
  );
}
