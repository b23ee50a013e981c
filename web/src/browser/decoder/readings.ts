import type { CallName, DeskCalls, DeskInput, Progress } from '../../answer/protocol.ts';
import type { SheetView } from '../../answer/shapes.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskError } from '../desk-error.ts';

/** Inputs, and of those that could not be loaded why not. */
export interface Loaded {
  readonly inputs: readonly DeskInput[];
  readonly unread: readonly string[];
}

/**
 * What was handed in last, and what the engine says of it. Files take their time to load, and so does a
 * read: nothing that was asked for earlier ever comes after what was asked for later.
 */
export class Readings {
  readonly #engine: DeskClient;
  /** Counts what was handed in; what belongs to an earlier count is not wanted any more. */
  #current = 0;
  #inputs: readonly DeskInput[] = [];

  constructor(engine: DeskClient) {
    this.#engine = engine;
  }

  /** Nothing that was asked for so far is wanted any more. */
  cancel(): void {
    this.#current++;
    this.#inputs = [];
  }

  /**
   * Loads inputs and reads them.
   *
   * @returns null where something else was handed in meanwhile
   * @throws {@link DeskError} where the engine fails
   */
  async read(load: () => Promise<Loaded>, onProgress: (progress: Progress) => void): Promise<SheetView | null> {
    this.cancel();
    const mine = this.#current;
    const isMine = (): boolean => mine === this.#current;
    const { inputs, unread } = await load();
    if (!isMine()) return null;
    this.#inputs = inputs;
    const sheet = await this.#unlessOver(
      this.#engine.read(inputs, (progress) => {
        if (isMine()) onProgress(progress);
      }),
      isMine,
    );
    return sheet === null ? null : { ...sheet, unread: [...unread, ...sheet.unread] };
  }

  /**
   * Asks about what was read. Where the engine has died since, it is started and reads again.
   *
   * @returns null where something else was handed in meanwhile
   * @throws {@link DeskError} where the engine fails
   */
  async ask<Name extends Exclude<CallName, 'read'>>(
    name: Name,
    ...args: Parameters<DeskCalls[Name]>
  ): Promise<Awaited<ReturnType<DeskCalls[Name]>> | null> {
    const mine = this.#current;
    const isMine = (): boolean => mine === this.#current;
    const call = (): Promise<Awaited<ReturnType<DeskCalls[Name]>> | null> =>
      this.#unlessOver(this.#engine.call(name, ...args) as Promise<Awaited<ReturnType<DeskCalls[Name]>>>, isMine);
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof DeskError && error.code === 'crashed') || this.#inputs.length === 0) throw error;
      const read = this.#engine.read(this.#inputs, () => undefined);
      return (await this.#unlessOver(read, isMine)) === null ? null : call();
    }
  }

  /** What comes, or null where nobody waits for it any more: not even for why it failed. */
  async #unlessOver<Result>(asked: Promise<Result>, isMine: () => boolean): Promise<Result | null> {
    try {
      const result = await asked;
      return isMine() ? result : null;
    } catch (error) {
      if (!isMine()) return null;
      throw error;
    }
  }
}
