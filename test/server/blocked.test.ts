import { ZoneDns } from '@whybounce/core/dns';
import { Probe } from '@whybounce/probe';
import { createApp, listen, openSite } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ThreadPool } from '../../server/src/desk/thread-pool.ts';
import { makeSmallSite } from './small-site.ts';
import type { TestTask } from './thread/tasks.ts';

/** The service with threads that do what a test says instead of reading. */
const small = makeSmallSite();
const script = new URL('./thread/test-thread.ts', import.meta.url);
const pools: ThreadPool<TestTask>[] = [];
const stops: (() => Promise<void>)[] = [];
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(small.folder);
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await Promise.all(pools.map((pool) => pool.close()));
  small.remove();
});

async function start(task: TestTask, options: Partial<ConstructorParameters<typeof ThreadPool>[0]> = {}) {
  const limits = { size: 1, maxWorkMs: 20_000, maxWaiting: 1, maxWaitMs: 20_000, maxHeapMib: 64, ...options };
  const readers = new ThreadPool<TestTask>({ script, ...limits });
  const searcher = new ThreadPool<TestTask>({ script, ...limits });
  pools.push(readers, searcher);
  const lines: string[] = [];
  const app = createApp({
    site,
    origin: 'https://bounce.example.net',
    about: { version: '1.2.3', knowledgeVersion: '2026.11.0' },
    probe: new Probe({ instruments: { dns: new ZoneDns({}) } }),
    threads: { readers: { run: () => readers.run(task) }, searcher: { run: () => searcher.run(task) } },
    report: (line) => lines.push(line),
  });
  const { port, stop } = await listen((request) => app.fetch(request), { host: '127.0.0.1', port: 0, mayMove: false });
  stops.push(stop);
  const at = `http://127.0.0.1:${port}`;
  return {
    lines,
    get: (path: string) => fetch(at + path),
    post: () => fetch(at, { method: 'POST', body: new URLSearchParams({ text: 'jo@example.net' }) }),
  };
}

describe('while an input is read that takes long', () => {
  it('the service answers, and tells whoever comes too late when to come again', async () => {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const { get, post } = await start({ do: 'wait', gate });
    const two = [post(), post()];
    // the third finds one at work and one waiting, whichever of the first two came first
    const third = await Promise.race([...two, post()]);
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('10');
    expect(await third.text()).toMatch(/reading for others/);
    for (const path of ['/health', '/', '/codes', '/nothing-here'])
      expect((await get(path)).status).toBe(path === '/nothing-here' ? 404 : 200);
    // here the index is at work already
    const first = get('/search?q=full');
    const search = await Promise.race([first, get('/search?q=full')]);
    expect([search.status, search.headers.get('retry-after')]).toEqual([503, '10']);
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    // what the thread answers is no page, which is a fault of the service and not a hang
    await Promise.all([...two, first]);
  });

  it('it is stopped when it takes too long', async () => {
    const { get, post } = await start({ do: 'spin' }, { maxWorkMs: 200 });
    const response = await post();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await response.text()).toMatch(/took more than 10 seconds/);
    expect((await get('/health')).status).toBe(200);
  });

  it('it is stopped when it eats all memory', async () => {
    const { get, post } = await start({ do: 'eat-memory' });
    const response = await post();
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/more memory/);
    expect((await get('/health')).status).toBe(200);
  });
});

it('a fault is told in one line, without anything of what was sent', async () => {
  const { lines, get, post } = await start({ do: 'throw' });
  const response = await post();
  expect(response.status).toBe(500);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).not.toContain('jo@example.net');
  expect((await get('/search?q=jo@example.net')).status).toBe(500);
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(/^whybounce: (?:POST \/|GET \/search) failed: RangeError at .*test-thread/);
    expect(line).not.toMatch(/jo@|\n/);
  }
});
