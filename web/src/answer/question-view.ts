import { explainObservation, explainTest, type ObservationId, questionOf, type TestId } from '@whybounce/core';
import type { GivenAnswer } from './held-event.ts';
import type { AnsweredView, QuestionView } from './shapes.ts';

/** A test as it is asked of a person; null where nobody is asked. */
export async function questionView(test: TestId | null): Promise<QuestionView | null> {
  if (test === null) return null;
  const { ask, how } = await explainTest(test);
  if (ask === null) return null;
  const answers = await Promise.all(questionOf(test).outcomes.map(said));
  return { test, ask, how, answers };
}

/** What was asked, with what was said to it. */
export function answeredViews(given: readonly GivenAnswer[]): Promise<AnsweredView[]> {
  return Promise.all(
    given.map(async ({ test, answer, note }) => ({
      test,
      ask: (await explainTest(test)).ask ?? test,
      answer: answer === null ? null : await said(answer),
      note,
    })),
  );
}

async function said(id: ObservationId): Promise<{ readonly id: ObservationId; readonly says: string }> {
  return { id, says: (await explainObservation(id)) ?? id };
}
