import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { pagePath } from '../address.ts';
import { MAX_DESCRIPTION } from '../page/encyclopedia/description.ts';
import { redirects } from './redirects.ts';
import { sitePages, sitePaths } from './site-pages.ts';

const assets = {
  style: '/assets/style.css',
  site: '/assets/site.js',
  decoder: '/assets/decoder.js',
  check: '/assets/check-1.js',
  worker: '/w.js',
};

/** What the checks need of a page; the pages themselves would take 50 MB. */
interface Seen {
  readonly title: string;
  readonly description: string;
  readonly ids: ReadonlySet<string>;
  readonly doubleIds: readonly string[];
  readonly headings: string;
  readonly hrefs: readonly string[];
  /** Ids that other elements refer to. */
  readonly referred: readonly string[];
  readonly data: string;
  readonly forbidden: readonly string[];
  readonly length: number;
}

/** A guard against hangs, not a measure: a busy machine takes several times as long as a free one. */
const PATIENCE = 120_000;

const pages = new Map<string, Seen>();
const heaviest: { readonly path: string; readonly html: string }[] = [];

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, found = '']) => found);
}

function look(html: string): Seen {
  const ids = all(html, /\sid="([^"]*)"/g);
  return {
    title: /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '',
    description: decoded(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''),
    ids: new Set(ids),
    doubleIds: ids.filter((id, i) => ids.indexOf(id) !== i),
    headings: all(html.slice(html.indexOf('<main')).replace(/<dialog.*?<\/dialog>/s, ''), /<h([1-6])[\s>]/g).join(''),
    hrefs: all(html, /<a\s[^>]*?href="([^"]*)"/g).map(decoded),
    referred: all(html, /\saria-(?:labelledby|describedby)="([^"]*)"/g),
    data: /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '',
    forbidden: all(html, /(<script>|\sstyle="|\son[a-z]+="|javascript:)/g),
    length: html.length,
  };
}

function decoded(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

beforeAll(async () => {
  for await (const page of sitePages('2026-11-28')) {
    const html = await page.render(assets);
    pages.set(page.path, look(html));
    heaviest.push({ path: page.path, html });
    if (heaviest.length > 8) {
      heaviest.sort((a, b) => b.html.length - a.html.length);
      heaviest.pop();
    }
  }
}, PATIENCE);

describe('the pages of the encyclopedia', () => {
  test('every published slug leads to a page', () => {
    const slugs = readFileSync(new URL('../../../knowledge/slugs.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const moved = new Map(redirects().map(({ from, to }) => [from, to]));
    const missing = slugs.map(pagePath).filter((path) => !pages.has(moved.get(path) ?? path));
    expect(slugs.length).toBeGreaterThan(3_000);
    expect(missing).toEqual([]);
    expect([...pages.keys()]).toEqual(sitePaths());
  });

  test('no link inside the site is broken, nor is what it points at on the page', () => {
    const others = new Set(['/', '/search', '/check']);
    const broken: string[] = [];
    let links = 0;
    for (const [path, { hrefs, ids }] of pages)
      for (const href of hrefs) {
        if (/^[a-z]+:/i.test(href)) continue;
        links++;
        const [target = '', fragment] = href.split('#', 2);
        const there = target === '' ? ids : pages.get(target)?.ids;
        if (there === undefined) {
          if (!others.has(target)) broken.push(`${path}: ${href}`);
        } else if (fragment !== undefined && fragment !== 'main' && !there.has(fragment))
          broken.push(`${path}: ${href}`);
      }
    expect(links).toBeGreaterThan(100_000);
    expect(broken.slice(0, 20)).toEqual([]);
  });

  test('every link out of the site opens a page or a letter', () => {
    const out = new Set([...pages.values()].flatMap(({ hrefs }) => hrefs.filter((href) => /^[a-z]+:/i.test(href))));
    for (const href of out) expect(new URL(href).protocol, href).toMatch(/^(?:https?|mailto):$/);
  });

  test('each has a title and a description of its own', () => {
    const titles = new Map<string, string>();
    for (const [path, { title, description }] of pages) {
      expect(titles.get(title), `${path}: ${title}`).toBeUndefined();
      titles.set(title, path);
      expect(description.length, path).toBeGreaterThan(20);
      expect(description.length, path).toBeLessThanOrEqual(MAX_DESCRIPTION);
    }
  });

  test('one h1, and no level of heading is left out', () => {
    for (const [path, { headings }] of pages) {
      expect(headings, path).toMatch(/^1[2-6]*$/);
      for (let i = 1; i < headings.length; i++)
        expect(Number(headings[i]) - Number(headings[i - 1]), `${path}: ${headings}`).toBeLessThanOrEqual(1);
    }
  });

  test('ids are single, and what names or describes an element is there', () => {
    for (const [path, { doubleIds, referred, ids }] of pages) {
      expect(doubleIds, path).toEqual([]);
      expect(
        referred.filter((id) => !ids.has(id)),
        path,
      ).toEqual([]);
    }
  });

  test('nothing in a page needs more than the content security policy gives', () => {
    for (const [path, { forbidden }] of pages) expect(forbidden, path).toEqual([]);
  });

  test('what search engines are told is JSON, and what it says of the way there is on the page', () => {
    for (const [path, { data, hrefs }] of pages) {
      const graph = JSON.parse(data)['@graph'] as readonly Record<string, unknown>[];
      const items = graph.find((node) => node['@type'] === 'BreadcrumbList')?.['itemListElement'];
      for (const { item } of ((items ?? []) as readonly { readonly item: string }[]).slice(0, -1))
        expect(hrefs, path).toContain(new URL(item).pathname);
    }
  });

  test('the heaviest pages stay light', () => {
    const most = 24_000;
    for (const { path, html } of heaviest) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
      expect(brotliCompressSync(html, { params }).length, path).toBeLessThan(most);
    }
  });
});
