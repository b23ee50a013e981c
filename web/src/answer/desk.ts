import type { ObservationId, TestId } from '@whybounce/core';
import { type ReadAnswer, readAnswer } from '@whybounce/core/checklist';
import type { PacketContext } from '@whybounce/core/escalate';
import { limitWords } from '../wording/limits.ts';
import type { SeenForDiagnosis } from './check/check-state.ts';
import { recogniseObserved } from './check/recognise-observed.ts';
import { exportEvents } from './export-events.ts';
import { failureView, unreadView } from './failure-view.ts';
import type { HeldEvent } from './held-event.ts';
import type { HeldInput } from './held-input.ts';
import { isFailure } from './is-failure.ts';
import { countedValue, listView } from './list-view.ts';
import { overviewOf } from './overview-view.ts';
import { packetView } from './packet-view.ts';
import type { DeskCalls, DeskInput, ExportFormat, Progress } from './protocol.ts';
import { type ReadResult, readInputs, Superseded } from './read-inputs.ts';
import type { FailureView, ListQuery, ListView, ObservedView, PacketView, SheetView } from './shapes.ts';
import { type SharedWords, sharedWords } from './share.ts';

/** What a desk is given from outside. */
export interface DeskOptions {
  /** The present, which gives logs without a year theirs. */
  readonly now?: Date | undefined;
  /** Is told now and then how far reading has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Lets others have a turn while much is read: a macrotask, so that messages get through. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** Rows that come with what was read; the rest is asked for. */
const FIRST_ROWS = 50;

/**
 * Reads inputs and answers what is asked of them, as plain data: the same in a web worker and in a
 * server. Holds one reading at a time, in memory alone; has no clock, network, DOM or Node API.
 */
export class Desk implements Omit<DeskCalls, 'search'> {
  readonly #options: DeskOptions;
  #reading = 0;
  #result: ReadResult | null = null;

  constructor(options: DeskOptions = {}) {
    this.#options = options;
  }

  /**
   * Reads inputs; what was read before is forgotten.
   *
   * @returns what they are; where they hold several events the first failure of them, else the first event
   * @throws {@link Superseded} where another input was handed in before this one was read to its end
   */
  async read(inputs: readonly DeskInput[]): Promise<SheetView> {
    const reading = ++this.#reading;
    this.#result = null;
    const { now, onProgress, pause } = this.#options;
    const result = await readInputs(inputs, {
      now,
      onProgress,
      pause: async () => {
        await pause?.();
        if (reading !== this.#reading) throw new Superseded();
      },
    });
    if (reading !== this.#reading) throw new Superseded();
    this.#result = result;
    const isSingle = result.events === 1;
    const failure = result.held.findIndex(({ event }) => isFailure(event));
    return {
      overview: isSingle ? null : overviewOf(result),
      list: isSingle ? null : listView(result.held, { from: 0, size: FIRST_ROWS, filter: null }),
      first: result.held.length === 0 ? unreadView(result.unread) : await this.open(Math.max(0, failure)),
      unread: result.unread,
    };
  }

  /** One event in full. @throws RangeError for a number that no event has */
  open(number: number): Promise<FailureView> {
    return this.#answered(number, () => {});
  }

  async list(query: ListQuery): Promise<ListView> {
    return listView(this.#read().held, query);
  }

  /** Takes an answer; a later one to the same question counts. @throws ObservationError for an answer that no question has */
  answer(number: number, observation: ObservationId): Promise<FailureView> {
    return this.#answered(number, (held) => held.answer(observation));
  }

  skip(number: number, test: TestId): Promise<FailureView> {
    return this.#answered(number, (held) => held.skip(test));
  }

  takeBack(number: number, test: TestId): Promise<FailureView> {
    return this.#answered(number, (held) => held.takeBack(test));
  }

  async recognise(seen: readonly SeenForDiagnosis[]): Promise<readonly ObservedView[]> {
    return recogniseObserved(seen);
  }

  /** Takes what a check saw; what the engine does not know is left out. */
  async observe(number: number, seen: readonly SeenForDiagnosis[]): Promise<FailureView> {
    const known = await recogniseObserved(seen);
    return this.#answered(number, (held) => held.observe(known));
  }

  async packet(number: number, context: PacketContext, redacted: boolean): Promise<PacketView> {
    const held = this.#held(number);
    held.packetChoice = { context, redacted };
    return packetView(held);
  }

  async readOutput(number: number, step: string, output: string): Promise<ReadAnswer> {
    return readAnswer(step, output, this.#held(number).event);
  }

  async exportAs(format: ExportFormat, filter: ListQuery['filter'] = null): Promise<string> {
    const events = this.#read().held.map(({ event }) => event);
    return exportEvents(
      filter === null ? events : events.filter((event) => countedValue(event, filter.by) === filter.value),
      format,
    );
  }

  async share(number: number): Promise<SharedWords> {
    return sharedWords(this.#held(number).event);
  }

  async #answered(number: number, say: (held: HeldEvent) => void): Promise<FailureView> {
    const held = this.#held(number);
    say(held);
    return failureView(number, held, this.#read().inputs[held.input] as HeldInput);
  }

  #held(number: number): HeldEvent {
    const { held } = this.#read();
    const found = held[number];
    if (found === undefined) throw new RangeError(limitWords.noSuchEvent);
    return found;
  }

  #read(): ReadResult {
    if (this.#result === null) throw new RangeError(limitWords.nothingRead);
    return this.#result;
  }
}
