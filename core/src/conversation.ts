import { diagnosisTable, type ObservationId, type TestId } from '@whybounce/knowledge';
import { type DiagnoseContext, diagnose, ObservationError, type ObservationInput } from './diagnose-event.ts';
import type { BounceEvent } from './event.ts';

/** A question to a person, in ids: {@link explainTest} has its words. */
export interface Question {
  readonly test: TestId;
  /** The outcomes from which one answers, as `test:outcome`. */
  readonly outcomes: readonly ObservationId[];
}

/**
 * A talk about one failed delivery: after each answer the causes are ranked anew, and the question
 * that now tells most for its cost is asked. It ends when nothing would tell more.
 *
 *     const talk = new Conversation(event);
 *     while (talk.question !== null) talk.answer(await ask(talk.question));
 */
export class Conversation {
  readonly #context: DiagnoseContext;
  readonly #answers: ObservationInput[] = [];
  readonly #skipped: TestId[] = [];
  readonly #original: BounceEvent;
  #event: BounceEvent;

  /** @param context what is known before anybody is asked */
  constructor(event: BounceEvent, context: DiagnoseContext = {}) {
    this.#original = event;
    this.#context = context;
    this.#event = event;
    this.#diagnose();
  }

  /** The event with the diagnosis as it stands now. */
  get event(): BounceEvent {
    return this.#event;
  }

  /** What to ask next; null where nothing would tell more. */
  get question(): Question | null {
    const test = this.#event.diagnosis?.settle?.observe;
    return test === undefined ? null : questionOf(test);
  }

  /**
   * Takes an answer, to the present question or to another one; a later answer to the same test counts.
   *
   * @param answer `test:outcome`
   * @throws {@link ObservationError} for an answer that no test has
   */
  answer(answer: ObservationInput): void {
    this.#answers.push(answer);
    try {
      this.#diagnose();
    } catch (error) {
      this.#answers.pop();
      throw error;
    }
  }

  /** Leaves a question open: nobody can answer it here. */
  skip(test: TestId): void {
    this.#skipped.push(test);
    this.#diagnose();
  }

  #diagnose(): void {
    this.#event = diagnose(this.#original, {
      ...this.#context,
      observations: [...(this.#context.observations ?? []), ...this.#answers],
      skip: [...(this.#context.skip ?? []), ...this.#skipped],
    });
  }
}

/** A test as a question. @throws {@link ObservationError} for a test that does not exist */
export function questionOf(test: TestId): Question {
  const known = diagnosisTable.tests.find(({ id }) => id === test);
  if (known === undefined) throw new ObservationError(test);
  return { test, outcomes: known.outcomes.map((outcome) => diagnosisTable.observations[outcome] as ObservationId) };
}
