import type { DeskCalls, Progress, Request, Response } from '../answer/protocol.ts';
import { engineWording } from '../wording/engine.ts';

/** What the worker's side needs of its global scope, or of a message port that was started. */
export interface DeskPort {
  postMessage(response: Response): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/** How a read tells how far it is, and learns that nobody waits for it any more. */
export interface Watch {
  readonly report: (progress: Progress) => void;
  /** Aborted by the next read: check it wherever you wait, and throw its reason. */
  readonly signal: AbortSignal;
}

/** The calls as the worker serves them. */
export type ServedCalls = Omit<DeskCalls, 'read'> & {
  read(inputs: Parameters<DeskCalls['read']>[0], watch: Watch): ReturnType<DeskCalls['read']>;
};

/**
 * Answers what {@link DeskClient} asks. Calls run as they come; what one throws goes back as a sentence.
 *
 * @param port the worker's `self`
 */
export function serveDesk(port: DeskPort, calls: ServedCalls): void {
  let reading = new AbortController();

  const run = ({ id, call, args }: Request): Promise<unknown> => {
    if (call === 'read') {
      reading.abort();
      reading = new AbortController();
      const report = (progress: Progress): void => port.postMessage({ id, progress });
      return calls.read(args[0], { report, signal: reading.signal });
    }
    if (!Object.hasOwn(calls, call)) throw new Error(engineWording.failed);
    // Each name has its own arguments, which the type of a request binds to it; TypeScript cannot follow a spread.
    return (calls[call] as (...args: readonly unknown[]) => Promise<unknown>)(...args);
  };

  port.addEventListener('message', async ({ data }) => {
    try {
      port.postMessage({ id: data.id, result: await run(data) });
    } catch (error) {
      port.postMessage({ id: data.id, error: sentenceOf(error) });
    }
  });
}

function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : engineWording.failed;
}
