import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPage, hasPage, pageSlugs } from '@whybounce/core/encyclopedia';
import { movedPages } from '@whybounce/knowledge/system';
import { expect, test } from 'vitest';
import { publishedSlugs } from '../../tools/published-slugs.ts';
import { root } from '../command.ts';

const { version, slugs } = publishedSlugs();

test('every slug that was ever published leads to a page: what vanished stands in knowledge/src/moved.ts', () => {
  expect(slugs.length).toBeGreaterThan(2_000);
  expect(slugs).toEqual([...new Set(slugs)].sort());
  expect(slugs.filter((slug) => !hasPage(slug))).toEqual([]);
});

test('a version publishes the slugs of its pages: run "npm run slugs" before it is released', () => {
  const current = JSON.parse(readFileSync(join(root, 'knowledge', 'package.json'), 'utf8')) as { version: string };
  expect(version).toBe(current.version);
});

test('what has moved is no page any more, and leads to one that is', async () => {
  const current = new Set(pageSlugs());
  for (const [old, now] of Object.entries(movedPages)) {
    expect(current.has(old), `${old} has moved and still stands`).toBe(false);
    expect(hasPage(old), `${old} leads to ${now}`).toBe(true);
    if (now.includes('/') && (await entryPage(now)) !== null) expect((await entryPage(old))?.slug).toBe(now);
  }
});
