import { type DnsClient, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { budgetedDns } from './budget.ts';
import { cachingDns } from './caching.ts';

/** A check that wants more than it may. */
async function askMany(dns: DnsClient, count: number): Promise<number> {
  let answered = 0;
  for (let i = 0; i < count; i++) if ((await dns.query(`${i}.example.com`, 'A')).status !== 'over-budget') answered++;
  return answered;
}

describe('the questions of one check', () => {
  it('end with the budget, over a client of any kind', async () => {
    for (const layer of [(zone: DnsClient) => zone, (zone: DnsClient) => cachingDns(zone)]) {
      const zone = new ZoneDns({});
      const dns = budgetedDns(layer(zone));
      expect(await askMany(dns, 1000)).toBe(64);
      expect(dns.asked).toBe(64);
      expect(zone.asked).toHaveLength(64);
    }
  });

  it('count once, and also where the answer was known before', async () => {
    const zone = new ZoneDns({});
    const cache = cachingDns(zone);
    await askMany(cache, 5);
    const dns = budgetedDns(cache, { queries: 10 });
    for (let again = 0; again < 3; again++) expect(await askMany(dns, 1000)).toBe(10);
    expect(dns.asked).toBe(10);
    expect(zone.asked).toHaveLength(10);
  });

  it('count again where an answer ran out', async () => {
    let now = 0;
    const dns = budgetedDns(cachingDns(new ZoneDns({}), { now: () => now }), { queries: 2 });
    const statuses: string[] = [];
    for (; now < 1_000_000; now += 300_000) statuses.push((await dns.query('a.example', 'A')).status);
    expect(statuses).toEqual(['no-domain', 'no-domain', 'over-budget', 'over-budget']);
  });

  it('count for each of a thousand checks that wait for them together', async () => {
    const zone = new ZoneDns({});
    const cache = cachingDns(zone);
    const answered = await Promise.all(Array.from({ length: 1000 }, () => askMany(budgetedDns(cache), 200)));
    expect(zone.asked).toHaveLength(64);
    expect(new Set(answered)).toEqual(new Set([64]));
  });

  it('are the same for a check that comes later', async () => {
    const zone = new ZoneDns({});
    const cache = cachingDns(zone);
    for (let i = 0; i < 20; i++) expect(await askMany(budgetedDns(cache), 200)).toBe(64);
    expect(zone.asked).toHaveLength(64);
  });
});

describe('checks of the same', () => {
  /** Asks for the names from one on, in a circle. */
  async function askFrom(dns: DnsClient, first: number): Promise<void> {
    for (let i = 0; i < 200; i++) await dns.query(`${(first + i) % 200}.example.com`, 'A');
  }

  it('ask 64 questions together, in whatever order', async () => {
    const zone = new ZoneDns({});
    const cache = cachingDns(zone);
    const checks = Array.from({ length: 200 }, () => budgetedDns(cache, { sharedBy: 'example.com' }));
    await Promise.all(checks.map((dns, i) => askFrom(dns, i)));
    expect(zone.asked).toHaveLength(64);
    expect(checks[0]?.asked).toBe(64);
    const another = budgetedDns(cache, { sharedBy: 'example.net' });
    expect(await askMany(another, 200)).toBe(64);
  });

  it('begin anew once the time of the first is over', async () => {
    const cache = cachingDns(new ZoneDns({}));
    const budget = { queries: 3, milliseconds: 40, sharedBy: 'example.com' };
    expect(await askMany(budgetedDns(cache, budget), 5)).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const later = budgetedDns(cache, budget);
    expect(later.asked).toBe(0);
    expect((await later.query('more.example.com', 'A')).status).toBe('no-domain');
  });

  it('do not share what a client without a cache asks', async () => {
    const zone = new ZoneDns({});
    for (let i = 0; i < 2; i++)
      expect(await askMany(budgetedDns(zone, { queries: 5, sharedBy: 'example.com' }), 9)).toBe(5);
    expect(zone.asked).toHaveLength(10);
  });
});

describe('the time of one check', () => {
  const mute: DnsClient = { query: () => new Promise(() => {}) };

  it('ends what is in flight as a timeout, and asks nothing more', async () => {
    const dns = budgetedDns(mute, { milliseconds: 30 });
    const waiting = await Promise.all([dns.query('a.example', 'A'), dns.query('b.example', 'A')]);
    expect(waiting.map(({ status }) => status)).toEqual(['timeout', 'timeout']);
    expect(waiting[0]?.detail).toContain('0.03 seconds');
    expect(await dns.query('c.example', 'A')).toMatchObject({
      status: 'over-budget',
      detail: expect.stringMatching(/^Not asked: the 0.03 s/),
    });
    expect(dns.asked).toBe(2);
  });
});
