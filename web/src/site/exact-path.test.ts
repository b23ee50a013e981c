import { expect, test } from 'vitest';
import { exactPath } from './exact-path.ts';

test.each([
  ['5.7.1', '/codes/5.7.1'],
  ['5726', '/codes/5.7.26'],
  ['gmail', '/providers/gmail'],
  ['mailbox full', null],
  ['5.7.1 gmail', null],
  ['//example.com', null],
])('"%s" leads to %s', (query, path) => expect(exactPath(query)).toBe(path));
