import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('what is done first waits for what was named before, and no more than a few are under way', async () => {
  let open = 0;
  let most = 0;
  const finish = new Map<number, () => void>();
  const told: number[] = [];
  const all = inOrder(
    [1, 2, 3, 4, 5],
    2,
    async (n) => {
      most = Math.max(most, ++open);
      await new Promise<void>((resolve) => finish.set(n, resolve));
      open--;
      return 10 * n;
    },
    (made) => told.push(made),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  finish.get(2)?.();
  await settle();
  expect(told).toEqual([]);
  finish.get(1)?.();
  await settle();
  expect(told).toEqual([10, 20]);
  for (const n of [4, 3, 5]) {
    finish.get(n)?.();
    await settle();
  }
  await all;
  expect([told, most]).toEqual([[10, 20, 30, 40, 50], 2]);
});

test('an error ends it, and nothing further is begun', async () => {
  const begun: number[] = [];
  const broken = inOrder(
    [1, 2, 3, 4],
    1,
    async (n) => {
      begun.push(n);
      if (n === 2) throw new Error('no');
      return n;
    },
    () => {},
  );
  await expect(broken).rejects.toThrow('no');
  expect(begun).toEqual([1, 2]);
});
