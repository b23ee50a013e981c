import type { CheckReport, CheckResult } from '@whybounce/core/check';
import { expect, test } from 'vitest';
import { reportText } from './report-text.ts';

const paragraph =
  'not tried; 192.0.2.25 is not on the public internet (reserved), so it was not connected to by any of the checks.';

function result(id: string, more: Partial<CheckResult>): CheckResult {
  return {
    id,
    area: 'mx',
    title: `Title of ${id}`,
    outcome: 'could-not-determine',
    severity: 'high',
    says: `What ${id} says.`,
    seen: [],
    fix: null,
    publish: null,
    source: 'RFC 5321',
    ...more,
  };
}

function report(results: readonly CheckResult[]): CheckReport {
  return {
    kind: 'domain',
    subject: 'example.com',
    checkedAt: '2026-11-27T10:00:00.000Z',
    results,
    notRun: [],
    queries: { dns: 1, blocklists: 0 },
    took: 100,
  };
}

test('the same long evidence is printed once and then pointed to; short evidence is repeated', () => {
  const seen = [
    { of: 'Port 25 of mx1.example.com', value: paragraph },
    { of: 'MX example.com', value: '10 mx1.example.com' },
  ];
  const text = reportText(report([result('mx.one', { seen }), result('mx.two', { seen })]));
  expect(text.match(/not tried;/g)).toHaveLength(1);
  expect(text.match(/Port 25 of mx1\.example\.com: see above/g)).toHaveLength(1);
  expect(text.match(/MX example\.com: 10 mx1\.example\.com/g)).toHaveLength(2);
  // another report begins anew
  expect(reportText(report([result('mx.one', { seen })]))).toContain('not tried;');
});

test('the summary is made of sentences, whatever could be determined', () => {
  const second = (results: readonly CheckResult[]) => reportText(report(results)).split('\n')[1];
  const open = [result('mx.one', {}), result('mx.two', {})];
  expect(second(open)).toBe('  Nothing could be determined. 2 could not tell.');
  expect(second([])).toBe('  Nothing could be determined.');
  expect(second([...open, result('mx.three', { outcome: 'pass' })])).toBe('  100 of 100, 2 could not tell, 1 in order');
});
