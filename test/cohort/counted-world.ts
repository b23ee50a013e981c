import { KeyTable } from '../../core/src/cohort/key-table.ts';
import { dimensions } from '../../core/src/cohort/outcome.ts';
import type { Cell, Counted } from '../../core/src/cohort/tally.ts';
import type { Random } from './random.ts';

/** A world of counts: cells with a volume, in which deliveries and failures fall as Poisson has it. */
export interface WorldPlan {
  readonly domains: number;
  readonly providers: number;
  readonly campaigns: number;
  readonly ips: number;
  readonly attempts: number;
  readonly rate: number;
}

/** A plan of any size: some tens of attempts to hundreds of thousands, few domains or thousands. */
export function planOf(random: Random): WorldPlan {
  return {
    domains: Math.round(random.scale(3, 600)),
    providers: random.whole(1, 12),
    campaigns: random.whole(1, 8),
    ips: random.whole(1, 5),
    attempts: Math.round(random.scale(60, 300_000)),
    rate: random.scale(0.001, 0.2),
  };
}

/** The rate at which a cell fails. */
export type RateOf = (keys: { domain: string; provider: string; campaign: string; ip: string }, base: number) => number;

/**
 * Draws the counts of a world. Sizes are very unequal: the weight of the i-th domain, campaign and so on
 * is about 1/i. Domains keep their provider.
 */
export function countedWorld(plan: WorldPlan, random: Random, rateOf: RateOf = (_, base) => base): Counted {
  const tables = dimensions.map(() => new KeyTable(10_000));
  const number = (dimension: (typeof dimensions)[number], key: string): number =>
    (tables[dimensions.indexOf(dimension)] as KeyTable).number(key);
  const unequal = (count: number): number[] => {
    const weights = Array.from({ length: count }, (_, i) => random.scale(0.3, 3) / (i + 1));
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  };
  const [domains, providers, campaigns, ips] = [plan.domains, plan.providers, plan.campaigns, plan.ips].map(unequal);
  const cells: Cell[] = [];
  for (const [d, domainShare] of (domains ?? []).entries()) {
    const provider = `provider-${random.weighted(providers ?? [1])}`;
    for (const [c, campaignShare] of (campaigns ?? []).entries())
      for (const [i, ipShare] of (ips ?? []).entries()) {
        const keys = { domain: `d${d}.example.com`, provider, campaign: `campaign-${c}`, ip: `192.0.2.${i}` };
        const mean = plan.attempts * domainShare * campaignShare * ipShare;
        const rate = rateOf(keys, plan.rate);
        const failures = random.poisson(mean * rate);
        const deliveries = random.poisson(mean * (1 - rate));
        if (failures + deliveries === 0) continue;
        cells.push({
          place: cells.length,
          keys: [
            number('domain', keys.domain),
            number('provider', provider),
            number('campaign', keys.campaign),
            0,
            number('sendingIp', keys.ip),
            number('sendingDomain', 'example.org'),
          ],
          deliveries,
          failures,
          distinct: failures,
          addresses: failures,
          deferrals: 0,
          complaints: 0,
          firstFailure: failures === 0 ? null : 0,
        });
      }
  }
  return { tables, rules: new KeyTable(1), cells: () => cells, rulesOf: () => new Map() };
}
