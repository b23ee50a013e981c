import { expect, test } from 'vitest';
import { isStale } from './source-age.ts';

test.each([
  ['2026-01-07', '2027-01-07', false],
  ['2026-01-07', '2027-01-08', true],
  ['2026-02', '2027-02-28', false],
  ['2026-02', '2027-03-01', true],
])('read %s, on %s: %s', (read, today, stale) => expect(isStale(read, today)).toBe(stale));
