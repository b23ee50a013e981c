import { expect, test } from 'vitest';
import { ruleName } from './rule-name.ts';

test.each([
  ['gmail/no-such-user', 'Gmail / Google Workspace: no such user'],
  ['recipient/user-unknown', 'User unknown'],
  ['no-such-system/some-words', 'no-such-system: some words'],
])('%s is called %s', (rule, name) => {
  expect(ruleName(rule)).toBe(name);
});
