import { countOutcomes, scoreOf } from '@whybounce/core/check';
import type { JSX } from 'preact';
import { type CheckState, isOver } from '../../answer/check/check-state.ts';
import { isAmiss, outcomeOrder } from '../../answer/check/triage.ts';
import { checkPage, tallyWords } from '../../wording/check-page.ts';
import { OutcomeIcon } from './outcome-icon.tsx';
import { verdictWords } from './verdict-words.ts';

/** What a check says as a whole, or how far it is. Each line has its place from the beginning. */
export function RunHead({ state, subject }: { readonly state: CheckState; readonly subject: string }): JSX.Element {
  const { results, report, done, of } = state;
  const counts = countOutcomes(results);
  return (
    <section class="run-head" aria-labelledby="verdict">
      <p class="eyebrow">
        <bdi>{subject}</bdi>
      </p>
      <h2 id="verdict">{isOver(state) ? verdictWords(results) : checkPage.running}</h2>
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
