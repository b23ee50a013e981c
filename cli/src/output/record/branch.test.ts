import { expect, it } from 'vitest';
import { branches } from './branch.ts';

it.each<[NodeJS.ProcessEnv, boolean]>([
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LC_ALL: 'C.utf8', LANG: 'C' }, true],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
  [{ LC_ALL: '', LC_CTYPE: 'de_DE.UTF-8', LANG: 'C' }, true],
  [{ LANG: 'en_US.UTF-8', TERM: 'dumb' }, false],
  [{ WT_SESSION: '1' }, true],
  [{}, false],
])('%j draws boxes: %s', (env, boxes) => {
  expect(branches(false, env).branch).toBe(boxes ? '├─ ' : '|- ');
  expect(branches(true, env).branch).toBe('|- ');
});
