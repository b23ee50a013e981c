import { describe, expect, it } from 'vitest';
import { ByteBudget, readBody } from './read-body.ts';

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
const limits = (budget: ByteBudget, maxDiscarded = 1_000) => ({ maxBytes: 100, maxDiscarded, budget });

describe('readBody', () => {
  it('reads what fits, and holds it until it is given back', async () => {
    const budget = new ByteBudget(150);
    const read = await readBody(streamOf([60, 40]).stream, 100, limits(budget));
    expect(read).toMatchObject({ kind: 'body' });
    expect(read.kind === 'body' && [...read.bytes.slice(58, 62)]).toEqual([1, 1, 2, 2]);
    expect(budget.free).toBe(50);
  });

  it('reads no body as an empty one', async () => {
    expect(await readBody(null, null, limits(new ByteBudget(10)))).toEqual({ kind: 'body', bytes: new Uint8Array() });
  });

  it('refuses what announces too much without keeping any of it', async () => {
    const budget = new ByteBudget(150);
    const { stream, taken } = streamOf([50, 50, 50]);
    expect(await readBody(stream, 150, limits(budget))).toEqual({ kind: 'too-large' });
    expect(budget.free).toBe(150);
    expect(taken.chunks).toBe(3);
  });

  it('refuses what announces nothing when it becomes too much', async () => {
    const budget = new ByteBudget(150);
    expect(await readBody(streamOf([50, 50, 1]).stream, null, limits(budget))).toEqual({ kind: 'too-large' });
    expect(budget.free).toBe(150);
  });

  it('refuses what sends more than it announced', async () => {
    expect(await readBody(streamOf([50, 51]).stream, 10, limits(new ByteBudget(150)))).toEqual({ kind: 'too-large' });
  });

  it('stops listening to what never ends', async () => {
    const { stream, taken } = streamOf(Array.from({ length: 1_000 }, () => 10));
    expect(await readBody(stream, null, limits(new ByteBudget(150), 500))).toEqual({ kind: 'too-large' });
    expect(taken.chunks).toBeLessThan(70);
  });

  it('refuses what there is no memory for', async () => {
    const budget = new ByteBudget(150);
    budget.take(100);
    expect(await readBody(streamOf([40, 40]).stream, null, limits(budget))).toEqual({ kind: 'busy' });
    expect(budget.free).toBe(50);
  });

  it('gives the memory back when the client goes away', async () => {
    const budget = new ByteBudget(150);
    await expect(readBody(streamOf([40], 'error').stream, null, limits(budget))).rejects.toThrow('gone');
    expect(budget.free).toBe(150);
  });
});
