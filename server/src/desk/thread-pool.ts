import { Worker } from 'node:worker_threads';
import { ThreadError } from './thread-error.ts';

/** How many threads, and what each may take. */
export interface ThreadPoolOptions {
  /** The module that each thread runs. */
  readonly script: URL;
  readonly size: number;
  /** Milliseconds that a thread may work at one task. */
  readonly maxWorkMs: number;
  /** Tasks that wait for a thread. */
  readonly maxWaiting: number;
  /** Milliseconds that a task waits. */
  readonly maxWaitMs: number;
  /** MiB of a thread's heap. */
  readonly maxHeapMib: number;
}

/** What a thread gets: a task with the number under which it answers. */
export interface ThreadCall<Task> {
  readonly id: number;
  readonly task: Task;
}

/** What a thread answers: what came out, or where it threw. */
export type ThreadAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

interface Job<Task> {
  readonly task: Task;
  readonly transfer: readonly ArrayBuffer[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  waiting: NodeJS.Timeout | null;
}

/**
 * Runs tasks on threads, so that an input that takes long holds up neither the socket nor other inputs.
 * Threads are made when they are first needed. One that works too long or dies is thrown away with its
 * task alone.
 */
export class ThreadPool<Task> {
  readonly #options: ThreadPoolOptions;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  readonly #queue: Job<Task>[] = [];
  #calls = 0;
  #isClosed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  /**
   * Runs a task.
   *
   * @param transfer buffers that go to the thread instead of being copied
   * @returns what the thread answers; the caller knows its type by the task
   * @throws ThreadError `busy` (too many wait, or it waited too long), `too-long`, `broken` (the thread
   *   died, as for want of memory), `failed` (what ran in it threw), `closed`
   */
  run(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const job: Job<Task> = { task, transfer, resolve, reject, waiting: null };
      if (this.#isClosed) return reject(new ThreadError('closed', 'The service is stopping.'));
      const thread = this.#freeThread();
      if (thread !== null) return this.#start(thread, job);
      const { maxWaiting, maxWaitMs } = this.#options;
      if (this.#queue.length >= maxWaiting)
        return reject(new ThreadError('busy', 'All threads work, and others wait.'));
      job.waiting = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(job), 1);
        reject(new ThreadError('busy', `No thread was free for ${maxWaitMs} ms.`));
      }, maxWaitMs);
      this.#queue.push(job);
    });
  }

  /** Ends all threads; tasks that run or wait are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject, waiting } of this.#queue.splice(0)) {
      clearTimeout(waiting ?? undefined);
      reject(new ThreadError('closed', 'The service is stopping.'));
    }
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.terminate()));
  }

  #freeThread(): Worker | null {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    return this.#busy.size < this.#options.size ? startThread(this.#options) : null;
  }

  #start(thread: Worker, job: Job<Task>): void {
    const id = ++this.#calls;
    this.#busy.add(thread);
    thread.ref();

    const end = (isUsable: boolean): void => {
      clearTimeout(limit);
      thread.removeAllListeners();
      // a thread that is thrown away may still say that it broke, and nobody must fall over that
      thread.on('error', () => {});
      thread.unref();
      this.#busy.delete(thread);
      if (isUsable && !this.#isClosed) {
        thread.once('exit', () => this.#forget(thread));
        this.#idle.push(thread);
      } else void thread.terminate();
      this.#next();
    };
    const limit = setTimeout(() => {
      job.reject(new ThreadError('too-long', `It was not done after ${this.#options.maxWorkMs} ms.`));
      end(false);
    }, this.#options.maxWorkMs);
    thread.on('message', (answer: ThreadAnswer) => {
      if (answer.id !== id) return;
      if ('error' in answer) job.reject(new ThreadError('failed', answer.error));
      else job.resolve(answer.result);
      end(true);
    });
    thread.once('error', (cause) => {
      job.reject(new ThreadError('broken', 'The thread died.', { cause }));
      end(false);
    });
    thread.once('exit', () => {
      job.reject(new ThreadError(this.#isClosed ? 'closed' : 'broken', 'The thread ended.'));
      end(false);
    });
    thread.postMessage({ id, task: job.task } satisfies ThreadCall<Task>, [...job.transfer]);
  }

  #next(): void {
    if (this.#isClosed || this.#queue.length === 0) return;
    const thread = this.#freeThread();
    if (thread === null) return;
    const job = this.#queue.shift() as Job<Task>;
    clearTimeout(job.waiting ?? undefined);
    this.#start(thread, job);
  }

  #forget(thread: Worker): void {
    const place = this.#idle.indexOf(thread);
    if (place >= 0) this.#idle.splice(place, 1);
  }
}

function startThread({ script, maxHeapMib }: ThreadPoolOptions): Worker {
  return new Worker(script, {
    // run from source, the packages below are found by their sources too
    ...(script.pathname.endsWith('.ts') ? { execArgv: ['--conditions=source'] } : {}),
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMib },
    // nothing of what a thread reads may reach the output of the service
    stdout: true,
    stderr: true,
  });
}
