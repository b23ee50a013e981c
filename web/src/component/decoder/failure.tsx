import type { ReadAnswer } from '@whybounce/core/checklist';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { FailureView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { Actions } from './actions.ts';
import type { Carried } from './carried.tsx';
import { Causes } from './causes.tsx';
import { CheckOffers } from './check-offers.tsx';
import { Checklist } from './checklist.tsx';
import { Facts } from './facts.tsx';
import { Packet } from './packet.tsx';
import { Question } from './question.tsx';
import { Raw } from './raw.tsx';
import { Steps } from './steps.tsx';
import { Eyebrow, VerdictHead } from './verdict-head.tsx';

/** All that is said of one event, in the order in which it is needed. */
export function Failure({
  failure,
  carried = null,
  outputs = new Map(),
}: {
  readonly failure: FailureView;
  readonly carried?: Carried | null;
  readonly outputs?: ReadonlyMap<string, ReadAnswer>;
}): JSX.Element {
  const actions = useContext(Actions);
  const { number, verdict, packet, checklist, checks, warnings } = failure;
  const id = `bounce-${number}`;
  return (
    <article class="failure" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="unseen" tabIndex={-1}>
        {answer.answer}
      </h2>
      <div class="columns">
        <div class="said">
          {verdict === null ? (
            <>
              <Eyebrow failure={failure} />
              {warnings.map(({ code, message }) => (
                <p key={code} class="what-it-is">
                  {message}
                </p>
              ))}
            </>
          ) : (
            <>
              <VerdictHead failure={failure} verdict={verdict} id={id} />
              {hasCauses(failure) ? <Causes verdict={verdict} id={id} /> : null}
              <Steps verdict={verdict} id={id} />
              <Question
                number={number}
                question={verdict.question}
                answered={verdict.answered}
                carried={carried}
                id={id}
              />
              <CheckOffers offers={checks} id={id} />
            </>
          )}
        </div>
        <Raw failure={failure} id={id} />
      </div>
      {packet === null && checklist === null ? null : (
        <section class="escalate" aria-labelledby={`${id}-escalate`}>
          <h3 id={`${id}-escalate`}>{answer.escalate}</h3>
          {packet === null ? null : <Packet view={packet} number={number} id={id} />}
          {checklist === null ? null : <Checklist checklist={checklist} number={number} id={id} outputs={outputs} />}
        </section>
      )}
      <Facts failure={failure} id={id} />
      {actions === null ? null : (
        <p class="buttons">
          {verdict === null ? null : (
            <button type="button" onClick={() => actions.share(number)}>
              {answer.copyLink}
            </button>
          )}
          <button type="button" onClick={() => actions.print()}>
            {answer.print}
          </button>
        </p>
      )}
    </article>
  );
}

/** Whether there is something to explain: an answer from somebody's holidays has no causes. */
function hasCauses({ kind }: FailureView): boolean {
  return kind === 'bounce' || kind === 'deferral' || kind === 'complaint';
}
