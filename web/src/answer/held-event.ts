import {
  type BounceEvent,
  diagnose,
  type Observation,
  type ObservationId,
  type ObservationInput,
  type TestId,
} from '@whybounce/core';
import type { PacketContext } from '@whybounce/core/escalate';
import type { SeenForDiagnosis } from './check/check-state.ts';

/** What somebody said to a question, or a check saw; null: it was left open. */
export interface GivenAnswer {
  readonly test: TestId;
  readonly answer: ObservationId | null;
  /** What exactly a check saw; null for what somebody said. */
  readonly note: string | null;
}

/** How its packet is asked for. */
export interface PacketChoice {
  readonly context: PacketContext;
  /** With pseudonyms. */
  readonly redacted: boolean;
}

/** An event of the input with what was said of it since. */
export class HeldEvent {
  /** Place of its input among those that were read. */
  readonly input: number;
  readonly #read: BounceEvent;
  readonly #seen: readonly Observation[];
  /** Kept here, so that no other view of the event shows what was to be hidden. */
  packetChoice: PacketChoice = { context: {}, redacted: false };
  #answers: readonly GivenAnswer[] = [];
  #event: BounceEvent;

  /**
   * @param read as it was decoded
   * @param seen what the other events of the input tell of it
   */
  constructor(read: BounceEvent, input: number, seen: readonly Observation[] = []) {
    this.input = input;
    this.#read = read;
    this.#seen = seen;
    this.#event = seen.length === 0 ? read : diagnose(read, { observations: seen });
  }

  /** The event as it is judged now. */
  get event(): BounceEvent {
    return this.#event;
  }

  /** In the order in which they were given. */
  get answers(): readonly GivenAnswer[] {
    return this.#answers;
  }

  /**
   * Takes an answer, which replaces an earlier one to the same question.
   *
   * @throws ObservationError for an answer that no question has
   */
  answer(answer: ObservationId): void {
    const test = testOf(answer);
    this.#judge([...this.#without(test), { test, answer, note: null }]);
  }

  /**
   * Takes what a check saw: each replaces what was said to the same test before.
   *
   * @throws ObservationError for an observation that there is not
   */
  observe(seen: readonly SeenForDiagnosis[]): void {
    const tests = new Set(seen.map(({ id }) => testOf(id)));
    const left = this.#answers.filter(({ test }) => !tests.has(test));
    this.#judge([...left, ...seen.map(({ id, note }) => ({ test: testOf(id), answer: id, note }))]);
  }

  /** Leaves a question open. */
  skip(test: TestId): void {
    this.#judge([...this.#without(test), { test, answer: null, note: null }]);
  }

  /** Takes an answer back, or asks again what was left open. */
  takeBack(test: TestId): void {
    this.#judge(this.#without(test));
  }

  #without(test: TestId): readonly GivenAnswer[] {
    return this.#answers.filter((given) => given.test !== test);
  }

  #judge(answers: readonly GivenAnswer[]): void {
    const given = answers.flatMap(({ answer, note }): ObservationInput[] =>
      answer === null ? [] : [note === null ? answer : { id: answer, note }],
    );
    const skip = answers.flatMap(({ test, answer }) => (answer === null ? test : []));
    const plain = given.length === 0 && skip.length === 0 && this.#seen.length === 0;
    this.#event = plain ? this.#read : diagnose(this.#read, { observations: [...this.#seen, ...given], skip });
    this.#answers = answers;
  }
}

function testOf(observation: ObservationId): TestId {
  return observation.slice(0, Math.max(0, observation.indexOf(':'))) as TestId;
}
