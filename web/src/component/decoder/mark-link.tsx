import type { JSX } from 'preact';
import { answer } from '../../wording/decoder.ts';
import { markId } from './marked.tsx';

/** The number of a quote, which leads to where it stands. */
export function MarkLink({ id, mark }: { readonly id: string; readonly mark: number }): JSX.Element {
  return (
    <a class="mark-link" href={`#${markId(id, mark)}`} aria-label={answer.quoteNumber(mark)}>
      {mark}
    </a>
  );
}
