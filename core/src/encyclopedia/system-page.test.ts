import { expect, test } from 'vitest';
import { systemPage, systems } from './system-page.ts';

test('the hub of Microsoft 365: how it is known, its pages, its entries by what they say, its own codes', async () => {
  const page = await systemPage('m365');
  expect(page?.slug).toBe('microsoft-365');
  expect(page?.recognised.hosts).toContain('protection.outlook.com');
  expect(page?.links.delist).toBe('https://sender.office.com/');
  expect(page?.families[0]).toMatchObject({ family: 'recipient', name: 'The address and its mailbox' });
  const listed = page?.families.flatMap(({ entries }) => entries) ?? [];
  expect(listed.length).toBe(page?.counts.entries);
  expect(new Set(listed.map(({ rule }) => rule)).size).toBe(listed.length);
  expect((page?.counts.documented ?? 0) + (page?.counts.observed ?? 0)).toBe(page?.counts.entries);
  expect(page?.bends.every(({ system }) => system === 'microsoft-365')).toBe(true);
  expect(page?.comparisons.map(({ slug }) => slug)).toContain('access-denied-verdicts');
});

test('the list has every system once, by slug', () => {
  const slugs = systems().map(({ slug }) => slug);
  expect(slugs).toEqual([...new Set(slugs)].sort());
});
