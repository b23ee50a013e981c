import { type BounceEvent, CohortObserver, Decoder, decodeReply, Ledger, type Outcome, Tally } from '@whybounce/core';
import { limitWords } from '../wording/limits.ts';
import { HeldEvent } from './held-event.ts';
import { HeldInput, PIECE } from './held-input.ts';
import { PASTED } from './input-name.ts';
import { MAX_INPUT_BYTES, MAX_INPUTS, MAX_ROWS, MAX_WEIGHED } from './limits.ts';
import type { DeskInput, Progress } from './protocol.ts';

/** Small files that are read before others get a turn. */
const FILES_AT_ONCE = 100;

/** How reading is watched and interrupted. */
export interface ReadOptions {
  readonly now?: Date | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Lets others have a turn. It throws where nobody waits for the result any more. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** What was read. */
export interface ReadResult {
  readonly inputs: readonly HeldInput[];
  /** What can be opened: every event but deliveries, which are only counted; a delivery where there is nothing else. */
  readonly held: readonly HeldEvent[];
  /** All events, deliveries too. */
  readonly events: number;
  readonly byKind: ReadonlyMap<BounceEvent['kind'], number>;
  readonly tally: Tally;
  /** What was left out, as sentences with what to do. */
  readonly unread: readonly string[];
}

const utf8 = new TextEncoder();

/** Reads inputs piece by piece, counts what is in them, and weighs the events in the light of each other. */
export async function readInputs(inputs: readonly DeskInput[], options: ReadOptions): Promise<ReadResult> {
  const gathering = new Gathering();
  const unread: string[] = [];
  const held: HeldInput[] = [];
  const given = inputs.length === 0 ? [{ name: PASTED, content: '' }] : inputs.slice(0, MAX_INPUTS);
  if (inputs.length > given.length) unread.push(limitWords.tooManyInputs(inputs.length - given.length, MAX_INPUTS));
  const sizes = given.map(({ content }) => content.length);
  const allBytes = sizes.reduce((sum, size) => sum + size, 0);
  let [doneBytes, waiting, files] = [0, 0, 0];
  const rest = async (): Promise<void> => {
    options.onProgress?.({ doneBytes: Math.min(doneBytes, allBytes), allBytes, events: gathering.events });
    waiting = 0;
    files = 0;
    await options.pause?.();
  };
  let taken = 0;
  for (const [place, input] of given.entries()) {
    const { name, content } = input;
    const bytes = typeof content === 'string' ? utf8.encode(content) : content;
    if (taken + bytes.length > MAX_INPUT_BYTES) {
      unread.push(limitWords.inputTooLarge(name, MAX_INPUT_BYTES / 1024 / 1024));
      doneBytes += sizes[place] ?? 0;
      continue;
    }
    const doneBefore = doneBytes;
    taken += bytes.length;
    const number = held.push(new HeldInput(name, bytes, typeof content === 'string')) - 1;
    try {
      const reader = new InputReader(input, options.now, (event) => gathering.take(event, number));
      for (let at = 0; at < bytes.length; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE);
        reader.push(piece);
        doneBytes += piece.length;
        waiting += piece.length;
        if (waiting >= PIECE) await rest();
      }
      reader.end();
    } catch (error) {
      if (error instanceof Superseded) throw error;
      unread.push(limitWords.broken(name, String(error).slice(0, 200)));
    }
    doneBytes = doneBefore + (sizes[place] ?? 0);
    if (++files >= FILES_AT_ONCE) await rest();
  }
  const { events, overflow } = gathering;
  if (gathering.leftOut > 0) unread.push(limitWords.tooManyRows(gathering.leftOut, MAX_ROWS));
  if (overflow) unread.push(limitWords.tooManyToWeigh(MAX_WEIGHED));
  const heldEvents = await gathering.weigh(options.pause);
  options.onProgress?.({ doneBytes: allBytes, allBytes, events });
  return { inputs: held, held: heldEvents, events, byKind: gathering.byKind, tally: gathering.tally, unread };
}

/** Thrown inside a reading that nobody waits for any more. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
  readonly code = 'WHYBOUNCE_SUPERSEDED';

  constructor() {
    super(limitWords.superseded);
  }
}

/** Reads one input: by its form, or as the reply of the server that is named with it. */
class InputReader {
  readonly #decoder: Decoder;
  readonly #reply: { readonly words: string; readonly host: string; readonly name: string } | null;
  readonly #waiting: BounceEvent[] = [];
  readonly #emit: (event: BounceEvent) => void;

  constructor({ name, content, host }: DeskInput, now: Date | undefined, emit: (event: BounceEvent) => void) {
    const server = host?.trim() ?? '';
    this.#reply = typeof content === 'string' && server !== '' ? { words: content, host: server, name } : null;
    this.#emit = emit;
    this.#decoder = new Decoder({ name, now }, this.#reply === null ? emit : (event) => void this.#waiting.push(event));
  }

  push(bytes: Uint8Array): void {
    this.#decoder.push(bytes);
  }

  end(): void {
    this.#decoder.end();
    if (this.#reply === null) return;
    const { words, host, name } = this.#reply;
    const isReply = this.#waiting.length === 1 && this.#waiting[0]?.format === 'reply';
    // A mail or a log says itself who refused.
    for (const event of isReply ? [decodeReply(words, { name, host })] : this.#waiting) this.#emit(event);
  }
}

/** Takes events as they come. */
class Gathering {
  readonly tally = new Tally();
  readonly byKind = new Map<BounceEvent['kind'], number>();
  events = 0;
  leftOut = 0;
  overflow = false;
  readonly #rows: { readonly event: BounceEvent; readonly input: number; readonly place: number }[] = [];
  readonly #outcomes: (Outcome | null)[] = [];
  #delivery: { readonly event: BounceEvent; readonly input: number } | null = null;

  take(event: BounceEvent, input: number): void {
    this.events++;
    this.byKind.set(event.kind, (this.byKind.get(event.kind) ?? 0) + 1);
    const outcome = this.tally.read({ event });
    if (outcome !== null) this.tally.addOutcome(outcome);
    const place = this.#outcomes.length;
    if (place < MAX_WEIGHED) this.#outcomes.push(outcome);
    else this.overflow = true;
    if (event.kind === 'delivery') this.#delivery ??= { event, input };
    else if (this.#rows.length < MAX_ROWS) this.#rows.push({ event, input, place });
    else this.leftOut++;
  }

  /** The events that can be opened, each with what the others tell of it. */
  async weigh(pause: (() => Promise<void>) | undefined): Promise<HeldEvent[]> {
    if (this.#rows.length === 0 && this.#delivery !== null)
      return [new HeldEvent(this.#delivery.event, this.#delivery.input)];
    if (this.overflow || this.events < 2) return this.#rows.map(({ event, input }) => new HeldEvent(event, input));
    const observer = new CohortObserver(new Ledger(this.#outcomes));
    const held: HeldEvent[] = [];
    for (const { event, input, place } of this.#rows) {
      held.push(new HeldEvent(event, input, observer.observe(place)));
      if (held.length % WEIGHED_AT_ONCE === 0) await pause?.();
    }
    return held;
  }
}

/** Events that are weighed before others get a turn. */
const WEIGHED_AT_ONCE = 250;
