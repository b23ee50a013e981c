import type { ObservationId } from '@whybounce/core';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnsweredView, QuestionView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { Actions } from './actions.ts';
import { type Carried, CarriedFields } from './carried.tsx';

/** The one question whose answer would tell most, and what was answered before. */
export function Question({
  number,
  question,
  answered,
  carried,
  id,
}: {
  readonly number: number;
  readonly question: QuestionView | null;
  readonly answered: readonly AnsweredView[];
  /** Null in the page with script, which remembers, and where the input cannot be sent back as text. */
  readonly carried: Carried | null;
  readonly id: string;
}): JSX.Element | null {
  const actions = useContext(Actions);
  if (question === null && answered.length === 0) return null;
  const canAnswer = actions !== null || carried !== null;
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    if (actions === null) return;
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    if (button === null || question === null) return;
    if (button.name === 'answer') actions.answer(number, button.value as ObservationId);
    else actions.skip(number, question.test);
  };
  return (
    <section class="question" aria-labelledby={`${id}-ask`}>
      <h3 id={`${id}-ask`} tabIndex={-1}>
        {answer.ask}
      </h3>
      {question === null ? (
        <p>{answer.settled}</p>
      ) : (
        <form method="post" action="/" encType="multipart/form-data" onSubmit={onSubmit}>
          {actions === null && carried !== null ? (
            <>
              <CarriedFields carried={carried} />
              <input type="hidden" name="number" value={number} />
            </>
          ) : null}
          <fieldset>
            <legend>{question.ask}</legend>
            {canAnswer ? (
              <ul class="answers">
                {question.answers.map(({ id: observation, says }) => (
                  <li key={observation}>
                    <button type="submit" name="answer" value={observation}>
                      {says}
                    </button>
                  </li>
                ))}
                <li>
                  <button type="submit" name="skip" value={question.test} class="link">
                    {answer.skip}
                  </button>
                </li>
              </ul>
            ) : (
              <ul>
                {question.answers.map(({ id: observation, says }) => (
                  <li key={observation}>{says}</li>
                ))}
              </ul>
            )}
          </fieldset>
          {question.how === null ? null : <p class="soft">{answer.askHow(question.how)}</p>}
        </form>
      )}
      {answered.length === 0 ? null : (
        <dl class="answered">
          {answered.map(({ test, ask, answer: given, note }) => (
            <div key={test}>
              <dt>{ask}</dt>
              <dd>
                {note === null
                  ? answer.answered(given === null ? answer.leftOpen : given.says)
                  : answer.checkSaw(given?.says ?? '')}{' '}
                {note === null ? null : <bdi class="soft">{note} </bdi>}
                {actions === null ? null : (
                  <button type="button" class="link" onClick={() => actions.takeBack(number, test)}>
                    {answer.takeBack}
                  </button>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
