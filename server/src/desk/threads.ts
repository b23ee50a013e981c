import { availableParallelism } from 'node:os';
import { MAX_THREAD_HEAP_MIB, MAX_WAIT_MS, MAX_WAITING, MAX_WORK_MS } from '../limits.ts';
import type { ReadTask } from './read-task.ts';
import type { SearchTask } from './search-task.ts';
import { ThreadPool } from './thread-pool.ts';

/** The threads of the service. */
export interface Threads {
  /** Read posted forms. */
  readonly readers: ThreadPool<ReadTask>;
  /** Searches the encyclopedia: apart, so that a hostile mail neither holds up nor ends a search. */
  readonly searcher: ThreadPool<SearchTask>;
  close(): Promise<void>;
}

/** More readers than processors would only share them; one alone would let one mail hold up all others. */
const MIN_READERS = 2;
const MAX_READERS = 4;

const limits = {
  maxWorkMs: MAX_WORK_MS,
  maxWaiting: MAX_WAITING,
  maxWaitMs: MAX_WAIT_MS,
  maxHeapMib: MAX_THREAD_HEAP_MIB,
};

/** The threads with the modules that stand beside this one. None runs before it is needed. */
export function createThreads(): Threads {
  const size = Math.max(MIN_READERS, Math.min(availableParallelism(), MAX_READERS));
  const readers = new ThreadPool<ReadTask>({ ...limits, script: moduleBeside('read-thread'), size });
  const searcher = new ThreadPool<SearchTask>({ ...limits, script: moduleBeside('search-thread'), size: 1 });
  return {
    readers,
    searcher,
    close: async () => void (await Promise.all([readers.close(), searcher.close()])),
  };
}

/** Source, compiled module and bundle each lie beside their own kind. */
function moduleBeside(name: string): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
}
