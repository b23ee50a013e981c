import { Probe, type ProbeOptions } from '@whybounce/probe';
import { ThreadPool } from '../desk/thread-pool.ts';
import { MAX_TEST_MS, MAX_THREAD_HEAP_MIB, MAX_WAIT_MS, MAX_WAITING } from '../limits.ts';
import type { MessageTask } from './message-task.ts';
import { testMessage } from './test-message.ts';

/** What tests posted messages. */
export interface MessageTester {
  /**
   * @returns a `MessageResult`
   * @throws ThreadError
   */
  run(task: MessageTask, transfer: readonly ArrayBuffer[]): Promise<unknown>;
  close(): Promise<void>;
}

/** Messages that are tested at once: each waits mostly for the DNS, and more would hold more memory. */
const SIZE = 3;

/**
 * Tests messages on threads of their own. Instruments that were handed in cannot go to a thread: with them it is done
 * where they are.
 */
export function createMessageTesters(options: ProbeOptions = {}): MessageTester {
  const { instruments, now, ...rest } = options;
  if (instruments !== undefined || now !== undefined) return testingHere(new Probe(options));
  return new ThreadPool<MessageTask>({
    script: new URL(`./message-thread.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
    data: rest,
    size: SIZE,
    maxWorkMs: MAX_TEST_MS,
    maxWaiting: MAX_WAITING,
    maxWaitMs: MAX_WAIT_MS,
    maxHeapMib: MAX_THREAD_HEAP_MIB,
  });
}

/** Tests messages without a thread, with a probe at hand. */
export function testingHere(probe: Probe): MessageTester {
  return { run: (task) => testMessage(probe, task), close: () => probe.close() };
}
