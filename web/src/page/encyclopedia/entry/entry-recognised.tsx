import type { EntryPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { entryWording } from '../../../wording/encyclopedia-entry.ts';
import { replyLanguage } from '../name/reply-language.ts';

/** The words that tell the entry from others, and what they need beside them. */
export function EntryRecognised({ page }: { readonly page: EntryPage }): JSX.Element {
  const { words, needs, weak, system } = page;
  if (words.length === 0) return <p>{entryWording.byCodes}</p>;
  const conditions = [
    needs.code ? entryWording.needsCode : null,
    needs.host ? entryWording.needsHost : null,
    weak ? entryWording.weak : null,
  ].filter((condition) => condition !== null);
  return (
    <>
      <p>{entryWording.words}</p>
      <ul class="words">
        {words.map((line) => (
          <li key={line}>
            <code dir="auto" lang={replyLanguage(system.slug)}>
              {readable(line)}
            </code>
          </li>
        ))}
      </ul>
      {conditions.length === 0 ? null : <p>{conditions.join(' ')}</p>}
    </>
  );
}

/** The signs for a gap and for digits as an ellipsis. */
function readable(line: string): string {
  return line.replaceAll(/[*#]/g, '…');
}
