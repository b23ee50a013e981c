import {
  causeIds,
  causePage,
  codePage,
  comparisonList,
  comparisonPage,
  entryPage,
  hasPage,
  listedCodes,
  pageSlugs,
  reasonPage,
  reservedSlugs,
  systemPage,
  systems,
} from '@whybounce/core/encyclopedia';
import { reasonIds } from '@whybounce/knowledge';
import { describe, expect, test } from 'vitest';
import { systems as files } from '../../knowledge/src/generated/index.ts';

// Every page that the knowledge makes: that it is there, and that what it leads to is there too.

/** Everything on a page that leads to another, by the names of the fields that hold it. */
function* referencesOf(page: unknown): Generator<string> {
  if (Array.isArray(page)) for (const part of page) yield* referencesOf(part);
  else if (page !== null && typeof page === 'object')
    for (const [field, part] of Object.entries(page)) {
      if (typeof part === 'string') {
        if (field === 'rule') yield part;
        else if (field === 'cause') yield `cause/${part}`;
        else if (field === 'reason') yield `reason/${part}`;
        else if (field === 'code') yield `code/${part}`;
      } else if (part !== null && typeof part === 'object') {
        if (field === 'system' && 'slug' in part) yield String(part.slug);
        if (field === 'comparisons' || field === 'relatedComparisons')
          for (const { slug } of part as readonly { readonly slug: string }[]) yield `compare/${slug}`;
        yield* referencesOf(part);
      }
    }
}

const broken = (page: unknown): string[] => [...new Set(referencesOf(page))].filter((slug) => !hasPage(slug));

describe('entries', async () => {
  const rules = files.flatMap(({ slug, system }) => system.entries.map(({ id }) => `${slug}/${id}`));
  const pages = await Promise.all(rules.map(entryPage));

  test('every entry has a page under its own slug', () => {
    expect(pages.length).toBeGreaterThan(2_000);
    expect(pages.map((page) => page?.slug)).toEqual(rules);
  });

  test('no page leads nowhere', () => {
    expect(pages.flatMap((page) => broken(page).map((slug) => `${page?.slug} leads to ${slug}`))).toEqual([]);
  });

  test('every example leads back to its page, no near miss does', () => {
    const wrong = pages.flatMap((page) => [
      ...(page?.examples ?? []).filter(({ rule }) => rule !== page?.rule).map(({ line }) => `${page?.rule}: ${line}`),
      ...(page?.nearMisses ?? [])
        .filter(({ rule }) => rule === page?.rule)
        .map(({ line }) => `${page?.rule}: not ${line}`),
    ]);
    expect(wrong).toEqual([]);
  });

  test('every page says what it means, why, who does what, and where that is from', () => {
    for (const page of pages) {
      if (page === null) throw new Error('it has a page');
      expect(page.meaning, page.rule).toMatch(/[.!?]$/);
      expect(page.sayReason, page.rule).toMatch(/[.!?]$/);
      expect(
        page.shares.causes.reduce((sum, { share }) => sum + share, 0),
        page.rule,
      ).toBe(100);
      expect(page.stepsByOwner[0]?.owner, page.rule).toBe(page.owner);
      expect(page.action.why, page.rule).not.toBe('');
      expect(page.sources.length, page.rule).toBeGreaterThan(0);
    }
  });
});

test('every code that any entry uses has a page, on which the entry stands', () => {
  const users = new Map<string, Set<string>>();
  const usersOf = (code: string): Set<string> => {
    const known =
      users.get(code) ?? new Set(codePage(code)?.usedBy.flatMap(({ entries }) => entries.map(({ rule }) => rule)));
    users.set(code, known);
    return known;
  };
  for (const { slug, system } of files)
    for (const { id, codes = [] } of system.entries)
      for (const code of codes) expect(usersOf(code).has(`${slug}/${id}`), `${slug}/${id} on code/${code}`).toBe(true);
});

test.each([
  ['codes', () => listedCodes().map(codePage)],
  ['comparisons', () => comparisonList().map(({ slug }) => comparisonPage(slug))],
  ['causes', () => causeIds().map(causePage)],
  ['reasons', () => reasonIds.map(reasonPage)],
  ['systems', () => Promise.all(systems().map(({ slug }) => systemPage(slug)))],
])('all %s have a page, and none leads nowhere', async (_, load) => {
  const pages: readonly unknown[] = await load();
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) {
    expect(page).not.toBeNull();
    expect(broken(page)).toEqual([]);
  }
});

test('thirty hubs and more of mailbox providers and gateways have links', async () => {
  const hubs = await Promise.all(
    systems()
      .filter(({ kind }) => kind === 'mailbox-provider' || kind === 'gateway')
      .map(({ slug }) => systemPage(slug)),
  );
  const linked = hubs.filter((hub) => Object.keys(hub?.links ?? {}).length > 0);
  expect(linked.length).toBeGreaterThanOrEqual(30);
  for (const slug of ['microsoft-365', 'outlook-com', 'gmail', 'yahoo', 'apple', 'mimecast', 'proofpoint'])
    expect(linked.map((hub) => hub?.slug)).toContain(slug);
});

test('slugs are written as they stand in an address, each once, and no system takes the name of other pages', () => {
  const slugs = pageSlugs();
  expect(slugs).toEqual([...new Set(slugs)].sort());
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]+(?:\/[a-zX0-9.-]+)?$/);
  expect(systems().filter(({ slug }) => (reservedSlugs as readonly string[]).includes(slug))).toEqual([]);
});
