import { type DnsAnswer, type DnsClient, type DnsStatus, type RecordType, ZoneDns } from '@whybounce/core/dns';
import { describe, expect, it } from 'vitest';
import { cachingDns } from './caching.ts';
import { failure } from './failure.ts';

/** A client that answers everything alike and counts. */
function always(change: Partial<DnsAnswer>): DnsClient & { asked: number } {
  return {
    asked: 0,
    async query<T extends RecordType>(name: string, type: T): Promise<DnsAnswer<T>> {
      this.asked++;
      return { ...failure(name, type, 'servfail', ''), ...(change as Partial<DnsAnswer<T>>) };
    },
  };
}

describe('a remembered answer', () => {
  it.each<[DnsStatus, number | null, number]>([
    ['found', 100, 100],
    ['found', 0, 5],
    ['found', 86_400, 300],
    ['found', null, 300],
    ['no-data', 30, 30],
    ['no-domain', 86_400, 60],
    ['no-domain', null, 60],
    ['servfail', null, 5],
    ['timeout', 9999, 5],
    ['over-budget', null, 0],
  ])('%s with a TTL of %s holds %i seconds', async (status, ttl, seconds) => {
    let now = 1_000_000;
    const client = always({ status, ttl });
    const dns = cachingDns(client, { now: () => now });
    await dns.query('example.com', 'TXT');
    if (seconds > 0) {
      now += seconds * 1000 - 1;
      await dns.query('EXAMPLE.com.', 'TXT');
      expect(client.asked).toBe(1);
      now += 1;
    }
    await dns.query('example.com', 'TXT');
    expect(client.asked).toBe(2);
  });

  it('says how long it still holds', async () => {
    let now = 0;
    const dns = cachingDns(always({ status: 'found', ttl: 100 }), { now: () => now });
    await dns.query('example.com', 'A');
    now = 40_500;
    expect((await dns.query('example.com', 'A')).ttl).toBe(60);
  });

  it('does not outlive a clock that is set back', async () => {
    let now = 1_000_000;
    const client = always({ status: 'found', ttl: 100 });
    const dns = cachingDns(client, { now: () => now });
    await dns.query('example.com', 'A');
    now = 0;
    await dns.query('example.com', 'A');
    expect(client.asked).toBe(2);
  });

  it('is another for another type, server, and for CD', async () => {
    const client = always({ status: 'found', ttl: 100 });
    const dns = cachingDns(client);
    for (let twice = 0; twice < 2; twice++) {
      await dns.query('example.com', 'A');
      await dns.query('example.com', 'AAAA');
      await dns.query('example.com', 'A', { server: '192.0.2.1' });
      await dns.query('example.com', 'A', { checkingDisabled: true });
    }
    expect(client.asked).toBe(4);
  });
});

describe('the memory', () => {
  it('keeps 10,000 answers, and gives up the one not asked for the longest', async () => {
    const client = always({ status: 'found', ttl: 100 });
    const dns = cachingDns(client, { now: () => 0 });
    for (let i = 0; i < 10_000; i++) await dns.query(`${i}.example`, 'A');
    await dns.query('0.example', 'A');
    await dns.query('more.example', 'A');
    expect(client.asked).toBe(10_001);
    await dns.query('0.example', 'A');
    expect(client.asked).toBe(10_001);
    await dns.query('1.example', 'A');
    expect(client.asked).toBe(10_002);
  });

  it('keeps fewer where answers are huge', async () => {
    const client = always({ status: 'found', ttl: 100, records: [['x'.repeat(60_000)]] });
    const dns = cachingDns(client, { now: () => 0 });
    for (let i = 0; i < 700; i++) await dns.query(`${i}.example`, 'TXT');
    await dns.query('699.example', 'TXT');
    expect(client.asked).toBe(700);
    await dns.query('0.example', 'TXT');
    expect(client.asked).toBe(701);
  });
});

describe('single flight', () => {
  it('asks once for a thousand', async () => {
    const zone = new ZoneDns({ 'example.com': { A: ['192.0.2.1'] } });
    const dns = cachingDns(zone);
    const answers = await Promise.all(Array.from({ length: 1000 }, () => dns.query('example.com', 'A')));
    expect(zone.asked).toEqual(['A example.com']);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['found']));
  });

  it('asks again after a client that threw', async () => {
    let asked = 0;
    const dns = cachingDns({
      query: async () => {
        asked++;
        throw new Error('a fault of the program');
      },
    });
    await expect(Promise.all([dns.query('example.com', 'A'), dns.query('example.com', 'A')])).rejects.toThrow(
      'a fault',
    );
    await expect(dns.query('example.com', 'A')).rejects.toThrow('a fault');
    expect(asked).toBe(2);
  });
});
