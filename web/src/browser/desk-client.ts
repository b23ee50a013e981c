import type { CallName, DeskCalls, Progress, Request, Response } from '../answer/protocol.ts';
import { engineWording } from '../wording/engine.ts';
import { DeskError } from './desk-error.ts';

/** What the client needs of a worker. */
export type DeskWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Pending {
  readonly call: CallName;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: DeskError) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Asks the engine, which runs in a worker that is started with the first call. */
export class DeskClient {
  readonly #start: () => DeskWorker;
  readonly #pending = new Map<number, Pending>();
  #worker: DeskWorker | null = null;
  /** What was read is gone with the worker that read it. */
  #isLost = false;
  #lastId = 0;

  /** @param start makes the worker: called at the first call, and again after the worker died */
  constructor(start: () => DeskWorker) {
    this.#start = start;
  }

  /**
   * Calls the engine.
   *
   * @returns what the engine answers
   * @throws {DeskError} (the promise rejects; its message is a sentence) `failed` where the engine
   *   refuses; `crashed` where the worker died, with this call or before it: what it had read is gone, and
   *   has to be read again, by another worker that the next read starts;
   *   `superseded` where this is a read and a newer one came
   */
  call<Name extends CallName>(name: Name, ...args: Parameters<DeskCalls[Name]>): ReturnType<DeskCalls[Name]> {
    return this.#ask(name, args, undefined);
  }

  /** `call('read', …)` that says how far it has come. A newer read takes the place of an older one. */
  read(
    ...args: [...Parameters<DeskCalls['read']>, onProgress: (progress: Progress) => void]
  ): ReturnType<DeskCalls['read']> {
    const [inputs, onProgress] = args;
    return this.#ask('read', [inputs], onProgress);
  }

  #ask<Name extends CallName>(
    call: Name,
    args: Parameters<DeskCalls[Name]>,
    onProgress: ((progress: Progress) => void) | undefined,
  ): ReturnType<DeskCalls[Name]> {
    const asked = new Promise<unknown>((resolve, reject) => {
      if (call === 'read') {
        this.#supersedeReads();
        this.#isLost = false;
      } else if (this.#isLost && call !== 'search') {
        reject(new DeskError('crashed', engineWording.crashed));
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      this.#pending.set(id, { call, resolve, reject, onProgress });
      try {
        this.#running().postMessage({ id, call, args } as Request);
      } catch (cause) {
        this.#pending.delete(id);
        reject(new DeskError('crashed', engineWording.crashed, { cause }));
      }
    });
    return asked as ReturnType<DeskCalls[Name]>;
  }

  #supersedeReads(): void {
    for (const [id, { call, reject }] of this.#pending) {
      if (call !== 'read') continue;
      this.#pending.delete(id);
      reject(new DeskError('superseded', engineWording.superseded));
    }
  }

  #running(): DeskWorker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#start();
    const died = (event: Event): void => {
      // A worker that was given up may still report; its calls are settled.
      if (worker !== this.#worker) return;
      event.preventDefault();
      const cause = 'message' in event ? event.message : event.type;
      this.#end(new DeskError('crashed', engineWording.crashed, { cause }));
    };
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    worker.addEventListener('message', (event) => {
      if (worker === this.#worker) this.#take((event as MessageEvent<Response>).data);
    });
    this.#worker = worker;
    return worker;
  }

  #take(response: Response): void {
    const pending = this.#pending.get(response.id);
    if (pending === undefined) return;
    if ('progress' in response) {
      pending.onProgress?.(response.progress);
      return;
    }
    this.#pending.delete(response.id);
    if ('error' in response) pending.reject(new DeskError('failed', response.error));
    else pending.resolve(response.result);
  }

  #end(why: DeskError): void {
    this.#isLost = true;
    this.#worker?.terminate();
    this.#worker = null;
    const calls = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of calls) reject(why);
  }
}
