import type { CheckResult } from '@whybounce/core/check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from './context.ts';
import { type Check, defineCheck, fail, pass, type Verdict, warn } from './define.ts';
import { contextOf } from './prove-fixture.ts';
import { resultOf, runChecks } from './run.ts';

function check(name: string, run: (context: CheckContext) => Promise<Verdict>, more: Partial<Check> = {}): Check {
  return defineCheck({
    id: `test.${name}`,
    area: 'dns',
    input: 'domain',
    needs: [],
    severity: 'high',
    title: 'It is right',
    about: 'Whether it is right.',
    remedy: 'Make it right.',
    source: 'RFC 1',
    run,
    ...more,
  });
}
const good = check('good', async () => pass('It is right.'));
const never = check('never', () => new Promise(() => {}));
const context = contextOf({});
const long = { milliseconds: 60_000 };

describe('checks side by side', () => {
  it('give their results in their own order, and tell them as they come', async () => {
    let release: (verdict: Verdict) => void = () => {};
    const slow = check('slow', () => new Promise((resolve) => (release = resolve)));
    const told: [string, number, number][] = [];
    const results = await runChecks([slow, good], context, {
      ...long,
      onResult: ({ id }, done, of) => {
        told.push([id, done, of]);
        release(fail('It is wrong.', { seen: [{ of: 'it', value: 'wrong' }] }));
      },
    });
    expect(results.map(({ id }) => id)).toEqual(['test.slow', 'test.good']);
    expect(told).toEqual([
      ['test.good', 1, 2],
      ['test.slow', 2, 2],
    ]);
  });

  it('of none is nothing', async () => {
    expect(await runChecks([], context, long)).toEqual([]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('a fault'))],
    [
      'throws before it begins to wait',
      () => {
        throw new Error('a fault');
      },
    ],
  ])('one that %s is told as undetermined, and spoils no other', async (_name, run) => {
    const faults: [string, unknown][] = [];
    const results = await runChecks([check('faulty', run), good], context, {
      ...long,
      onFault: (id, error) => faults.push([id, error]),
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['could-not-determine', 'pass']);
    expect(results[0]).toMatchObject({ fix: null, seen: [] });
    // what it threw is for whoever runs this, and not for the reader
    expect(results[0]?.says).not.toContain('a fault.');
    expect(faults).toEqual([['test.faulty', expect.objectContaining({ message: 'a fault' })]]);
  });

  it('that do not end are undetermined when the time is over, and the others stand', async () => {
    const told: CheckResult[] = [];
    const results = await runChecks([never, good], context, {
      milliseconds: 20,
      onResult: (result) => told.push(result),
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['could-not-determine', 'pass']);
    expect(results[0]?.says).toBe('This was not finished within the 0.02 seconds that the whole check has.');
    expect(told.map(({ id }) => id)).toEqual(['test.good', 'test.never']);
  });
});

describe('a result', () => {
  it('weighs what the check does, unless the verdict says otherwise', () => {
    expect(resultOf(good, fail('It is wrong.')).severity).toBe('high');
    expect(resultOf(good, warn('It is a little wrong.', { severity: 'low' })).severity).toBe('low');
  });

  it('has the remedy of the check where something is amiss and the verdict has none of its own', () => {
    expect(resultOf(good, fail('It is wrong.')).fix).toBe('Make it right.');
    expect(resultOf(good, warn('It is wrong.', { fix: 'Write it anew.' })).fix).toBe('Write it anew.');
    expect(resultOf(good, pass('It is right.')).fix).toBeNull();
    expect(resultOf(check('bare', good.run, { remedy: null }), fail('It is wrong.')).fix).toBeNull();
  });
});
