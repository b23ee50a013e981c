import { h } from 'preact';
import { expect, test } from 'vitest';
import { renderDocument } from '../render.ts';
import { OfflinePage } from './offline-page.tsx';

test('the page says what still works and is kept out of search engines', () => {
  const assets = {
    style: '/assets/s.css',
    site: '/assets/a.js',
    decoder: '/assets/d.js',
    check: '/assets/check-1.js',
    worker: '/assets/w.js',
  };
  const html = renderDocument(h(OfflinePage, { assets }));
  expect(html).toContain('<h1>You are offline</h1>');
  expect(html).toMatch(/<a href="\/">The decoder<\/a>/);
  expect(html).toMatch(/<a href="\/search" data-open-search[^>]*>The search<\/a>/);
  expect(html).toContain('content="noindex"');
  expect(html).not.toContain('/assets/d.js');
});
