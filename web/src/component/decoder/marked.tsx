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
        if (mark === null) return <Words key={i} text={words} />;
        const isFirst = !seen.has(mark);
        seen.add(mark);
        return (
          <mark key={i} id={isFirst && id !== null ? markId(id, mark) : undefined}>
            <Words text={words} />
            <span class="mark-number" data-number={mark} />
          </mark>
        );
      })}
    </>
  );
}

/** Characters that turn the direction of what follows (Unicode bidirectional algorithm, UAX 9). */
const turning = /([\u202a-\u202e\u2066-\u2069])/;

/** A server's words. What would turn the order of the others is shown as what it is, and turns nothing. */
function Words({ text }: { readonly text: string }): JSX.Element {
  if (!turning.test(text)) return <>{text}</>;
  return (
    <>
      {text.split(turning).map((part, i) =>
        turning.test(part) ? (
          <bdi key={i} class="turning" data-sign={`U+${part.charCodeAt(0).toString(16).toUpperCase()}`}>
            {part}
          </bdi>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The id of a quote among the server's words. */
export function markId(id: string, mark: number): string {
  return `${id}-quote-${mark}`;
}
