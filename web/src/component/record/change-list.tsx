import type { RecordChange } from '@whybounce/core/record';
import type { JSX } from 'preact';
import { visibleText } from '../../answer/record/visible-text.ts';
import { changeWords, recordWording } from '../../wording/record.ts';

/** Changes that are shown: a hostile record has thousands of terms. */
const MAX_SHOWN = 200;

/** How a proposed record differs from the published one: a sign, a word, and both texts, so that no colour is needed. */
export function ChangeList({
  changes,
  isBroken = false,
}: {
  readonly changes: readonly RecordChange[];
  /** Whether the proposal is in error, so that nothing good can be said of what stays. */
  readonly isBroken?: boolean;
}): JSX.Element {
  if (changes.every(({ kind }) => kind === 'kept'))
    return <p>{isBroken ? recordWording.staysBroken : recordWording.noChanges}</p>;
  return (
    <ul class="changes">
      {changes.slice(0, MAX_SHOWN).map(({ kind, from, to, why }, index) => (
        <li key={index} class={`change change-${kind}`}>
          <span class="change-sign" aria-hidden="true">
            {changeWords[kind].sign}
          </span>
          <span class="change-word">{changeWords[kind].word}</span>
          <div>
            {from === null || kind === 'kept' ? null : (
              <del>
                <code dir="auto">{visibleText(from)}</code>
              </del>
            )}
            {to === null ? null : kind === 'kept' ? (
              <code dir="auto">{visibleText(to)}</code>
            ) : (
              <ins>
                <code dir="auto">{visibleText(to)}</code>
              </ins>
            )}
            {why === null ? null : (
              <p class="soft" dir="auto">
                {why}
              </p>
            )}
          </div>
        </li>
      ))}
      {changes.length > MAX_SHOWN ? (
        <li class="change-more">{recordWording.moreChanges(changes.length - MAX_SHOWN)}</li>
      ) : null}
    </ul>
  );
}
