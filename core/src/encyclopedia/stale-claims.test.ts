import { expect, test } from 'vitest';
import { entryPage } from './entry-page.ts';
import { staleClaims } from './stale-claims.ts';

test('what was read within twelve months is fresh, and a day later it is stale', async () => {
  const page = 'microsoft-365/recipient-access-denied';
  const dated = (await entryPage(page))?.sources.find(({ read }) => read === '2026-01-07');
  expect(dated).toBeDefined();
  const isStale = async (day: string): Promise<boolean> =>
    (await staleClaims(new Date(day))).some((claim) => claim.page === page && claim.source.name === dated?.name);
  expect(await isStale('2027-01-07')).toBe(false);
  expect(await isStale('2027-01-08')).toBe(true);
});

test('a month counts by its last day', async () => {
  const months = async (day: string): Promise<string[]> =>
    (await staleClaims(new Date(day))).map(({ source }) => source.read);
  expect(await months('2027-10-31')).not.toContain('2026-10');
  expect(await months('2027-11-01')).toContain('2026-10');
});

test('in the far future everything is stale: pages of every kind, sorted', async () => {
  const claims = await staleClaims(new Date('2099-01-01'));
  for (const kind of ['code/', 'compare/', 'cause/', 'gmail/'])
    expect(claims.some(({ page }) => page.startsWith(kind))).toBe(true);
  const pages = claims.map(({ page }) => page);
  expect(pages).toEqual(pages.toSorted());
});
