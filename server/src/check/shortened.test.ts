import type { CheckResult } from '@whybounce/core/check';
import { expect, it } from 'vitest';
import { MAX_SEEN } from '../limits.ts';
import { shortened } from './shortened.ts';

const result = (says: string, value: string): CheckResult => ({
  id: 'spf.syntax',
  area: 'spf',
  title: 'No faults in the SPF record',
  outcome: 'fail',
  severity: 'high',
  says,
  seen: [{ of: 'TXT example.com', value }],
  fix: says,
  publish: value,
  source: 'RFC 7208',
});

it('leaves what is short as it is', () => {
  const short = result('It is wrong.', 'x'.repeat(MAX_SEEN));
  expect(shortened(short)).toEqual(short);
});

it('says how much it left out, and keeps what somebody copies', () => {
  const long = 'x'.repeat(MAX_SEEN + 61_536);
  const { says, fix, seen, publish } = shortened(result(long, long));
  const expected = `${'x'.repeat(MAX_SEEN)} … 61,536 characters more`;
  expect([says, fix, seen[0]?.value]).toEqual([expected, expected, expected]);
  expect(publish).toBe(long);
});
