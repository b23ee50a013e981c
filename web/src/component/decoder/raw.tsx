import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FailureView, MarkedText } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { CopyButton } from '../copy-button.tsx';
import { Marked } from './marked.tsx';

/** The words of the refusing server, and the input around them, with what the causes quote marked in both. */
export function Raw({ failure, id }: { readonly failure: FailureView; readonly id: string }): JSX.Element | null {
  const { diagnostic, raw } = failure;
  const region = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // A long mail begins with headers: what matters is brought into view, inside its own region.
    const mark = region.current?.querySelector('mark');
    if (region.current && mark) region.current.scrollTop = mark.offsetTop - region.current.clientHeight / 3;
  }, [raw]);
  if (raw === null && diagnostic === null) return null;
  // A bare reply is all there is.
  const isMore = raw !== null && (diagnostic === null || textOf(raw.pieces).trim() !== textOf(diagnostic).trim());
  return (
    <section class="raw" aria-labelledby={`${id}-words`}>
      {diagnostic === null ? null : (
        <>
          <div class="with-copy">
            <h3 id={`${id}-words`}>{answer.theirWords}</h3>
            <CopyButton of={`${id}-said`} label={answer.theirWords} />
          </div>
          <pre id={`${id}-said`} class="sheet" dir="auto">
            <Marked text={diagnostic} id={id} />
          </pre>
        </>
      )}
      {isMore ? (
        <>
          <h3 id={diagnostic === null ? `${id}-words` : undefined}>{answer.whole}</h3>
          {raw.before > 0 ? <p class="soft">{answer.before(raw.before)}</p> : null}
          {/* A region that scrolls must be reached by the keyboard (WCAG 2.1.1). */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
          <section ref={region} class="raw-text" tabIndex={0} aria-label={answer.wholeRegion}>
            <pre dir="auto">
              <Marked text={raw.pieces} id={null} />
            </pre>
          </section>
          {raw.after > 0 ? <p class="soft">{answer.after(raw.after)}</p> : null}
        </>
      ) : null}
    </section>
  );
}

function textOf(pieces: MarkedText): string {
  return pieces.map(({ text }) => text).join('');
}
