import { expect, test } from 'vitest';
import { searchPages } from './search-pages.ts';

test('the search as the worker serves it', async () => {
  expect(await searchPages('', 1)).toEqual([]);
  const [first] = await searchPages('5.4.1', 3);
  expect(first).toMatchObject({ kind: 'code', id: '5.4.1' });
});
