import { expect, test } from 'vitest';
import { MAX_INPUT_BYTES, MAX_INPUTS } from '../../answer/limits.ts';
import { pickedFiles } from './dropped-files.ts';
import { chooseFiles, loadFiles } from './load-files.ts';

const fileOf = (name: string, size = 3): File =>
  ({ name, size, webkitRelativePath: '', arrayBuffer: async () => new ArrayBuffer(size) }) as unknown as File;

test('files that are too large together are named, the others are read', () => {
  const files = pickedFiles([fileOf('a', MAX_INPUT_BYTES - 5), fileOf('b', 10), fileOf('c', 5)]);
  const { fit, unread } = chooseFiles(files);
  expect(fit.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(unread).toEqual([expect.stringMatching(/^b was not read/)]);
});

test('more files than are read at once are told', () => {
  const { fit, unread } = chooseFiles(pickedFiles(Array.from({ length: MAX_INPUTS + 50 }, (_, i) => fileOf(`${i}`))));
  expect(fit.length).toBe(MAX_INPUTS);
  expect(unread).toEqual([expect.stringMatching(/^50 files were not read/)]);
});

test('hidden files are left out', () => {
  expect(pickedFiles([fileOf('.DS_Store'), fileOf('a.eml')]).map(({ name }) => name)).toEqual(['a.eml']);
});

test('one that has gone meanwhile is named, the others come', async () => {
  const gone = { ...fileOf('gone.eml'), arrayBuffer: () => Promise.reject(new Error('NotFoundError')) };
  const { inputs, unread } = await loadFiles(pickedFiles([gone as unknown as File, fileOf('here.eml')]));
  expect(inputs.map(({ name, content }) => [name, content.length])).toEqual([['here.eml', 3]]);
  expect(unread).toEqual([expect.stringMatching(/^gone\.eml could not be opened/)]);
});
