import { type Zone, ZoneDns } from '@whybounce/core/dns';
import { type DnsList, dnsLists } from '@whybounce/knowledge/dns-list';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createListClient, type ListClientOptions } from './list-client.ts';
import type { Listing } from './listing.ts';

const keys = { spamhaus: 'examplekey0123456789', abusix: 'anotherkey0123456789' };
const address = '192.0.2.99';
const domain = 'spam.example';
const all = dnsLists.filter(({ kind }) => kind !== 'email-hash');

const zoneOf = ({ zone, keyed }: DnsList): string =>
  keyed === undefined ? zone : `${keys[keyed.operator as keyof typeof keys]}.${keyed.zone}`;
const pointOf = (list: DnsList, point: string | null): string =>
  `${list.kind === 'domain' ? point : point?.split('.').reverse().join('.')}.${zoneOf(list)}`;
const subjectName = (list: DnsList): string =>
  list.kind === 'domain' ? `${domain}.${zoneOf(list)}` : `99.2.0.192.${zoneOf(list)}`;
/** A code with which the list accuses, or vouches. */
function codeOf(list: DnsList): string {
  const first = (Object.keys(list.codes)[0] ?? '').replace(/-\d+$/, '');
  if (list.decode === 'bitmask') return `127.0.0.${first}`;
  return list.decode === 'trust' ? `127.0.5.${first}` : first;
}
/** A list that works: its test entry is there. */
const working = (list: DnsList): Zone => ({
  [zoneOf(list)]: { SOA: [] },
  [pointOf(list, list.test.listed)]: { A: [codeOf(list)] },
});

function client(zone: Zone, more: Partial<ListClientOptions> = {}) {
  const dns = new ZoneDns(zone);
  return { dns, ...createListClient({ dns, now: () => 0, keys, mayAsk: () => true, ...more }) };
}

/** What one list says of the subject that it is for, while no other is asked. */
async function ask(list: DnsList, zone: Zone): Promise<Listing> {
  const asking = client(zone, { lists: [list] });
  const [said, ...others] = list.kind === 'domain' ? await asking.domain(domain) : await asking.ip(address);
  expect(others).toEqual([]);
  if (said === undefined) throw new Error(`${list.zone} said nothing`);
  expect(JSON.stringify(said)).not.toMatch(/examplekey|anotherkey/);
  expect(said).toMatchObject({ zone: list.zone, weight: list.weight, kind: list.kind === 'allow' ? 'allow' : 'block' });
  return said;
}

describe.each(all.map((list) => [list.zone, list] as const))('%s', (zone, list) => {
  it('lists', async () => {
    const said = await ask(list, {
      ...working(list),
      [subjectName(list)]: { A: [codeOf(list)], TXT: ['seen in spam'] },
    });
    expect(said).toMatchObject({ verdict: 'listed', reason: 'seen in spam', why: null });
    expect(said.codes[0]?.meaning).not.toBeNull();
    expect(said.delist ?? '').not.toContain('{');
  });

  it('does not list', async () => {
    expect(await ask(list, working(list))).toMatchObject({ verdict: 'not-listed', codes: [], why: null });
  });

  it('refuses this resolver by an error code', async () => {
    const said = await ask(list, { ...working(list), [subjectName(list)]: { A: ['127.255.255.254'] } });
    expect(said).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining(`${zone} answered 127.255.`) });
  });

  it('refuses this resolver by NXDOMAIN to everything', async () => {
    const said = await ask(list, {});
    expect(said).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining('its own test entry') });
  });

  it('is dead and lists everything', async () => {
    const said = await ask(list, { [`*.${zoneOf(list)}`]: { A: [codeOf(list)] } });
    // of a list that knows nothing that it never lists, this cannot be told
    expect(said.verdict).toBe(list.test.notListed === null ? 'listed' : 'not-checkable');
  });

  it('is dead and its name leads to a web site', async () => {
    const said = await ask(list, { [`*.${zoneOf(list)}`]: { A: ['203.0.113.80'] } });
    expect(said).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining('203.0.113.80') });
  });

  it.each(['timeout', 'servfail', 'refused', 'unreachable', 'over-budget'] as const)(
    'fails with %s',
    async (status) => {
      const said = await ask(list, { ...working(list), [subjectName(list)]: status });
      expect(said).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining(zone) });
      const untested = await ask(list, { [pointOf(list, list.test.listed)]: status });
      expect(untested).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining('test entry') });
    },
  );
});

describe('a list client', () => {
  it('never takes an answer from 127.255.255.0/24 for a listing', async () => {
    const octet = fc.integer({ min: 0, max: 255 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        octet,
        fc.array(octet, { maxLength: 3 }),
        async (list, last, others) => {
          const A = [...others.map((number) => `127.0.0.${number}`), `127.255.255.${last}`];
          const said = await ask(list, { ...working(list), [subjectName(list)]: { A } });
          expect(said.verdict).toBe('not-checkable');
        },
      ),
    );
  });

  it('carries the weight, and shows what weighs most first', async () => {
    const zone = Object.assign({}, ...all.map(working), {
      [`99.2.0.192.dnsbl-3.uceprotect.net`]: { A: ['127.0.0.2'] },
    });
    const said = await client(zone).ip(address);
    const listed = said.filter(({ verdict }) => verdict === 'listed');
    expect(listed.map(({ name, weight }) => [name, weight])).toEqual([['UCEPROTECT Level 3', 'informational']]);
    expect(said.filter(({ verdict }) => verdict === 'not-checkable')).toEqual([]);
    const weights = said.map(({ weight }) => ['high', 'medium', 'low', 'informational'].indexOf(weight));
    expect(weights).toEqual(weights.toSorted());
  });

  it('asks no part of a list beside the whole, and no list that is asked for hashes', async () => {
    const asking = client({});
    const zones = [...(await asking.ip(address)), ...(await asking.domain(domain))].map(({ zone }) => zone);
    expect(zones).toContain('zen.spamhaus.org');
    for (const never of ['sbl.spamhaus.org', 'pbl.spamhaus.org', 'ebl.msbl.org']) expect(zones).not.toContain(never);
  });

  it('asks about IPv6 only whoever knows it, by its nibbles', async () => {
    const asking = client({}, { keys: {} });
    const zones = (await asking.ip('2001:db8::25')).map(({ zone }) => zone);
    expect(zones).toContain('zen.spamhaus.org');
    expect(zones).not.toContain('psbl.surriel.com');
    const nibbles = '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2';
    expect(asking.dns.asked).toContain(`A ${nibbles}.zen.spamhaus.org`);
    const [mapped] = await asking.ip('::ffff:192.0.2.99');
    expect(mapped?.subject).toBe(address);
  });

  it('asks about the registered domain, never about an address or a suffix', async () => {
    const asking = client({}, { keys: {} });
    for (const { subject } of await asking.domain('Click.Mail.Spam.Example.')) expect(subject).toBe(domain);
    const before = asking.dns.asked.length;
    for (const name of ['192.0.2.99', '2001:db8::1', 'co.uk', 'example', '', 'a..example'])
      for (const { verdict, why } of await asking.domain(name)) {
        expect(verdict).toBe('not-checkable');
        expect(why).toContain(`“${name}”`);
      }
    expect(asking.dns.asked).toHaveLength(before);
  });

  it.each(['10.1.2.3', '127.0.0.1', '192.0.2.1', '100.64.0.1', '::1', 'fe80::1', '2001:db8::1', 'no address'])(
    'asks nobody about %s',
    async (ip) => {
      const asking = client({}, { mayAsk: undefined });
      const said = await asking.ip(ip);
      expect(said.length).toBeGreaterThan(5);
      for (const { verdict, why } of said) {
        expect(verdict).toBe('not-checkable');
        expect(why).toContain(`was not asked about ${ip}`);
      }
      expect(asking.dns.asked).toEqual([]);
    },
  );

  it('asks public addresses of its own accord', async () => {
    const asking = client({}, { mayAsk: undefined });
    await asking.ip('8.8.8.8');
    expect(asking.dns.asked).toContain('A 8.8.8.8.bl.spamcop.net');
  });

  it('asks each test entry once while its answer holds', async () => {
    let now = 0;
    const spamcop = all.filter(({ zone }) => zone === 'bl.spamcop.net');
    const asking = client(Object.assign({}, ...spamcop.map(working)), { lists: spamcop, now: () => now });
    const tests = () => asking.dns.asked.filter((question) => question === 'A 2.0.0.127.bl.spamcop.net').length;
    await Promise.all(['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((ip) => asking.ip(ip)));
    await asking.ip('192.0.2.4');
    expect(tests()).toBe(1);
    now = 300_000;
    await asking.ip('192.0.2.4');
    expect(tests()).toBe(2);
  });

  it('does not ask a list that needs a key without one', async () => {
    const asking = client({}, { keys: {} });
    const said = [...(await asking.ip(address)), ...(await asking.domain(domain))];
    for (const zone of ['combined.mail.abusix.zone', 'zrd.spamhaus.org']) {
      const one = said.find((listing) => listing.zone === zone);
      expect(one).toMatchObject({ verdict: 'not-checkable', why: expect.stringContaining('query key') });
      expect(asking.dns.asked.filter((question) => question.includes(zone))).toEqual([]);
    }
  });

  it('asks with the key and shows it nowhere, even where the list does', async () => {
    const spamhaus = all.filter(({ zone }) => zone === 'zen.spamhaus.org');
    const TXT = [`https://spam.example/?key=${keys.spamhaus.toUpperCase()}&\u0007ip=192.0.2.99`, 'x'.repeat(2_000)];
    const name = `99.2.0.192.${keys.spamhaus}.zen.dq.spamhaus.net`;
    const asking = client({ [name]: { A: ['127.0.0.2'], TXT } }, { lists: spamhaus });
    const [said] = await asking.ip(address);
    expect(said).toMatchObject({ verdict: 'listed', zone: 'zen.spamhaus.org' });
    expect(said?.reason).toMatch(/^https:\/\/spam\.example\/\?key=…& ip=192\.0\.2\.99 x+$/);
    expect(said?.reason?.length).toBeLessThanOrEqual(512);
    expect(asking.dns.asked).toContain(`A ${name}`);
  });

  it('refuses keys that cannot be one, without repeating them', () => {
    for (const spamhaus of ['secret.evil.example', 'short', '', 'with blank in it', `${'a'.repeat(64)}`]) {
      const make = () => client({}, { keys: { spamhaus } });
      expect(make).toThrow(RangeError);
      expect(make).toThrow(/^keys\.spamhaus: give the key alone/);
    }
    expect(() => client({}, { keys: { nobody: keys.spamhaus } })).toThrow(
      /^keys\.nobody: no list .* spamhaus, abusix$/,
    );
  });

  it('shows no more codes than an honest list gives', async () => {
    const psbl = all.filter(({ zone }) => zone === 'bl.spamcop.net');
    const A = ['127.0.0.2', ...Array.from({ length: 200 }, (_, number) => `127.0.1.${number}`)];
    const [said] = await client({ '99.2.0.192.bl.spamcop.net': { A } }, { lists: psbl }).ip(address);
    expect(said?.verdict).toBe('listed');
    expect(said?.codes).toHaveLength(16);
  });
});
