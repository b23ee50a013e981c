import { Worker } from 'node:worker_threads';
import { faultPlace } from '../fault-place.ts';
import { ThreadError } from './thread-error.ts';

/** What a thread gets: a task with the number under which it answers. */
export interface ThreadCall<Task> {
  readonly id: number;
  readonly task: Task;
}

/** What a thread answers: what came out, or where it threw. */
export type ThreadAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: ThreadError) => void;
}

/**
 * MiB of a thread's young generation. V8 lets it grow far beyond what is in use: bounded, a thread holds half
 * of the memory and takes no longer.
 */
const YOUNG_HEAP_MIB = 8;

/** A thread that does one task at a time. */
export class Thread<Task> {
  readonly #worker: Worker;
  #calls = 0;
  #call: Call | null = null;
  #isDead = false;

  /**
   * @param maxHeapMib MiB of its heap; beyond, the thread dies and not the process
   * @param data what it has from the beginning
   */
  constructor(script: URL, maxHeapMib: number, data?: unknown) {
    this.#worker = new Worker(script, {
      workerData: data,
      // run from source, the packages below are found by their sources too
      ...(script.pathname.endsWith('.ts') ? { execArgv: ['--conditions=source'] } : {}),
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMib, maxYoungGenerationSizeMb: YOUNG_HEAP_MIB },
      // nothing of what a thread reads may reach the output of the service
      stdout: true,
      stderr: true,
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (answer: ThreadAnswer) => this.#take(answer));
    this.#worker.on('messageerror', (cause) => this.#die(cause));
    this.#worker.on('error', (cause) => this.#die(cause));
    this.#worker.on('exit', (code) => this.#die(new Error(`exit ${code}`)));
    this.#worker.unref();
  }

  /** Whether it will never answer again. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /**
   * Does a task.
   *
   * @param transfer buffers that are handed over instead of being copied
   * @throws ThreadError `failed`, `out-of-memory`, `broken`, and what {@link end} was called with
   */
  run(task: Task, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    if (this.#isDead) return Promise.reject(new ThreadError('broken', 'The thread is dead.'));
    const id = ++this.#calls;
    // a thread that works keeps the process alive, one that waits does not
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#call = { resolve, reject };
      this.#worker.postMessage({ id, task } satisfies ThreadCall<Task>, [...transfer]);
    });
  }

  /** Ends the thread, and refuses the task that it does. */
  async end(why: ThreadError): Promise<void> {
    this.#isDead = true;
    this.#settle()?.reject(why);
    await this.#worker.terminate();
  }

  #take(answer: ThreadAnswer): void {
    if (answer.id !== this.#calls) return;
    const call = this.#settle();
    if ('error' in answer) call?.reject(new ThreadError('failed', answer.error));
    else call?.resolve(answer.result);
  }

  #die(cause: unknown): void {
    this.#isDead = true;
    const isStarved = (cause as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.#settle()?.reject(
      isStarved
        ? new ThreadError('out-of-memory', 'The thread used all the memory that it may have.', { cause })
        : new ThreadError('broken', `The thread died: ${faultPlace(cause)}`, { cause }),
    );
  }

  #settle(): Call | null {
    const call = this.#call;
    this.#call = null;
    this.#worker.unref();
    return call;
  }
}
