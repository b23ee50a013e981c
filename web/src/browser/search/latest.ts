/** How answers to somebody who types come: the newest question counts. */
export interface Latest<Question> {
  /** Asks; a question that waits for an earlier one's answer gives way to a newer one. */
  ask(question: Question): void;
  /** Drops what is asked: no answer comes any more. */
  drop(): void;
}

/**
 * Asks one question at a time and shows an answer only while nothing newer was asked, so that a slow
 * answer never replaces a newer one and typing never queues up work.
 */
export function latest<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  show: (question: Question, answer: Answer) => void,
  fail: (question: Question, error: unknown) => void,
): Latest<Question> {
  let waiting: { readonly question: Question } | null = null;
  let current: { readonly question: Question } | null = null;
  let isBusy = false;

  const run = async (): Promise<void> => {
    isBusy = true;
    while (waiting !== null) {
      const asked: { readonly question: Question } = waiting;
      waiting = null;
      try {
        const found = await answer(asked.question);
        if (current === asked) show(asked.question, found);
      } catch (error) {
        if (current === asked) fail(asked.question, error);
      }
    }
    isBusy = false;
  };

  return {
    ask(question) {
      waiting = { question };
      current = waiting;
      if (!isBusy) void run();
    },
    drop() {
      waiting = null;
      current = null;
    },
  };
}
