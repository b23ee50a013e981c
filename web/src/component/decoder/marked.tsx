import type { JSX } from 'preact';
import type { MarkedText } from '../../answer/shapes.ts';

/**
 * A text with its quotes marked and numbered. The number stands beside the colour, so that it is known
 * without it; the sheet writes it, so that it is not copied with the words.
 *
 * @param id begins the ids of the marks, to which evidence leads; null where nothing leads to them
 */
export function Marked({ text, id }: { readonly text: MarkedText; readonly id: string | null }): JSX.Element {
  const seen = new Set<number>();
  return (
    <>
      {text.map(({ text: words, mark }, i) => {
        if (mark === null) return words;
        const isFirst = !seen.has(mark);
        seen.add(mark);
        return (
          <mark key={i} id={isFirst && id !== null ? markId(id, mark) : undefined}>
            {words}
            <span class="mark-number" data-number={mark} />
          </mark>
        );
      })}
    </>
  );
}

/** The id of a quote among the server's words. */
export function markId(id: string, mark: number): string {
  return `${id}-quote-${mark}`;
}
