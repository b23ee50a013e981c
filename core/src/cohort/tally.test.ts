import { describe, expect, test } from 'vitest';
import { attempt, hours, morning } from './cohort-fixture.ts';
import { OTHERS } from './key-table.ts';
import type { CohortInput } from './outcome.ts';
import { Tally, type TallyOptions } from './tally.ts';

function tallyOf(inputs: readonly CohortInput[], options?: TallyOptions): Tally {
  const tally = new Tally(options);
  for (const input of inputs) tally.add(input);
  return tally;
}

test('counts attempts by dimension, deferrals and complaints apart', () => {
  const complaint = attempt('eve@example.org', null, 0);
  const tally = tallyOf([
    attempt('amy@example.org', null, 0, { campaign: 'june', sendingIp: '192.0.2.1' }),
    attempt('bob@example.org', 'unknown', hours, { campaign: 'june', sendingIp: '192.0.2.1' }),
    attempt('cyd@example.net', null, 2 * hours, { campaign: 'july', sendingIp: '192.0.2.2' }),
    attempt('dan@example.net', 'timeout', 3 * hours, { campaign: 'july' }),
    { ...complaint, event: { ...complaint.event, kind: 'complaint' } },
  ]);
  expect(tally.counts('domain')).toEqual([
    { key: 'example.org', attempts: 2, deliveries: 1, failures: 1, deferrals: 0, complaints: 1 },
    { key: 'example.net', attempts: 1, deliveries: 1, failures: 0, deferrals: 1, complaints: 0 },
  ]);
  expect(tally.counts('campaign').map(({ key, attempts, failures }) => [key, attempts, failures])).toEqual([
    ['june', 2, 1],
    ['july', 1, 0],
  ]);
  expect(tally.counts('sendingIp').map(({ key, attempts }) => [key, attempts])).toEqual([
    ['192.0.2.1', 2],
    ['192.0.2.2', 1],
  ]);
  expect(tally.cells().map(({ firstFailure }) => firstFailure)).toContain(morning + hours);
  expect(tally.buckets().map(([number]) => number - Math.floor(morning / hours))).toEqual([0, 1, 2, 3]);
});

test('an address that fails again for the same reason is one failure, for another reason a second', () => {
  const tally = tallyOf([
    attempt('Bob@Example.org', 'unknown', 0),
    attempt('bob@example.org', 'unknown', hours),
    attempt('bob@example.org', 'full', 2 * hours),
    attempt('amy@example.org', 'unknown', 2 * hours),
  ]);
  expect(tally.cells()).toMatchObject([{ failures: 4, distinct: 3, addresses: 2 }]);
});

test('an address that was deferred first and refused then has failed once', () => {
  const tally = tallyOf([attempt('bob@example.org', 'timeout', 0), attempt('bob@example.org', 'unknown', hours)]);
  expect(tally.cells()).toMatchObject([{ failures: 1, distinct: 1, addresses: 1, deferrals: 1 }]);
});

test('what a platform withheld by its own list was never sent', () => {
  const { event, ...input } = attempt('bob@example.org', 'unknown', 0);
  const withheld = {
    ...event,
    diagnosis: event.diagnosis && { ...event.diagnosis, reason: 'suppressed.by-esp' as const },
  };
  expect(tallyOf([{ ...input, event: withheld }]).counts('domain')).toEqual([]);
});

test('deliveries get the provider of their host, or that of a refusal at the same domain', () => {
  const host = attempt('amy@example.org', null, 0);
  const tally = tallyOf([
    {
      ...host,
      event: { ...host.event, remoteMta: { host: 'example-org.mail.protection.outlook.com', ip: null } },
    },
    attempt('bob@example.net', null, 0),
    attempt('cyd@example.net', 'edgeBlocked', 0, { provider: 'microsoft-365' }),
  ]);
  expect(tally.counts('provider').map(({ key, attempts }) => [key, attempts])).toEqual([['microsoft-365', 3]]);
});

test('the IP address that the event names counts where the caller names none', () => {
  const { event, ...input } = attempt('amy@example.org', null, 0);
  const sent = { ...event, sendingMta: { ...event.sendingMta, ip: '192.0.2.9' } };
  expect(tallyOf([{ ...input, event: sent }]).counts('sendingIp')).toMatchObject([{ key: '192.0.2.9' }]);
  expect(tallyOf([{ ...input, event: sent, sendingIp: '192.0.2.1' }]).counts('sendingIp')).toMatchObject([
    { key: '192.0.2.1' },
  ]);
});

test('totals stand for deliveries that are no events', () => {
  const tally = tallyOf([attempt('bob@example.org', 'unknown', 0)]);
  const totals = { domain: { 'example.org': 200, 'example.net': 300, 'example.com': Number.NaN } };
  expect(tally.counts('domain', totals).map(({ key, attempts, deliveries }) => [key, attempts, deliveries])).toEqual([
    ['example.net', 300, 300],
    ['example.org', 200, 199],
    ['example.com', 0, 0],
  ]);
});

describe('a hostile input', () => {
  test('cannot fill the memory with names', () => {
    const inputs = Array.from({ length: 1_000 }, (_, i) =>
      attempt(`u${i}@d${i}.example.com`, i % 2 === 0 ? 'unknown' : null, i * 365 * 24 * hours, { campaign: `c${i}` }),
    );
    const tally = tallyOf(inputs, { limits: { keys: 10, cells: 50, addresses: 20, buckets: 30, series: 5 } });
    expect(tally.cells().length).toBeLessThanOrEqual(101);
    expect(tally.buckets().length).toBe(30);
    expect(tally.untimed).toBe(970);
    const domains = tally.counts('domain');
    expect(domains[0]).toMatchObject({ key: OTHERS, attempts: 990 });
    expect(domains.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(1_000);
  });

  test('has times that are none, and names without end', () => {
    const tally = tallyOf([
      attempt('bob@example.org', 'unknown', Number.POSITIVE_INFINITY),
      attempt('bob@example.org', null, 1e300, { campaign: 'x'.repeat(10_000) }),
      attempt('no address at all', 'unknown', 0),
    ]);
    expect(tally.untimed).toBe(2);
    expect(tally.counts('campaign')[0]?.key.length).toBe(200);
    expect(tally.failures).toBe(2);
  });
});

test('a bucket that is none says what to write', () => {
  expect(() => new Tally({ bucket: 0 })).toThrow(
    new RangeError('bucket is 0: write milliseconds above 0, such as 3600000 for an hour.'),
  );
});
