import { expect, test } from 'vitest';
import { readExportTime } from './time.ts';

const HOUR = 3_600_000;

test.each([
  ['2026-05-27T14:30:00Z', '2026-05-27T14:30:00Z'],
  ['2026-05-27 14:30:00', '2026-05-27T12:30:00Z'],
  ['2026-05-27 14:30:00.250 +0900', '2026-05-27T05:30:00.250Z'],
  ['1779892200', '2026-05-27T14:30:00Z'],
  ['1779892200125', '2026-05-27T14:30:00.125Z'],
  ['Wed, 27 May 2026 14:30:00 GMT', '2026-05-27T14:30:00Z'],
  ['5/27/2026 2:30:00 PM', '2026-05-27T12:30:00Z'],
  ['3/4/2026 12:05 AM', '2026-03-03T22:05:00Z'],
  ['27/05/2026 14:30', '2026-05-27T12:30:00Z'],
  ['03.04.2026 14:30', '2026-04-03T12:30:00Z'],
  ['2026/5/7 9:08:07', '2026-05-07T07:08:07Z'],
  ['27-May-2026 14:30:00', '2026-05-27T12:30:00Z'],
  ['May 27, 2026 02:30 pm', '2026-05-27T12:30:00Z'],
  ['May 27, 2026 at 14:30 UTC', '2026-05-27T14:30:00Z'],
])('reads %s, with two hours east of UTC where it names no zone', (text, iso) => {
  expect(readExportTime(text, 2 * HOUR)).toEqual({ iso, warning: null });
});

test.each([
  ['3/4/2026 14:30', 'timestamp-ambiguous'],
  ['31/31/2026', 'timestamp-unreadable'],
  ['30.02.2026 10:00', 'timestamp-unreadable'],
  ['27/05/2026 25:00', 'timestamp-unreadable'],
  ['yesterday', 'timestamp-unreadable'],
  ['5', 'timestamp-unreadable'],
  ['1'.repeat(5000), 'timestamp-unreadable'],
])('gives no time for %s', (text, code) => {
  expect(readExportTime(text, 0)).toEqual({ iso: null, warning: expect.objectContaining({ code }) });
});

test('a day without a clock is its beginning, and says so', () => {
  expect(readExportTime('2026-05-27', 0)).toEqual({
    iso: '2026-05-27T00:00:00Z',
    warning: expect.objectContaining({ code: 'timestamp-day-only' }),
  });
  expect(readExportTime(null, 0)).toEqual({ iso: null, warning: null });
});
