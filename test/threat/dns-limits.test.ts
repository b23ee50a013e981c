import type { DnsClient } from '@whybounce/core/dns';
import { afterEach, describe, expect, it } from 'vitest';
import { analyseSpf, checkHost } from '../../core/src/record/spf/index.ts';
import { budgetedDns } from '../../probe/src/dns/budget.ts';
import { createDns, type Dns } from '../../probe/src/dns/create.ts';
import { type HostileServer, startHostile } from '../dns/hostile-server.ts';
import { type HostileZone, mxData, spfZone, startHostileZone } from '../dns/hostile-zone.ts';

/*
 * A domain that is checked can name as many others as it likes. Whatever it does, one check asks at most 64
 * questions, and a thousand checks of it at once ask 64 together. The zones are answered over real sockets, and what is
 * counted are the questions that arrive there.
 */

const MOST = 64;
const MX = 15;
const SENDER = { ip: '192.0.2.1', sender: `${'%{s}'.repeat(10)}@bomb.example`, helo: 'mail.bomb.example' };

const tens = Array.from({ length: 10 }, (_, i) => i);
const fanOut = spfZone((name) => `v=spf1 ${tens.map((i) => `include:${i}.${name}`).join(' ')} -all`);
const selfInclude = spfZone((name) => `v=spf1 include:${name} include:${name} redirect=${name}`);
const chain = spfZone((name) => `v=spf1 include:${Number.parseInt(name, 10) + 1 || 0}.bomb.example ?all`);
const macroBomb = spfZone(
  (name) =>
    `v=spf1 ${Array.from({ length: 400 }, (_, i) => `exists:${'%{s}%{l-}%{i}%{h}%{d}'.repeat(5)}.${i}.${name.slice(-60)}`).join(' ')} -all`,
);
const penniless = spfZone((name) =>
  name.includes('void') ? null : `v=spf1 ${Array.from({ length: 500 }, (_, i) => `a:void${i}.example`).join(' ')} -all`,
);
const giant = spfZone((name) =>
  name === 'bomb.example'
    ? `v=spf1 ${Array.from({ length: 2400 }, (_, i) => `include:${i}.${name}`).join(' ')} -all`.padEnd(64_000)
    : `v=spf1 include:x.${name} -all`,
);
const manyServers: HostileZone = (name, type) => {
  if (type !== MX) return spfZone(() => 'v=spf1 mx -all')(name, type);
  return Array.from({ length: 1500 }, (_, i) => mxData(i, `mx${i}.bomb.example`));
};

const open: (() => void)[] = [];

afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function resolver(zone: HostileZone): Promise<{ server: HostileServer; dns: Dns }> {
  const server = await startHostileZone(zone);
  // server and checks share a thread: what is sent again as it is busy is no further question
  const dns = createDns({ servers: [server.address], timeout: 60_000, deadline: 60_000 });
  open.push(server.stop, dns.close);
  return { server, dns };
}

/** A check without any limit of its own: it goes wherever a record points, on all ways at once, to each name once. */
async function greedyCheck(dns: DnsClient, name = 'bomb.example', been = new Set<string>()): Promise<void> {
  been.add(name);
  const { status, records } = await dns.query(name, 'TXT');
  if (status !== 'found') return;
  const named = [...(records[0]?.join('') ?? '').matchAll(/(?:include:|redirect=|a:|exists:)(\S+)/g)].map(
    ([, next]) => next ?? '',
  );
  await Promise.all(named.map((next) => (been.has(next) ? undefined : greedyCheck(dns, next, been))));
}

const zones: readonly (readonly [string, HostileZone])[] = [
  ['ten includes in each of ten levels', fanOut],
  ['an include of itself', selfInclude],
  ['includes one below the other without end', chain],
  ['macros in macros', macroBomb],
  ['500 names that do not exist', penniless],
  ['64 KB of text with 2,400 includes', giant],
  ['1,500 mail servers', manyServers],
];

describe.each(zones)('%s', (_, zone) => {
  it('a check that knows no limit asks 64 questions at most', async () => {
    const { server, dns } = await resolver(zone);
    const budgeted = budgetedDns(dns);
    await greedyCheck(budgeted);
    expect(server.asked.length).toBeGreaterThan(0);
    expect(server.asked.length).toBeLessThanOrEqual(MOST);
    expect(budgeted.asked).toBeGreaterThanOrEqual(server.asked.length);
  });

  it('all SPF work on it together asks 64 questions at most', async () => {
    const { server, dns } = await resolver(zone);
    const budgeted = budgetedDns(dns);
    await Promise.all([
      analyseSpf({ domain: 'bomb.example', dns: budgeted }),
      analyseSpf({ domain: 'bomb.example', dns: budgeted, ...SENDER }),
      checkHost({ domain: 'bomb.example', dns: budgeted, ...SENDER }),
      greedyCheck(budgeted),
    ]);
    expect(server.asked.length).toBeLessThanOrEqual(MOST);
  });

  it('a thousand checks at once ask 64 questions in all', async () => {
    const { server, dns } = await resolver(zone);
    await Promise.all(
      Array.from({ length: 1000 }, async (_, i) => {
        const own = budgetedDns(dns, { sharedBy: 'bomb.example' });
        if (i % 20 === 0) await greedyCheck(own);
        if (i % 50 === 0) await analyseSpf({ domain: 'bomb.example', dns: own });
        await checkHost({ domain: 'bomb.example', dns: own, ...SENDER });
      }),
    );
    expect(server.asked.length).toBeGreaterThan(0);
    expect(server.asked.length).toBeLessThanOrEqual(MOST);
  });
});

describe('the result by RFC 7208', () => {
  it.each([
    ['ten includes in each of ten levels', fanOut],
    ['an include of itself', selfInclude],
    ['includes one below the other without end', chain],
    ['500 names that do not exist', penniless],
    ['64 KB of text with 2,400 includes', giant],
    ['1,500 mail servers', manyServers],
  ] as const)('of %s is permerror', async (_, zone) => {
    const { dns } = await resolver(zone);
    const evaluation = await checkHost({ domain: 'bomb.example', dns: budgetedDns(dns), ...SENDER });
    expect(evaluation.verdict).toBe('permerror');
    expect(evaluation.lookups).toBeLessThanOrEqual(11);
  });

  it('a walk that the budget cut off says that it does not know all', async () => {
    const { dns } = await resolver(fanOut);
    const tree = await analyseSpf({ domain: 'bomb.example', dns: budgetedDns(dns, { queries: 20 }) });
    expect(tree.authorised.complete).toBe(false);
    expect(tree.lookups.over).not.toBeNull();
  });
});

it('a thousand walks of the whole tree at once ask 64 questions in all', async () => {
  const { server, dns } = await resolver(fanOut);
  await Promise.all(Array.from({ length: 1000 }, () => greedyCheck(budgetedDns(dns, { sharedBy: 'bomb.example' }))));
  expect(server.asked.length).toBe(MOST);
});

it('checks that come one after the other do not go further than the first', async () => {
  const { server, dns } = await resolver(fanOut);
  for (let i = 0; i < 20; i++) await greedyCheck(budgetedDns(dns));
  expect(server.asked.length).toBe(MOST);
});

it('a resolver that is mute holds a check no longer than its time', async () => {
  const server = await startHostile({});
  const dns = createDns({ servers: [server.address], timeout: 60_000, deadline: 60_000 });
  open.push(server.stop, dns.close);
  const budgeted = budgetedDns(dns, { milliseconds: 200 });
  const answers = await Promise.all(tens.map((i) => budgeted.query(`${i}.example`, 'TXT')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['timeout']));
  expect((await budgeted.query('late.example', 'TXT')).status).toBe('over-budget');
  const evaluation = await checkHost({ domain: 'bomb.example', dns: budgeted, ...SENDER });
  expect(evaluation.verdict).toBe('temperror');
});
