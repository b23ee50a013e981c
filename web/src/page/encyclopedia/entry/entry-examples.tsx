import type { EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { replyLanguage } from '../name/reply-language.ts';
import { ReplyQuote } from '../part/reply-quote.tsx';

/** Examples that stand open, and that the page has at all: some entries are proven by hundreds that are alike. */
const MAX_OPEN = 3;
const MAX_EXAMPLES = 12;

/** Replies that belong to an entry. */
export function EntryExamples({ page }: { readonly page: EntryPage }): JSX.Element {
  const language = replyLanguage(page.system.slug);
  const quotes = page.examples
    .slice(0, MAX_EXAMPLES)
    .map(({ line, host }, i) => (
      <ReplyQuote key={line} id={`example-${i + 1}`} line={line} host={host} language={language} />
    ));
  const folded = quotes.slice(MAX_OPEN);
  return (
    <>
      <p class="soft">{entryWording.examplesLead}</p>
      {quotes.slice(0, MAX_OPEN)}
      {folded.length === 0 ? null : (
        <details>
          <summary>{entryWording.moreExamples(folded.length)}</summary>
          {folded}
        </details>
      )}
    </>
  );
}
