import { search } from '@whybounce/core/encyclopedia';
import { expect, test } from 'vitest';
import { notFoundDocument, searchDocument } from './find-documents.tsx';
import { sitePaths } from './site-pages.ts';

const assets = { style: '/a.css', site: '/s.js', decoder: '/d.js', check: '/assets/check-1.js', worker: '/w.js' };

test('what was found leads to pages', async () => {
  const html = searchDocument('access denied', await search('access denied 5.4.1', 20), assets);
  const found = [
    ...html.slice(html.indexOf('class="results"')).matchAll(/<li><span[^>]*>[^<]*<\/span><a href="([^"]*)"/g),
  ];
  const paths = new Set(sitePaths());
  expect(found).toHaveLength(20);
  for (const [, href = ''] of found) expect(paths.has(href), href).toBe(true);
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(html).toContain('value="access denied"');
});

test('without a query it says where to start, without results what to try', () => {
  expect(searchDocument('', [], assets)).toContain('href="/codes"');
  expect(searchDocument('qqqq', [], assets)).toContain('Nothing was found.');
});

test('what a stranger wrote is text, never markup', () => {
  const evil = '"><script>alert(1)</script>';
  for (const html of [searchDocument(evil, [], assets), notFoundDocument(`/${evil}`, [], assets)]) {
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)');
  }
});

test('however long it is, it does not fill the title', () => {
  const html = searchDocument('word '.repeat(400), [], assets);
  expect(/<title>(.*?)<\/title>/.exec(html)?.[1]?.length).toBeLessThan(120);
});
