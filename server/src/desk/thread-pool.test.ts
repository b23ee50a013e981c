import { afterEach, describe, expect, it } from 'vitest';
import type { TestTask } from '../../../test/server/thread/tasks.ts';
import { ThreadPool, type ThreadPoolOptions } from './thread-pool.ts';

const usual: ThreadPoolOptions = {
  script: new URL('../../../test/server/thread/test-thread.ts', import.meta.url),
  size: 1,
  maxWorkMs: 10_000,
  maxWaiting: 2,
  maxWaitMs: 20_000,
  maxHeapMib: 64,
};
const pools: ThreadPool<TestTask>[] = [];
const poolOf = (options: Partial<ThreadPoolOptions> = {}): ThreadPool<TestTask> => {
  const pool = new ThreadPool<TestTask>({ ...usual, ...options });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

/** A task that lasts until `open` is called. */
function held() {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  return {
    task: { do: 'wait', gate } satisfies TestTask,
    open: () => {
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
    },
  };
}
const echo = (value: unknown): TestTask => ({ do: 'echo', value });

describe('ThreadPool', () => {
  it('answers one task after the other on one thread', async () => {
    const pool = poolOf();
    for (const value of [1, 'two', { three: new Uint8Array([3]) }]) expect(await pool.run(echo(value))).toEqual(value);
  });

  it('runs as many at once as it has threads; the next wait and are refused beyond', async () => {
    const pool = poolOf({ size: 2 });
    const tasks = [held(), held()];
    const running = tasks.map(({ task }) => pool.run(task));
    const waiting = [pool.run(echo('a')), pool.run(echo('b'))];
    await expect(pool.run(echo('c'))).rejects.toMatchObject({ name: 'ThreadError', code: 'busy' });
    for (const { open } of tasks) open();
    expect(await Promise.all([...running, ...waiting])).toEqual(['waited', 'waited', 'a', 'b']);
  });

  it('refuses what waited too long, and goes on with the others', async () => {
    const pool = poolOf({ maxWaitMs: 1 });
    const { task, open } = held();
    const running = pool.run(task);
    await expect(pool.run(echo('late'))).rejects.toMatchObject({ code: 'busy' });
    open();
    expect(await running).toBe('waited');
    expect(await pool.run(echo('next'))).toBe('next');
  });

  it('throws a thread away that works too long, and starts another', async () => {
    const pool = poolOf({ maxWorkMs: 3_000 });
    await expect(pool.run({ do: 'spin' })).rejects.toMatchObject({ code: 'too-long' });
    expect(await pool.run(echo(1))).toBe(1);
  });

  it('gives the place of a dead thread to the task that waits', async () => {
    const pool = poolOf();
    const dead = pool.run({ do: 'exit' });
    const waiting = pool.run(echo('next'));
    await expect(dead).rejects.toMatchObject({ code: 'broken' });
    expect(await waiting).toBe('next');
  });

  it('tells of a thread that cannot even start', async () => {
    const pool = poolOf({ script: new URL('./no-such-module.ts', import.meta.url) });
    await expect(pool.run(echo(1))).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('MODULE_NOT_FOUND'),
    });
  });

  it('outlives a task that eats all memory', async () => {
    const pool = poolOf();
    await expect(pool.run({ do: 'eat-memory' })).rejects.toMatchObject({ code: 'out-of-memory' });
    expect(await pool.run(echo('alive'))).toBe('alive');
  });

  it('tells the place of what was thrown, not the words, and keeps the thread', async () => {
    const pool = poolOf();
    const failed = await pool.run({ do: 'throw' }).catch((error: Error) => error);
    expect(failed).toMatchObject({ code: 'failed', message: expect.stringMatching(/^RangeError at .*test-thread/) });
    expect(String(failed)).not.toContain('jo@example.net');
    expect(await pool.run(echo(2))).toBe(2);
  });

  it('hands buffers over instead of copying them', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await poolOf().run(echo(bytes), [bytes.buffer])).toEqual(new Uint8Array([1, 2, 3]));
    expect(bytes.byteLength).toBe(0);
  });

  it('refuses what runs, what waits and what comes when it is closed', async () => {
    const pool = poolOf();
    const running = pool.run({ do: 'spin' });
    const waiting = pool.run(echo(1));
    const both = Promise.allSettled([running, waiting]);
    await pool.close();
    for (const { status, reason } of (await both) as PromiseRejectedResult[]) {
      expect(status).toBe('rejected');
      expect(reason).toMatchObject({ code: 'closed' });
    }
    await expect(pool.run(echo(2))).rejects.toMatchObject({ code: 'closed' });
  });
});
