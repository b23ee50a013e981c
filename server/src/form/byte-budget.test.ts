import { expect, it } from 'vitest';
import { ByteBudget } from './byte-budget.ts';

it('lets all together have no more than there is', () => {
  const budget = new ByteBudget(100, 60);
  expect(budget.take('a', 60)).toBe(true);
  expect(budget.take('b', 41)).toBe(false);
  expect(budget.take('b', 40)).toBe(true);
  expect(budget.free).toBe(0);
  budget.giveBack('a', 60);
  expect(budget.take('c', 60)).toBe(true);
});

it('lets one client have its share alone', () => {
  const budget = new ByteBudget(100, 60);
  expect(budget.take('a', 40)).toBe(true);
  expect(budget.take('a', 21)).toBe(false);
  expect(budget.free).toBe(60);
  expect(budget.take('b', 21)).toBe(true);
  budget.giveBack('a', 40);
  expect(budget.take('a', 60)).toBe(true);
});
