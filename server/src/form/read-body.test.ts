import { afterEach, describe, expect, it, vi } from 'vitest';
import { ByteBudget } from './byte-budget.ts';
import { BLOCK_BYTES } from './gathered-bytes.ts';
import { type BodyLimits, readBody } from './read-body.ts';

/** A stream of chunks, and how many were taken from it. */
function streamOf(chunks: readonly number[], end: 'close' | 'error' = 'close') {
  const taken = { chunks: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const size = chunks[taken.chunks];
        if (size !== undefined) controller.enqueue(new Uint8Array(size).fill(++taken.chunks));
        else if (end === 'error') controller.error(new Error('gone'));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, taken };
}
/** Memory is taken by blocks, so bodies here are some blocks long. */
const blocks = (count: number): number => count * BLOCK_BYTES;
const budgetOf = (count: number, perClient = count): ByteBudget => new ByteBudget(blocks(count), blocks(perClient));
const limits = (budget: ByteBudget, more: Partial<BodyLimits> = {}): BodyLimits => ({
  maxBytes: blocks(10),
  maxDiscarded: blocks(100),
  budget,
  client: '192.0.2.1',
  pace: { windowMs: 1_000, wholeMs: 10_000 },
  ...more,
});
const anyChunks = (count: number): number[] => Array.from({ length: count }, () => BLOCK_BYTES);

describe('readBody', () => {
  it('reads what fits, and holds as much until it is given back', async () => {
    const budget = budgetOf(15);
    const body = streamOf([blocks(6) - 10, blocks(1)]).stream;
    const read = await readBody(body, null, limits(budget));
    expect(read).toMatchObject({ kind: 'body' });
    const { bytes } = read as { bytes: Uint8Array };
    expect([...bytes.slice(blocks(6) - 12, blocks(6) - 8)]).toEqual([1, 1, 2, 2]);
    expect(budget.free).toBe(blocks(15) - bytes.byteLength);
    budget.giveBack('192.0.2.1', bytes.byteLength);
    expect(budget.free).toBe(blocks(15));
  });

  it('reads no body as an empty one', async () => {
    expect(await readBody(null, null, limits(budgetOf(1)))).toEqual({ kind: 'body', bytes: new Uint8Array() });
  });

  it('refuses what announces too much without keeping any of it', async () => {
    const budget = budgetOf(15);
    const { stream, taken } = streamOf(anyChunks(11));
    expect(await readBody(stream, blocks(11), limits(budget))).toEqual({ kind: 'too-large' });
    expect(budget.free).toBe(blocks(15));
    expect(taken.chunks).toBe(11);
  });

  it('refuses what announces nothing when it becomes too much', async () => {
    const budget = budgetOf(15);
    expect(await readBody(streamOf([...anyChunks(10), 1]).stream, null, limits(budget))).toEqual({ kind: 'too-large' });
    expect(budget.free).toBe(blocks(15));
  });

  it('refuses what sends more than it announced', async () => {
    expect(await readBody(streamOf(anyChunks(11)).stream, 10, limits(budgetOf(15)))).toEqual({ kind: 'too-large' });
  });

  it('stops listening to what never ends', async () => {
    const { stream, taken } = streamOf(anyChunks(1_000));
    const short = limits(budgetOf(15), { maxDiscarded: blocks(50) });
    expect(await readBody(stream, null, short)).toEqual({ kind: 'too-large' });
    expect(taken.chunks).toBeLessThan(70);
  });

  it('refuses what there is no memory for', async () => {
    const budget = budgetOf(15);
    budget.take('198.51.100.1', blocks(10));
    expect(await readBody(streamOf(anyChunks(8)).stream, null, limits(budget))).toEqual({ kind: 'busy' });
    expect(budget.free).toBe(blocks(5));
  });

  it('refuses a client what is beyond its share, and not another', async () => {
    const budget = budgetOf(15, 6);
    budget.take('192.0.2.1', blocks(4));
    expect(await readBody(streamOf(anyChunks(3)).stream, null, limits(budget))).toEqual({ kind: 'busy' });
    const other = limits(budget, { client: '198.51.100.1' });
    expect(await readBody(streamOf(anyChunks(3)).stream, null, other)).toMatchObject({ kind: 'body' });
    expect(budget.free).toBe(blocks(8));
  });

  it('gives the memory back when the client goes away', async () => {
    const budget = budgetOf(15);
    await expect(readBody(streamOf(anyChunks(3), 'error').stream, null, limits(budget))).rejects.toThrow('gone');
    expect(budget.free).toBe(blocks(15));
  });

  it('holds a body of single bytes in as many as there are, and not in objects', async () => {
    const budget = budgetOf(15);
    const read = readBody(streamOf(Array.from({ length: 5_000 }, () => 1)).stream, null, limits(budget));
    const { bytes } = (await read) as { bytes: Uint8Array };
    expect([bytes.byteLength, bytes.buffer.byteLength, budget.free]).toEqual([5_000, 5_000, blocks(15) - 5_000]);
  });
});

describe('the pace of a body', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A body of which so many bytes come in each second, and which ends with the last of them. */
  async function paced(bytesBySecond: readonly number[]) {
    vi.useFakeTimers();
    const budget = budgetOf(15);
    let isOver = false;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        bytesBySecond.forEach((bytes, second) => {
          setTimeout(() => controller.enqueue(new Uint8Array(bytes)), second * 1_000 + 500);
        });
        setTimeout(() => controller.close(), bytesBySecond.length * 1_000);
      },
    });
    const read = readBody(stream, null, limits(budget)).finally(() => {
      isOver = true;
    });
    let seconds = 0;
    for (; !isOver && seconds < 20; seconds++) await vi.advanceTimersByTimeAsync(1_000);
    return { kind: (await read).kind, seconds, free: budget.free, stream };
  }

  it.each([
    ['is slow and steady', [5, 5, 5, 5, 5, 5, 5, 5, 5, 5]],
    ['begins slowly', [0, 0, 0, 1, 1, 1, 40]],
    ['wavers', [20, 10, 30, 15, 25, 10]],
  ])('that %s is read', async (_, kilobytes) => {
    expect(await paced(kilobytes.map((size) => size * 1_000))).toMatchObject({ kind: 'body' });
  });

  it.each([
    ['all but stops after most of it', [500, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['stops', [5, 5, 0, 5, 5, 5, 5, 5, 5, 5]],
  ])('that %s is given up, its memory is free, and the connection stays for an answer', async (_, kilobytes) => {
    const { kind, seconds, free, stream } = await paced(kilobytes.map((size) => size * 1_000));
    expect(kind).toBe('too-slow');
    expect(seconds).toBeLessThan(5);
    expect(free).toBe(blocks(15));
    expect(stream.locked).toBe(false);
  });
});
