import type { BrowserContext, Page } from 'playwright-core';

/** A call as the page sends it to its engine, with an id that the page never reaches. */
export interface PageCall {
  readonly call: string;
  readonly args: readonly unknown[];
}

/**
 * Keeps hold of the worker that the page's own script starts under its own policy. A test could start
 * none: trusted types let no other script make one.
 */
export async function holdWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { Worker: Own } = globalThis;
    globalThis.Worker = class extends Own {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        Object.assign(globalThis, { heldWorker: this });
      }
    };
  });
}

/** Sends calls to the page's engine one after the other, and takes of each result what a path of names leads to. */
export async function callWorker(page: Page, calls: readonly PageCall[], path: readonly string[]): Promise<unknown[]> {
  return page.evaluate(
    async ({ calls, path }) => {
      const { heldWorker: worker } = globalThis as unknown as { heldWorker: Worker };
      const results: unknown[] = [];
      for (const [place, { call, args }] of calls.entries()) {
        const id = 1_000_000 + place;
        const answered = new Promise<Record<string, unknown>>((resolve) => {
          const listen = ({ data }: MessageEvent): void => {
            if (data.id !== id || 'progress' in data) return;
            worker.removeEventListener('message', listen);
            resolve(data);
          };
          worker.addEventListener('message', listen);
        });
        worker.postMessage({ id, call, args });
        const answer = await answered;
        if ('error' in answer) throw new Error(String(answer['error']));
        results.push(
          path.reduce<unknown>(
            (value, name) => (value as Record<string, unknown> | null)?.[name] ?? null,
            answer['result'],
          ),
        );
      }
      return results;
    },
    { calls, path },
  );
}
