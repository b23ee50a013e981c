import { parentPort } from 'node:worker_threads';
import { faultPlace } from '../fault-place.ts';
import type { ThreadAnswer, ThreadCall } from './thread.ts';

/**
 * Answers the calls that a thread gets.
 *
 * @param work what is done with a task; of what it throws, the place goes back and not the message, which may quote the input
 */
export function serveCalls<Task>(work: (task: Task) => Promise<unknown>): void {
  if (parentPort === null) throw new Error('This module runs in a thread.');
  const port = parentPort;
  port.on('message', ({ id, task }: ThreadCall<Task>) => {
    work(task).then(
      (result) => port.postMessage({ id, result } satisfies ThreadAnswer),
      (error: unknown) =>
        port.postMessage({
          id,
          error: faultPlace(error),
        } satisfies ThreadAnswer),
    );
  });
}
