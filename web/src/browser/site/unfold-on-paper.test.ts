import { expect, test } from 'vitest';
import { unfoldOnPaper } from './unfold-on-paper.ts';

/** A page with a part that is folded and one that is open. */
function page(isStyled: boolean): { readonly states: () => boolean[]; readonly dispatch: (type: string) => void } {
  const parts = [{ open: false }, { open: true }];
  const target = new EventTarget();
  const document = { querySelectorAll: () => parts.filter(({ open }) => !open) };
  unfoldOnPaper(Object.assign(target, { document }) as unknown as Parameters<typeof unfoldOnPaper>[0], isStyled);
  return { states: () => parts.map(({ open }) => open), dispatch: (type) => target.dispatchEvent(new Event(type)) };
}

test('what is folded is open while it is printed, and what was open stays open', () => {
  const { states, dispatch } = page(false);
  dispatch('beforeprint');
  dispatch('beforeprint');
  expect(states()).toEqual([true, true]);
  dispatch('afterprint');
  expect(states()).toEqual([false, true]);
});

test('style does it where it can', () => {
  const { states, dispatch } = page(true);
  dispatch('beforeprint');
  expect(states()).toEqual([false, true]);
});
