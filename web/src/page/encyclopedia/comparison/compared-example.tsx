import type { ComparedExample } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { EntryLink } from '../part/links.tsx';
import { ReplyQuote } from '../part/reply-quote.tsx';

/** A reply that a comparison shows, with the page that reads it. */
export function Compared({
  example,
  id,
  names,
}: {
  readonly example: ComparedExample;
  readonly id: string;
  readonly names: EntryNames;
}): JSX.Element {
  return (
    <ReplyQuote id={id} line={example.line} language={undefined}>
      <span class="instead">{comparisonWording.readAs(<EntryLink rule={example.rule} names={names} />)}</span>
    </ReplyQuote>
  );
}
