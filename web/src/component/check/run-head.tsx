import { countOutcomes, scoreOf } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { type CheckState, isOver } from '../../answer/check/check-state.ts';
import { isAmiss, outcomeOrder } from '../../answer/check/triage.ts';
import { visibleText } from '../../answer/record/visible-text.ts';
import { checkPage, tallyWords } from '../../wording/check-page.ts';
import { OutcomeIcon } from './outcome-icon.tsx';
import { verdictWords } from './verdict-words.ts';

/** What a check says as a whole, or how far it is. Each line has its place from the beginning. */
export function RunHead({
  state,
  subject,
  otherName,
  isFirst,
}: {
  readonly state: CheckState;
  readonly subject: string;
  /** The subject as it is read, or as the DNS has it, where these differ; null where they do not. */
  readonly otherName: string | null;
  /** Whether the page opens with the focus here. */
  readonly isFirst: boolean;
}): JSX.Element {
  const { results, report, done, of } = state;
  const counts = countOutcomes(results);
  return (
    <section class="run-head" aria-labelledby="verdict">
      <p class="eyebrow">
        <bdi>{subject}</bdi>
        {otherName === null ? null : (
          <>
            {' '}
            (<bdi>{visibleText(otherName)}</bdi>)
          </>
        )}
      </p>
      {/* the page was asked for to hear this, and begins with a form otherwise */}
      <h2 id="verdict" tabIndex={-1} autofocus={isFirst}>
        {isOver(state) ? verdictWords(results) : checkPage.running}
      </h2>
      <ul class="tally" aria-label={checkPage.tally}>
        {outcomeOrder.map((outcome) => (
          <li key={outcome} class={counts[outcome] === 0 ? 'none' : undefined}>
            <OutcomeIcon outcome={outcome} />
            <strong>{counts[outcome]}</strong> {tallyWords(outcome, counts[outcome])}
          </li>
        ))}
      </ul>
      {report === null ? (
        <p class="run-foot soft">
          {isOver(state) ? null : (
            <>
              <progress max={of ?? 1} value={of === null ? undefined : done} aria-label={checkPage.starting} />
              {of === null ? checkPage.starting : checkPage.progress(done, of)}
            </>
          )}
        </p>
      ) : (
        <p class="run-foot soft">
          <Score state={state} />
          {checkPage.took(report.checkedAt, report.took, report.queries.dns)}
        </p>
      )}
    </section>
  );
}

function Score({ state: { results } }: { readonly state: CheckState }): JSX.Element | null {
  const score = scoreOf(results);
  // where all is in order the number would say the same once more
  if (score === null || !results.some(isAmiss)) return null;
  return (
    <>
      <strong>{checkPage.score(score)}</strong>
      {' · '}
    </>
  );
}
