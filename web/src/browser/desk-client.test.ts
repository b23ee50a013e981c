import { describe, expect, test } from 'vitest';
import type { Progress, Request } from '../answer/protocol.ts';
import type { SheetView } from '../answer/shapes.ts';
import { engineWording } from '../wording/engine.ts';
import { DeskClient } from './desk-client.ts';
import { DeskError } from './desk-error.ts';
import { type DeskPort, type ServedCalls, serveDesk, type Watch } from './desk-port.ts';

const sheet = { overview: null } as SheetView;

/** A worker that is no thread: messages are handed over as copies, as between threads. */
class TestWorker extends EventTarget {
  readonly requests: Request[] = [];
  isEnded = false;
  readonly #inside = new EventTarget();

  constructor(calls?: Partial<ServedCalls>) {
    super();
    if (calls === undefined) return;
    const port: DeskPort = {
      postMessage: (response) => this.answer(response),
      addEventListener: (type, listener) => this.#inside.addEventListener(type, listener as EventListener),
    };
    serveDesk(port, calls as ServedCalls);
  }

  postMessage(request: Request): void {
    this.requests.push(request);
    this.#inside.dispatchEvent(new MessageEvent('message', { data: structuredClone(request) }));
  }

  answer(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const over = (calls: Partial<ServedCalls>): DeskClient => new DeskClient(() => new TestWorker(calls));
const code = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.catch((thrown: unknown) => thrown);
  return error instanceof DeskError ? `${error.code}: ${error.message}` : 'answered';
};
const input = { name: 'pasted', content: '550 5.1.1 User unknown' };

describe('a call', () => {
  test('is answered by what the worker serves', async () => {
    const desk = over({
      search: async (query, limit) => [{ kind: 'code', id: query, title: '', snippet: '', score: limit }],
    });
    expect(await desk.call('search', '5.4.1', 3)).toEqual([
      { kind: 'code', id: '5.4.1', title: '', snippet: '', score: 3 },
    ]);
  });

  test('gets its own answer, whichever comes first', async () => {
    const worker = new TestWorker();
    const desk = new DeskClient(() => worker);
    const [first, second] = [desk.call('exportAs', 'csv'), desk.call('exportAs', 'json')];
    const [{ id: firstId }, { id: secondId }] = worker.requests as [Request, Request];
    worker.answer({ id: secondId, result: 'json' });
    worker.answer({ id: 99, result: 'nobody asked' });
    worker.answer({ id: firstId, result: 'csv' });
    expect(await Promise.all([first, second])).toEqual(['csv', 'json']);
  });

  test('that the engine refuses says why, and the next one is answered', async () => {
    const desk = over({
      open: () => {
        throw new RangeError('There is no event 7.');
      },
      exportAs: async () => 'a;b',
    });
    expect(await code(desk.call('open', 7))).toBe('failed: There is no event 7.');
    expect(await desk.call('exportAs', 'csv')).toBe('a;b');
  });

  test('of a name that is none of the calls is refused', async () => {
    const desk = over({});
    expect(await code(desk.call('toString' as 'exportAs', 'csv'))).toBe(`failed: ${engineWording.failed}`);
  });
});

describe('reading', () => {
  test('says how far it is', async () => {
    const heard: Progress[] = [];
    const desk = over({
      read: async (_, { report }) => {
        report({ doneBytes: 5, allBytes: 10, events: 1 });
        report({ doneBytes: 10, allBytes: 10, events: 2 });
        return sheet;
      },
    });
    expect(await desk.read([input], (progress) => heard.push(progress))).toEqual(sheet);
    expect(heard.map(({ doneBytes, events }) => [doneBytes, events])).toEqual([
      [5, 1],
      [10, 2],
    ]);
  });

  test('gives way to a newer reading on both sides; other calls stay', async () => {
    const signals: AbortSignal[] = [];
    const ends: (() => void)[] = [];
    const heard: string[] = [];
    const desk = over({
      read: async (_, { signal, report }: Watch) => {
        signals.push(signal);
        await new Promise<void>((resolve) => ends.push(resolve));
        report({ doneBytes: 1, allBytes: 1, events: 1 });
        return sheet;
      },
      search: async () => [],
    });
    const older = desk.read([input], () => heard.push('older'));
    const search = desk.call('search', 'full', 3);
    const newer = desk.read([input], () => heard.push('newer'));
    expect(await code(older)).toBe(`superseded: ${engineWording.superseded}`);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    for (const end of ends) end();
    expect(await newer).toEqual(sheet);
    expect(await search).toEqual([]);
    expect(heard).toEqual(['newer']);
  });
});

describe('a worker that dies', () => {
  test('fails what it was asked; what it had read is gone until it is read again', async () => {
    const workers: TestWorker[] = [];
    const desk = new DeskClient(() => {
      const alive = { read: async () => sheet, exportAs: async () => 'alive', search: async () => [] };
      const worker = new TestWorker(workers.length === 0 ? undefined : alive);
      workers.push(worker);
      return worker;
    });
    const asked = [desk.call('open', 1), desk.read([input], () => undefined)];
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await Promise.all(asked.map(code))).toEqual(Array(2).fill(`crashed: ${engineWording.crashed}`));
    expect(workers[0]?.isEnded).toBe(true);
    expect(await code(desk.call('exportAs', 'csv'))).toBe(`crashed: ${engineWording.crashed}`);
    expect(await desk.call('search', 'full', 3)).toEqual([]);
    expect(await desk.read([input], () => undefined)).toEqual(sheet);
    expect(await desk.call('exportAs', 'csv')).toBe('alive');
    // What the dead one still says harms nobody.
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await desk.call('exportAs', 'csv')).toBe('alive');
    expect(workers.length).toBe(2);
  });

  test('be it when it starts', async () => {
    const desk = new DeskClient(() => {
      throw new TypeError('blocked');
    });
    expect(await code(desk.call('exportAs', 'csv'))).toBe(`crashed: ${engineWording.crashed}`);
  });
});
