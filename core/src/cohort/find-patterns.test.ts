import { describe, expect, test } from 'vitest';
import { attempt, hours, morning } from './cohort-fixture.ts';
import { findPatterns } from './find-patterns.ts';
import type { CohortInput } from './outcome.ts';
import type { Pattern } from './pattern.ts';
import { Tally } from './tally.ts';

type Say = (mail: {
  domain: string;
  provider: string;
  campaign: string;
  ip: string;
  n: number;
}) => 'unknown' | 'spam' | null;

/** Twelve domains at three providers, three campaigns, two IP addresses: each address once a campaign. */
function patternsOf(say: Say, more: readonly CohortInput[] = []): Pattern[] {
  const tally = new Tally();
  let n = 0;
  for (let d = 0; d < 12; d++)
    for (const campaign of ['april', 'may', 'june'])
      for (let i = 0; i < 20; i++) {
        const mail = {
          domain: `d${d}.example.com`,
          provider: `provider-${d % 3}`,
          campaign,
          ip: `192.0.2.${i % 2}`,
          n: n++,
        };
        tally.add(
          attempt(`u${n}@${mail.domain}`, say(mail), n * 1_000, {
            campaign,
            sendingIp: mail.ip,
            provider: mail.provider,
          }),
        );
      }
  for (const input of more) tally.add(input);
  return findPatterns(tally);
}

const now = (n: number): 'unknown' | null => (n % 71 === 0 ? 'unknown' : null);

test('nothing stands out where failures lie about', () => {
  expect(patternsOf(({ n }) => now(n))).toEqual([]);
});

describe('one cause gives one pattern', () => {
  test('a domain that fails, not its provider', () => {
    const patterns = patternsOf(({ domain, n }) => (domain === 'd4.example.com' ? 'unknown' : now(n)));
    expect(patterns.map(({ id }) => id)).toEqual(['domain:d4.example.com']);
    expect(patterns[0]).toMatchObject({
      attempts: 60,
      failures: 60,
      addresses: 60,
      domains: 1,
      band: 'stop',
      only: null,
      alternatives: [],
      since: morning + 241_000,
      rules: [{ failures: 60 }],
    });
    expect(patterns[0]?.pValue).toBeLessThan(1e-60);
    expect(patterns[0]?.expected).toBeCloseTo(0.91, 1);
  });

  test('a provider whose domains all fail, not the domains', () => {
    const patterns = patternsOf(({ provider, n }) => (provider === 'provider-1' && n % 4 > 0 ? 'spam' : now(n)));
    expect(patterns.map(({ id, domains }) => [id, domains])).toEqual([['provider:provider-1', 4]]);
  });

  test('a campaign, an IP address', () => {
    expect(patternsOf(({ campaign, n }) => (campaign === 'may' && n % 3 === 0 ? 'spam' : now(n)))).toMatchObject([
      { id: 'campaign:may' },
    ]);
    expect(patternsOf(({ ip, n }) => (ip === '192.0.2.1' && n % 3 > 0 ? 'spam' : now(n)))).toMatchObject([
      { id: 'sendingIp:192.0.2.1' },
    ]);
  });

  test('a campaign at one provider only', () => {
    const patterns = patternsOf(({ campaign, provider, n }) =>
      campaign === 'may' && provider === 'provider-2' ? 'spam' : now(n),
    );
    expect(patterns).toHaveLength(1);
    expect([patterns[0]?.key, patterns[0]?.only?.key].sort()).toEqual(['may', 'provider-2']);
    expect(patterns[0]).toMatchObject({ attempts: 80, failures: 80, domains: 4 });
  });

  test('cohorts of the very same mail explain it alike', () => {
    const same = Array.from({ length: 30 }, (_, i) =>
      attempt(`v${i}@alone.example.net`, 'spam', i, { campaign: 'reminder', provider: 'provider-9' }),
    );
    expect(patternsOf(({ n }) => now(n), same)).toMatchObject([
      {
        id: 'domain:alone.example.net',
        alternatives: [
          { dimension: 'provider', key: 'provider-9' },
          { dimension: 'campaign', key: 'reminder' },
        ],
      },
    ]);
  });
});

test('two causes give two patterns', () => {
  const patterns = patternsOf(({ domain, campaign, n }) =>
    domain === 'd0.example.com' ? 'unknown' : campaign === 'june' && n % 3 > 0 ? 'spam' : now(n),
  );
  expect(patterns.map(({ id }) => id).sort()).toEqual(['campaign:june', 'domain:d0.example.com']);
});

test('a dead address that is mailed every hour is one failure', () => {
  const again = Array.from({ length: 50 }, (_, i) => attempt('gone@d1.example.com', 'unknown', i * hours));
  expect(patternsOf(({ n }) => now(n), again)).toEqual([]);
});

test('deferrals are no failures', () => {
  const slow = Array.from({ length: 50 }, (_, i) => attempt(`s${i}@slow.example.net`, 'timeout', i));
  expect(patternsOf(({ n }) => now(n), slow)).toEqual([]);
});

test('an IP address that only refusals name has no rate', () => {
  const tally = new Tally();
  for (let i = 0; i < 300; i++)
    tally.add(
      attempt(`u${i}@example.org`, i % 10 === 0 ? 'spam' : null, i, i % 10 === 0 ? { sendingIp: '192.0.2.1' } : {}),
    );
  expect(findPatterns(tally)).toEqual([]);
});

test('without deliveries nothing can be compared, with totals it can', () => {
  const tally = new Tally();
  for (let i = 0; i < 30; i++) tally.add(attempt(`u${i}@example.org`, 'unknown', i));
  for (let i = 0; i < 3; i++) tally.add(attempt(`u${i}@example.net`, 'unknown', i));
  expect(findPatterns(tally)).toEqual([]);
  const totals = { domain: { 'example.org': 40, 'example.net': 900, 'example.com': 400 } };
  expect(findPatterns(tally, {}, totals)).toMatchObject([{ id: 'domain:example.org', attempts: 40, failures: 30 }]);
});

test.each([Number.NaN, 0, 1, -1])('a chance of %d says what to write', (falseAlarm) => {
  expect(() => findPatterns(new Tally(), { falseAlarm })).toThrow(
    new RangeError(`falseAlarm is ${falseAlarm}: write a share between 0 and 1, such as 0.005.`),
  );
});
