import { describe, expect, it } from 'vitest';
import { compareRuns, countOutcomes, scoreOf, verdictOf } from './report.ts';
import { type CheckResult, type Outcome, outcomes } from './result.ts';
import { type Severity, severities } from './severity.ts';

const result = (outcome: Outcome, severity: Severity = 'high', own: Partial<CheckResult> = {}): CheckResult => ({
  id: 'mx.present',
  area: 'mx',
  title: 'The domain says where its mail goes',
  outcome,
  severity,
  says: 'Mail for example.com goes to mx.example.com.',
  seen: [],
  fix: null,
  publish: null,
  source: 'RFC 5321 section 5.1',
  ...own,
});

const many = Array.from({ length: 90 }, () => result('pass', 'critical'));

describe('the score', () => {
  it.each<[string, CheckResult[], number | null]>([
    ['nothing was checked', [], null],
    [
      'nothing could be told',
      [result('could-not-determine', 'critical'), result('not-applicable'), result('info')],
      null,
    ],
    ['all is right', [result('pass', 'critical'), result('pass', 'low')], 100],
    ['all is wrong', [result('fail', 'critical'), result('fail', 'low')], 0],
    ['one of two alike is wrong', [result('pass'), result('fail')], 50],
    ['a critical fault beside a small pass', [result('fail', 'critical'), result('pass', 'low')], 5],
    ['a small fault beside a critical pass', [result('pass', 'critical'), result('fail', 'low')], 95],
    ['a warning costs less than half of a fault', [result('warn')], 60],
    ['a warning beside a pass', [result('warn'), result('pass')], 80],
    ['a critical fault beside much that is right', [result('fail', 'critical'), ...many], 49],
    ['a grave fault beside much that is right', [result('fail', 'high'), ...many], 79],
    ['a small fault beside much that is right', [result('fail', 'low'), ...many], 100],
    ['mere information weighs nothing', [result('pass'), result('warn', 'info'), result('fail', 'info')], 100],
    ['there is nothing but information', [result('pass', 'info')], null],
  ])('%s', (_name, results, score) => {
    expect(scoreOf(results)).toBe(score);
  });

  it.each(severities)('costs nothing for what could not be determined: %s', (severity) => {
    const known = [result('pass'), result('fail', 'medium'), result('warn', 'low')];
    for (const outcome of ['could-not-determine', 'not-applicable', 'info'] as const)
      expect(scoreOf([...known, result(outcome, severity)])).toBe(scoreOf(known));
  });

  it('never rises when a result gets worse', () => {
    const rest = [result('pass', 'medium'), result('fail', 'low')];
    for (const severity of severities) {
      const [pass, warn, fail] = (['pass', 'warn', 'fail'] as const).map((outcome) =>
        scoreOf([...rest, result(outcome, severity)]),
      ) as [number, number, number];
      expect(pass).toBeGreaterThanOrEqual(warn);
      expect(warn).toBeGreaterThanOrEqual(fail);
    }
  });
});

it('counts each outcome, those that did not come as none', () => {
  expect(countOutcomes([result('pass'), result('pass'), result('could-not-determine')])).toEqual({
    pass: 2,
    warn: 0,
    fail: 0,
    info: 0,
    'not-applicable': 0,
    'could-not-determine': 1,
  });
  expect(Object.keys(countOutcomes([])).sort()).toEqual([...outcomes].sort());
});

describe('the verdict', () => {
  it.each<[string, CheckResult[], Severity | undefined, ReturnType<typeof verdictOf>]>([
    ['nothing was checked', [], undefined, 'undetermined'],
    ['nothing could be told', [result('could-not-determine', 'critical'), result('info')], undefined, 'undetermined'],
    ['all passed', [result('pass'), result('could-not-determine', 'critical')], undefined, 'passed'],
    ['a warning, however grave', [result('warn', 'critical')], 'info', 'passed'],
    ['a grave fault', [result('pass'), result('fail', 'high')], undefined, 'failed'],
    ['a fault that is graver than asked for', [result('fail', 'critical')], 'high', 'failed'],
    ['a fault below the bound', [result('fail', 'medium')], undefined, 'passed'],
    ['the same with another bound', [result('fail', 'medium')], 'low', 'failed'],
    ['only critical faults count', [result('fail', 'high')], 'critical', 'passed'],
  ])('%s', (_name, results, failOn, verdict) => {
    expect(verdictOf(results, failOn)).toBe(verdict);
  });
});

describe('what changed from one run to another', () => {
  const changeOf = (from: Outcome | null, to: Outcome | null) =>
    compareRuns(
      from === null ? [] : [result(from, 'high', { says: 'Before.' })],
      to === null ? [] : [result(to, 'high', { says: 'After.' })],
    ).map(({ change }) => change);

  it.each<[Outcome | null, Outcome | null, string]>([
    ['fail', 'pass', 'repaired'],
    ['warn', 'pass', 'repaired'],
    ['fail', 'warn', 'better'],
    ['pass', 'fail', 'broken'],
    ['warn', 'fail', 'broken'],
    ['pass', 'warn', 'worse'],
    ['fail', 'fail', 'reworded'],
    ['could-not-determine', 'could-not-determine', 'reworded'],
    ['fail', 'could-not-determine', 'unclear'],
    ['could-not-determine', 'pass', 'unclear'],
    ['pass', 'not-applicable', 'unclear'],
    ['info', 'fail', 'unclear'],
    ['fail', null, 'unclear'],
    [null, 'fail', 'unclear'],
  ])('%s, then %s: %s', (from, to, change) => {
    expect(changeOf(from, to)).toEqual([change]);
  });

  it('is nothing where both say the same, whatever else was seen', () => {
    const before = result('fail', 'high', { seen: [{ of: 'TTL', value: '300' }] });
    expect(compareRuns([before], [result('fail', 'high', { seen: [{ of: 'TTL', value: '60' }] })])).toEqual([]);
    expect(compareRuns([], [])).toEqual([]);
  });

  it('is told by check, in the order of the later run, with both results', () => {
    const named = (id: string, outcome: Outcome, title: string) => result(outcome, 'high', { id, title });
    const changes = compareRuns(
      [named('spf.record', 'fail', 'Old title'), named('mx.gone', 'pass', 'Gone')],
      [named('dns.new', 'pass', 'New'), named('spf.record', 'pass', 'New title')],
    );
    expect(changes.map(({ id, title, change }) => [id, title, change])).toEqual([
      ['dns.new', 'New', 'unclear'],
      ['spf.record', 'New title', 'repaired'],
      ['mx.gone', 'Gone', 'unclear'],
    ]);
    expect(changes.map(({ before, after }) => [before?.outcome ?? null, after?.outcome ?? null])).toEqual([
      [null, 'pass'],
      ['fail', 'pass'],
      ['pass', null],
    ]);
  });
});
