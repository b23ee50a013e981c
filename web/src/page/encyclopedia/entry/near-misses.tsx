import type { EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import type { EntryNames } from '../name/entry-names.ts';
import { replyLanguage } from '../name/reply-language.ts';
import { EntryLink } from '../part/links.tsx';
import { ReplyQuote } from '../part/reply-quote.tsx';

/** Replies that look alike and are something else, each with the page that it belongs to. */
export function NearMisses({ page, names }: { readonly page: EntryPage; readonly names: EntryNames }): JSX.Element {
  return (
    <>
      <p class="soft">{entryWording.notThisLead}</p>
      {page.nearMisses.map(({ line, host, rule }, i) => (
        <ReplyQuote
          key={line}
          id={`not-this-${i + 1}`}
          line={line}
          host={host}
          language={rule === null ? undefined : replyLanguage(rule.slice(0, rule.indexOf('/')))}
        >
          {rule === null ? (
            <span>{entryWording.isNothing}</span>
          ) : (
            <span class="instead">{entryWording.isInstead(<EntryLink rule={rule} names={names} />)}</span>
          )}
        </ReplyQuote>
      ))}
    </>
  );
}
