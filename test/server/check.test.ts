import { once } from 'node:events';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { DnsClient } from '@whybounce/core/dns';
import { type Service, serve } from '@whybounce/server';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckLine } from '../../web/src/answer/check/check-state.ts';
import { checkWorld, hostileText } from '../check-world.ts';
import { makeSmallSite } from './small-site.ts';

const started: { service: Service; remove: () => void }[] = [];
afterEach(async () => {
  for (const { service, remove } of started.splice(0)) {
    await service.stop();
    remove();
  }
});

async function open(world = checkWorld()): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const site = makeSmallSite();
  const service = await serve({ version: '1.2.3', port: 0, site: site.folder, checks: world });
  started.push({ service, remove: site.remove });
  return (path, init) => fetch(new URL(path, service.address), { redirect: 'manual', ...init });
}

interface Asked {
  readonly status: Promise<number>;
  readonly text: Promise<string>;
  /** Closes the connection. */
  readonly leave: () => void;
}

/** Asks by hand: for headers that `fetch` sets itself, from an address of choice, and to go away before the answer. */
function ask(service: Service, path: string, options: RequestOptions = {}): Asked {
  const asked = request(new URL(path, service.address), options);
  const answer = once(asked, 'response').then(([response]) => response as IncomingMessage);
  const text = answer.then(async (response) => Buffer.concat(await response.toArray()).toString('utf8'));
  const status = answer.then(({ statusCode = 0 }) => statusCode);
  // who goes away gets an error in place of each
  for (const promise of [text, status]) promise.catch(() => undefined);
  asked.on('error', () => undefined);
  asked.end();
  return { status, text, leave: () => asked.destroy() };
}

const linesOf = async (response: Response): Promise<CheckLine[]> =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as CheckLine);

describe('a check page', () => {
  it('asks nothing by itself, says where results are, and leads on where no script runs', async () => {
    const at = await open();
    const asked = await at('/check/domain?domain=example.com&ip=&selector=s1&unknown=x');
    expect([asked.status, asked.headers.get('location')]).toEqual([
      303,
      '/check/domain?domain=example.com&selector=s1',
    ]);
    const response = await at('/check/domain?domain=example.com&selector=s1');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('data-results="/check/domain/results?domain=example.com&amp;selector=s1"');
    expect(html).toContain(
      '<noscript><meta http-equiv="refresh" content="0; url=/check/domain/whole?domain=example.com&amp;selector=s1"',
    );
    // a script that does not load draws nothing: what stands in its place leads on, seen by all
    expect(html.replaceAll(/<noscript>.*?<\/noscript>/gs, '')).toMatch(
      /<div id="check-results"[^>]*><p[^>]*>[^<]*<a href="\/check\/domain\/whole\?domain=example\.com&amp;selector=s1">/,
    );
    expect(html).not.toContain('Nothing is sent anywhere');
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/i);
  });

  it.each(['/check/domain', '/check/ip', '/check/mx'])('%s without a question is a form and no more', async (path) => {
    const at = await open();
    const html = await (await at(path)).text();
    expect(html).toContain(`<form class="ask" method="get" action="${path}"`);
    expect(html).not.toContain('http-equiv="refresh"');
    expect(html).not.toContain('noindex');
  });

  it('comes whole where it is waited for, with what strangers published as text', async () => {
    const at = await open();
    const response = await at('/check/domain/whole?domain=example.com');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self'");
    const html = await response.text();
    expect(html).toContain('10.1.2.3');
    expect(html).not.toContain('data-results');
    expect(html).not.toContain(hostileText);
    expect(html).not.toMatch(/<(?:img|script)(?! type="module" src="\/assets)/);
    expect((await at('/check/domain/whole?domain=nonsense')).status).toBe(422);
    expect(await (await at('/check/domain/whole?domain=nonsense')).text()).toContain('is no domain');
  });

  it('is read with GET alone', async () => {
    const at = await open();
    expect(
      (await at('/check/domain', { method: 'POST', body: new URLSearchParams({ domain: 'example.com' }) })).status,
    ).toBe(405);
    expect((await at('/check/nothing')).status).toBe(404);
  });

  it('is the only one that may connect', async () => {
    const at = await open();
    expect((await at('/')).headers.get('content-security-policy')).toContain("connect-src 'none'");
    expect((await at('/codes')).headers.get('content-security-policy')).toContain("connect-src 'none'");
  });
});

describe('results', () => {
  it('come line by line, each once, and the report at the end', async () => {
    const at = await open();
    const response = await at('/check/domain/results?domain=Example.COM');
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const lines = await linesOf(response);
    const last = lines.at(-1);
    const results = lines.flatMap((line) => (line.type === 'result' ? [line] : []));
    expect(results.length).toBeGreaterThan(20);
    expect(results.map(({ done }) => done)).toEqual(results.map((_, i) => i + 1));
    expect(new Set(results.map(({ result }) => result.id)).size).toBe(results.length);
    expect(last).toMatchObject({ type: 'report', report: { kind: 'domain', subject: 'example.com' } });
    expect(last?.type === 'report' && last.observed.map(({ id }) => id)).toEqual(['domain-dns:fine']);
  });

  it('tell where a domain went since a host refused', async () => {
    const at = await open();
    const path = '/check/domain/results?domain=example.net&refused=example-net.mail.protection.outlook.com';
    const last = (await linesOf(await at(path))).at(-1);
    expect(last?.type === 'report' && last.observed.map(({ id }) => id)).toEqual([
      'domain-dns:fine',
      'mx-target:moved-away',
    ]);
  });

  it.each([
    ['/check/domain/results?domain=192.0.2.1', 'is no domain'],
    ['/check/ip/results?ip=example.com', 'is no IP address'],
    ['/check/mx/results?host=a%20b', 'is no mail server'],
    ['/check/domain/results', 'is no domain'],
    ['/check/domain/results?domain=example.com&selector=..', 'is no DKIM selector'],
  ])('%s is answered with what to write', async (path, says) => {
    const lines = await linesOf(await (await open())(path));
    expect(lines).toEqual([{ type: 'problem', says: expect.stringContaining(says) }]);
  });

  it('are not made for pages of other sites', async () => {
    const at = await open();
    for (const below of ['results', 'whole']) {
      const response = await at(`/check/domain/${below}?domain=example.com`, {
        headers: { 'Sec-Fetch-Site': 'cross-site' },
      });
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('Another site asked for this check');
    }
  });

  it('come as a page from a link of another site, and never as a stream', async () => {
    await open();
    const { service } = started[0] as (typeof started)[0];
    const link = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    const frame = { ...link, 'Sec-Fetch-Dest': 'iframe' };
    const whole = '/check/domain/whole?domain=example.com';
    expect(await ask(service, whole, { headers: link }).status).toBe(200);
    expect(await ask(service, whole, { headers: frame }).status).toBe(403);
    expect(await ask(service, '/check/domain/results?domain=example.com', { headers: link }).status).toBe(403);
  });

  it('hold what a stranger published up to a length, and say how much more there is', async () => {
    const long = `v=spf1 ${'a'.repeat(60_000)} -all`;
    const world = checkWorld();
    const inner = world.instruments?.dns as DnsClient;
    const dns: DnsClient = {
      query: async (name, type, options) => {
        const answer = await inner.query(name, type, options);
        if (type !== 'TXT' || name !== 'example.com') return answer;
        return { ...answer, records: [[long]] } as unknown as typeof answer;
      },
    };
    const at = await open({ ...world, instruments: { ...world.instruments, dns } });
    const html = await (await at('/check/domain/whole?domain=example.com')).text();
    expect(html).toMatch(/ … \d\d,\d{3} characters more/);
    expect(html.length).toBeLessThan(600_000);
    const lines = await linesOf(await at('/check/domain/results?domain=example.com'));
    const seen = lines.flatMap((line) => (line.type === 'result' ? line.result.seen : []));
    expect(Math.max(...seen.map(({ value }) => value.length))).toBeGreaterThan(4_000);
    expect(Math.max(...seen.map(({ value }) => value.length))).toBeLessThan(4_100);
  });
});

describe('what checks may cost', () => {
  it('one network may ask for some at once, and is then told to wait', async () => {
    const at = await open();
    const answers = await Promise.all(Array.from({ length: 9 }, () => at('/check/ip/results?ip=192.0.2.25')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9 - refused.length);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
    expect(await linesOf(refused[0] as Response)).toEqual([
      { type: 'problem', says: expect.stringContaining('Wait ten seconds') },
    ]);
    await Promise.all(answers.filter((one) => one !== refused[0]).map((one) => one.text()));
    const whole = await at('/check/ip/whole?ip=192.0.2.25');
    expect([200, 429]).toContain(whole.status);
  });

  it('a page that asks nothing costs nothing', async () => {
    const at = await open();
    for (let i = 0; i < 12; i++) {
      expect((await at('/check/domain?domain=example.com')).status).toBe(200);
      expect((await at('/check/domain/whole')).status).toBe(200);
    }
  });

  it('nothing is looked up for HEAD', async () => {
    const asked: string[] = [];
    const at = await open(checkWorld(async (name) => void asked.push(name)));
    for (let i = 0; i < 8; i++)
      for (const below of ['', '/whole', '/results'])
        expect((await at(`/check/domain${below}?domain=example.com`, { method: 'HEAD' })).status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('one network has so many running, also of clients that went away', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    await open(checkWorld(() => held));
    const { service } = started[0] as (typeof started)[0];
    const results = '/check/ip/results?ip=192.0.2.25';
    const localAddress = '127.0.2.1';
    const own = Array.from({ length: 5 }, () => ask(service, results, { localAddress }));
    // the pace gives a token back each second
    await wait(1_500);
    const sixth = ask(service, results, { localAddress });
    expect(await sixth.status).toBe(429);
    expect(await sixth.text).toContain('5 checks for your network are still running');
    for (const { leave } of own) leave();
    await wait(1_200);
    expect(await ask(service, results, { localAddress }).status).toBe(429);
    letGo();
    await expect
      .poll(() => ask(service, results, { localAddress }).status, { timeout: 10_000, interval: 1_100 })
      .toBe(200);
  });

  it('all networks together have so many at once, and whoever goes away gives his place to others at once', async () => {
    const gates: (() => void)[] = [];
    const held = new Promise<void>((resolve) => gates.push(resolve));
    const at = await open(checkWorld(() => held));
    const { service } = started[0] as (typeof started)[0];
    const from = (client: number): Asked =>
      ask(service, '/check/ip/results?ip=192.0.2.25', { localAddress: `127.0.1.${client}` });
    const clients = Array.from({ length: 50 }, (_, i) => from(i + 1));
    await expect
      .poll(
        async () => {
          const one = from(200);
          return one.status;
        },
        { timeout: 10_000 },
      )
      .toBe(503);
    const whole = await at('/check/ip/whole?ip=192.0.2.25');
    expect(whole.status).toBe(503);
    expect(whole.headers.get('retry-after')).toBe('10');
    expect(await whole.text()).toContain('The service is checking for others');
    for (const { leave } of clients) leave();
    // their checks still wait for the DNS; the place is free all the same
    await wait(500);
    const early = await Promise.race([from(201).status, wait(2_000, 'waits for its check')]);
    expect(early).not.toBe(503);
    gates[0]?.();
    expect((await at('/check/ip/whole?ip=192.0.2.25')).status).toBe(200);
  });
});
