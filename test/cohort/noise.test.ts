import { findPatterns, findSteps, Tally } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import type { Bucket } from '../../core/src/cohort/time-buckets.ts';
import { countedWorld, planOf, type RateOf, type WorldPlan } from './counted-world.ts';
import { Random } from './random.ts';

/** Worlds of noise, each with its own numbers of domains, providers, campaigns and IP addresses, volume and rate. */
const NOISE_WORLDS = 2_000;
const HOUR = 3_600_000;

describe('patterns', () => {
  test(`fewer than 1 % false alarms in ${NOISE_WORLDS} worlds of Poisson noise`, () => {
    let alarms = 0;
    let cohorts = 0;
    for (let seed = 1; seed <= NOISE_WORLDS; seed++) {
      const random = new Random(seed);
      const world = countedWorld(planOf(random), random);
      cohorts += world.tables.reduce((sum, table) => sum + table.size - 2, 0);
      if (findPatterns(world).length > 0) alarms++;
    }
    console.log(`patterns: ${alarms} false alarms in ${NOISE_WORLDS} worlds with ${cohorts} cohorts`);
    expect(cohorts).toBeGreaterThan(100_000);
    expect(alarms / NOISE_WORLDS).toBeLessThan(0.01);
  });

  test('what is planted is found, and named as what it is', () => {
    const found: Record<string, { worlds: number; found: number; named: number; more: number }> = {};
    for (const kind of ['domain', 'provider', 'campaign', 'sendingIp'] as const) {
      const count = { worlds: 0, found: 0, named: 0, more: 0 };
      found[kind] = count;
      for (let seed = 1; seed <= 100; seed++) {
        const { world, id, failures, share } = planted(kind, new Random(90_000 + seed));
        // Fewer failures are what chance makes of them, and most of the mail has no rest to be held against.
        if (failures < 5 || share > 0.6) continue;
        const patterns = findPatterns(world);
        count.worlds++;
        if (patterns.length > 0) count.found++;
        if (patterns.length > 1) count.more++;
        if (
          patterns[0]?.id === id ||
          patterns[0]?.alternatives.some(({ dimension, key }) => `${dimension}:${key}` === id)
        )
          count.named++;
      }
      expect(count.worlds).toBeGreaterThan(60);
      expect(count.found / count.worlds).toBeGreaterThan(0.97);
      expect(count.named / count.worlds).toBeGreaterThan(0.95);
      expect(count.more / count.worlds).toBeLessThan(0.05);
    }
    console.log(`planted: ${JSON.stringify(found)}`);
  });
});

/** A world in which one cohort fails: a domain wholly, others at 15 to 90 %. */
function planted(kind: 'domain' | 'provider' | 'campaign' | 'sendingIp', random: Random) {
  const plan: WorldPlan = {
    domains: random.whole(20, 200),
    providers: random.whole(2, 8),
    campaigns: random.whole(2, 6),
    ips: random.whole(2, 4),
    attempts: Math.round(random.scale(2_000, 50_000)),
    rate: random.scale(0.002, 0.03),
  };
  const key = {
    domain: `d${random.whole(0, 19)}.example.com`,
    provider: `provider-${random.whole(0, plan.providers - 1)}`,
    campaign: `campaign-${random.whole(0, plan.campaigns - 1)}`,
    sendingIp: `192.0.2.${random.whole(0, plan.ips - 1)}`,
  }[kind];
  const rate = kind === 'domain' ? 1 : random.scale(0.15, 0.9);
  const rateOf: RateOf = (keys, base) => (keys[kind === 'sendingIp' ? 'ip' : kind] === key ? rate : base);
  const world = countedWorld(plan, random, rateOf);
  const d = ['domain', 'provider', 'campaign', 'segment', 'sendingIp'].indexOf(kind);
  const struck = world.cells().filter((cell) => world.tables[d]?.key(cell.keys[d] as number) === key);
  const sum = (cells: ReturnType<typeof world.cells>): number =>
    cells.reduce((all, { deliveries, failures }) => all + deliveries + failures, 0);
  return {
    world,
    id: `${kind}:${key}`,
    failures: struck.reduce((all, { failures }) => all + failures, 0),
    share: sum(struck) / Math.max(1, sum(world.cells())),
  };
}

describe('steps', () => {
  test(`fewer than 1 % false alarms in ${NOISE_WORLDS} worlds of Poisson noise`, () => {
    let alarms = 0;
    for (let seed = 1; seed <= NOISE_WORLDS; seed++)
      if (findSteps(timedWorld(new Random(seed)).tally).length > 0) alarms++;
    console.log(`steps: ${alarms} false alarms in ${NOISE_WORLDS} worlds`);
    expect(alarms / NOISE_WORLDS).toBeLessThan(0.01);
  });

  test('a planted step is found within one bucket', () => {
    const count = { worlds: 0, found: 0 };
    for (let seed = 1; seed <= 600; seed++) {
      const random = new Random(50_000 + seed);
      const start = random.whole(8, 20);
      const { tally, failures } = timedWorld(random, { start, rate: random.scale(0.25, 0.7) });
      // A bucket with too little mail cannot show a step.
      if (failures < 20) continue;
      count.worlds++;
      const at = (FIRST_BUCKET + start) * HOUR;
      if (findSteps(tally).some(({ rule, since }) => rule === 'rule-0' && Math.abs(since - at) <= HOUR)) count.found++;
    }
    console.log(`planted steps: ${JSON.stringify(count)}`);
    expect(count.worlds).toBeGreaterThan(100);
    expect(count.found / count.worlds).toBeGreaterThan(0.97);
  });
});

const FIRST_BUCKET = 494_000;

/** Hours of mail that swells by day and ebbs by night, with several refusals at their own rates; one may step up. */
function timedWorld(random: Random, step?: { readonly start: number; readonly rate: number }) {
  const { rules } = new Tally();
  const numbers = Array.from({ length: random.whole(1, 15) }, (_, i) => rules.number(`rule-${i}`));
  const [volume, base] = [random.scale(3, 3_000), random.scale(0.001, 0.1)];
  const rates = numbers.map((_, i) => Math.min(0.04, (base * random.scale(0.3, 3)) / (i + 1) / 3));
  const buckets = Array.from({ length: random.whole(24, 200) }, (_, b): [number, Bucket] => {
    const mean = volume * (0.05 + Math.max(0, Math.sin((b / 24) * 2 * Math.PI)) ** 2);
    const failures = new Map<number, number>();
    for (const [i, number] of numbers.entries()) {
      const isStruck = step !== undefined && i === 0 && b >= step.start && b < step.start + 4;
      const count = random.poisson(mean * (isStruck ? step.rate : (rates[i] as number)));
      if (count > 0) failures.set(number, count);
    }
    return [FIRST_BUCKET + b, { deliveries: random.poisson(mean * (1 - base)), failures, deferrals: new Map() }];
  });
  const failures = step === undefined ? 0 : (buckets[step.start]?.[1].failures.get(numbers[0] as number) ?? 0);
  return { tally: { rules, bucketLength: HOUR, buckets: () => buckets }, failures };
}
