import { expect, test } from 'vitest';
import { severityOf, worstExit } from './check-exit.ts';

test.each([
  [[0, 0], 0],
  [[0, 3, 0], 3],
  [[3, 1, 0], 1],
  [[0, 1], 1],
])('of %j the worst is %i', (exits, worst) => expect(worstExit(exits)).toBe(worst));

test.each([
  [undefined, 'high'],
  ['serious', 'high'],
  ['HIGH', 'high'],
  ['moderate', 'medium'],
  ['minor', 'low'],
  ['info', 'info'],
])('%s is %s', (word, severity) => expect(severityOf(word)).toBe(severity));
