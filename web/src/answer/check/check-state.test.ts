import type { CheckResult } from '@whybounce/core/check';
import { expect, it } from 'vitest';
import { type CheckLine, isOver, notStarted, settle, withLines } from './check-state.ts';

const line = (id: string, outcome: CheckResult['outcome'], severity: CheckResult['severity'] = 'high'): CheckLine => ({
  type: 'result',
  result: { id, area: 'mx', title: id, outcome, severity, says: '', seen: [], fix: null, publish: null, source: '' },
  done: 1,
  of: 9,
});
const ids = (state: typeof notStarted): string[] => state.results.map(({ id }) => id);

it('puts the gravest first, and leaves what is shown where it is', () => {
  const first = withLines(notStarted, [line('mx.a', 'pass'), line('mx.b', 'warn'), line('mx.c', 'fail', 'low')]);
  expect(ids(first)).toEqual(['mx.c', 'mx.b', 'mx.a']);
  const more = withLines(first, [line('mx.d', 'fail', 'critical')]);
  expect(ids(more)).toEqual(['mx.d', 'mx.c', 'mx.b', 'mx.a']);
  const late = withLines(settle(more), [line('mx.f', 'could-not-determine'), line('mx.e', 'fail', 'critical')]);
  expect(ids(late)).toEqual(['mx.d', 'mx.c', 'mx.b', 'mx.a', 'mx.e', 'mx.f']);
  expect([late.done, late.of, isOver(late)]).toEqual([1, 9, false]);
});

it('is over with a report or a problem', () => {
  const problem = withLines(notStarted, [{ type: 'problem', says: 'No.' }]);
  expect([problem.problem, isOver(problem)]).toEqual(['No.', true]);
  const report = {
    kind: 'mx',
    subject: '',
    checkedAt: '',
    notRun: [],
    queries: { dns: 0, blocklists: 0 },
    took: 0,
  } as const;
  expect(isOver(withLines(notStarted, [{ type: 'report', report, observed: [] }]))).toBe(true);
});
