import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

it('lets so many in at once, the others in their order, and loses none', async () => {
  const slots = new Slots(7, 100_000);
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 5000 }, async (_, i) => {
      expect(await slots.enter()).toBe(true);
      most = Math.max(most, ++inside);
      order.push(i);
      await Promise.resolve();
      inside--;
      slots.leave();
    }),
  );
  expect(most).toBe(7);
  expect(order).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  expect(await slots.enter()).toBe(true);
});

it('turns away what no longer fits into the queue', async () => {
  const slots = new Slots(1, 1);
  expect(await slots.enter()).toBe(true);
  const waiting = slots.enter();
  expect(await slots.enter()).toBe(false);
  slots.leave();
  expect(await waiting).toBe(true);
});
