import { Thread } from './thread.ts';
import { ThreadError } from './thread-error.ts';

/** How many threads, and what each may take. */
export interface ThreadPoolOptions {
  /** The module that each thread runs. */
  readonly script: URL;
  /** What each has from the beginning: plain data. */
  readonly data?: unknown;
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

/** A task that waits: given a thread, or the reason why it gets none. */
interface Waiting<Task> {
  readonly start: (thread: Thread<Task>) => void;
  readonly refuse: (error: ThreadError) => void;
}

/**
 * Runs tasks on threads, so that an input that takes long holds up neither the socket nor other inputs.
 * Threads are made when they are first needed. One that works too long or dies is thrown away with its
 * task alone.
 */
export class ThreadPool<Task> {
  readonly #options: ThreadPoolOptions;
  readonly #idle: Thread<Task>[] = [];
  readonly #busy = new Set<Thread<Task>>();
  readonly #queue: Waiting<Task>[] = [];
  #isClosed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
  }

  /**
   * Runs a task.
   *
   * @param transfer buffers that go to the thread instead of being copied
   * @returns what the thread answers; the caller knows its type by the task
   * @throws ThreadError `busy` (too many wait, or it waited too long), `too-long`,
   *   `out-of-memory`, `broken` (the thread died), `failed` (what ran in it threw), `closed`
   */
  async run(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<unknown> {
    if (this.#isClosed) throw stopping();
    const thread = this.#freeThread() ?? (await this.#waitForThread());
    const { maxWorkMs } = this.#options;
    const limit = setTimeout(() => {
      void thread.end(new ThreadError('too-long', `It was not done after ${maxWorkMs} ms.`));
    }, maxWorkMs);
    try {
      return await thread.run(task, transfer);
    } finally {
      clearTimeout(limit);
      this.#busy.delete(thread);
      if (!thread.isDead) this.#idle.push(thread);
      this.#next();
    }
  }

  /** Ends all threads; tasks that run or wait are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { refuse } of this.#queue.splice(0)) refuse(stopping());
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.end(stopping())));
  }

  /** A thread that is from now on busy; null where all are. */
  #freeThread(): Thread<Task> | null {
    const { size, script, data, maxHeapMib } = this.#options;
    let thread = this.#idle.pop();
    while (thread?.isDead) thread = this.#idle.pop();
    if (thread === undefined && this.#busy.size < size) thread = new Thread<Task>(script, maxHeapMib, data);
    if (thread === undefined) return null;
    this.#busy.add(thread);
    return thread;
  }

  #waitForThread(): Promise<Thread<Task>> {
    const { maxWaiting, maxWaitMs } = this.#options;
    if (this.#queue.length >= maxWaiting) throw new ThreadError('busy', 'All threads work, and others wait.');
    return new Promise((resolve, reject) => {
      const waiting: Waiting<Task> = {
        start: (thread) => {
          clearTimeout(limit);
          resolve(thread);
        },
        refuse: (error) => {
          clearTimeout(limit);
          reject(error);
        },
      };
      const limit = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        reject(new ThreadError('busy', `No thread was free for ${maxWaitMs} ms.`));
      }, maxWaitMs);
      this.#queue.push(waiting);
    });
  }

  #next(): void {
    if (this.#isClosed || this.#queue.length === 0) return;
    const thread = this.#freeThread();
    if (thread !== null) this.#queue.shift()?.start(thread);
  }
}

function stopping(): ThreadError {
  return new ThreadError('closed', 'The service is stopping.');
}
