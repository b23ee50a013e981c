import { ZoneDns } from '@whybounce/core/dns';
import { Probe } from '@whybounce/probe';
import { createApp, openSite, type Service, serve } from '@whybounce/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallSite } from './small-site.ts';

const site = makeSmallSite();
let service: Service;
beforeAll(async () => {
  service = await serve({ version: '1.2.3', port: 0, site: site.folder, url: 'https://bounce.example.net/' });
});
afterAll(async () => {
  await service.stop();
  site.remove();
});
const search = (query: string): Promise<Response> =>
  fetch(new URL(`/search?q=${encodeURIComponent(query)}`, service.address));

describe('the search without script', () => {
  it.each([
    ['550 5.4.1', 'href="/codes/5.4.1"'],
    ['gmail quota', 'href="/providers/gmail/'],
    ['mailbox full', 'href="/providers/'],
  ])('%s', async (query, link) => {
    const response = await search(query);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain(link);
    expect(html).toContain('href="https://bounce.example.net/search"');
  });

  it.each([
    ['5.7.1', '/codes/5.7.1'],
    ['5726', '/codes/5.7.26'],
    ['gmail', '/providers/gmail'],
  ])('leads to the one page that "%s" names, unless all results are asked for', async (query, path) => {
    const asked = new URL(`/search?q=${query}`, service.address);
    const response = await fetch(asked, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(path);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const all = await fetch(`${asked}&all=1`, { redirect: 'manual' });
    expect(all.status).toBe(200);
    expect(await all.text()).toContain(`href="${path}"`);
  });

  it('asks for words where there are none', async () => {
    for (const query of ['', ' ', '\n']) {
      const html = await (await search(query)).text();
      expect(html).toContain('action="/search"');
      expect(html).not.toContain('<ol class="results">');
    }
    expect((await fetch(new URL('/search', service.address))).status).toBe(200);
  });

  it('shows what was asked as text, and takes no more of it than a search has', async () => {
    const markup = await (await search('"><script>alert(1)</script>')).text();
    expect(markup).not.toContain('<script>alert');
    const long = await (await search('full'.repeat(700))).text();
    expect(/name="q" value="([^"]*)"/.exec(long)?.[1]?.length).toBe(2_048);
    expect((await fetch(`${service.address}search?q=%ff%00&q=2`)).status).toBe(200);
  });
});

it('the index is made once and before anybody searches', async () => {
  const asked: string[] = [];
  const app = createApp({
    site: await openSite(site.folder),
    origin: 'https://bounce.example.net',
    about: { version: '1.2.3', knowledgeVersion: '2026.11.0' },
    probe: new Probe({ instruments: { dns: new ZoneDns({}) } }),
    threads: {
      readers: { run: async () => null },
      searcher: {
        run: async ({ query }) => {
          asked.push(query);
          return [];
        },
      },
    },
  });
  expect(asked).toHaveLength(1);
  expect((await app.request('/search?q=mailbox+full')).status).toBe(200);
  expect(asked.slice(1)).toEqual(['mailbox full']);
});

it('/health tells what runs', async () => {
  const response = await fetch(new URL('/health', service.address));
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    status: 'ok',
    version: '1.2.3',
    knowledgeVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
});
