import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needs } from '../peer/installed.ts';
import { type LocalWorld, startLocalWorld } from './local-world.ts';

/* A domain check from end to end: NSD, unbound and a mail server on loopback, nothing in memory. */

const need = needs('nsd', 'unbound');
/** Questions that one check may put to the DNS. */
const MOST = 64;
/** What is wrong with this world itself. */
const ofThisWorld = ['dns.ns_count', 'mx.public_ip'];

describe.runIf(need.met)(`a domain check against real servers${need.because}`, () => {
  let world: LocalWorld;
  beforeAll(async () => {
    world = await startLocalWorld();
  });
  afterAll(() => world?.stop());

  it('finds a domain in good order in order, with few questions', async () => {
    const told: string[] = [];
    const { report, observed } = await world.probe.check(
      'domain',
      { domain: 'example.com', ip: '127.0.0.1', helo: 'mx1.example.com', selectors: ['selector1'] },
      { onResult: ({ id }) => told.push(id), onFault: (id, error) => expect.unreachable(`${id}: ${error}`) },
    );
    const failed = report.results.filter(({ outcome }) => outcome === 'fail').map(({ id, says }) => `${id}: ${says}`);
    // everything of this world is on one address, which is not public: so it is told, and nothing else
    expect(failed.filter((line) => !ofThisWorld.some((id) => line.startsWith(id)))).toEqual([]);
    expect(told.toSorted()).toEqual(report.results.map(({ id }) => id).toSorted());
    expect(report.queries.dns).toBeLessThan(MOST);
    expect(observed.map(({ id }) => id)).toContain('domain-dns:fine');
    expect(
      world.mailServer.transcripts.flatMap(({ commands }) => commands).some((line) => /^(?:DATA|BDAT)/i.test(line)),
    ).toBe(false);
  });

  it('asks again the server that refused, and tells both answers', async () => {
    const { report } = await world.probe.check('domain', {
      domain: 'example.com',
      recipient: 'gone@example.com',
      refusal: '550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown',
    });
    const target = report.results.find(({ id }) => id === 'mx.rcpt_target');
    expect(target?.outcome).toBe('fail');
    expect(target?.seen.some(({ value }) => value.includes('User unknown'))).toBe(true);
  });
});

describe.runIf(need.met)(`a thousand checks of one domain at once${need.because}`, () => {
  it('ask the DNS what one asks', async () => {
    const world = await startLocalWorld(undefined, { options: { connect: false } });
    try {
      const before = world.dns.asked;
      const runs = await Promise.all(
        Array.from({ length: 1_000 }, () => world.probe.check('domain', { domain: 'example.com' })),
      );
      expect(runs).toHaveLength(1_000);
      expect(world.dns.asked - before).toBeLessThan(MOST);
      const [first, ...others] = runs.map(({ report }) => report.results.map(({ id, outcome }) => `${id} ${outcome}`));
      for (const other of others) expect(other).toEqual(first);
    } finally {
      await world.stop();
    }
  });
});
