import { describe, expect, test } from 'vitest';
import { entryPage, suggestEntries } from './entry-page.ts';

describe('the line after which the project is named', async () => {
  const page = await entryPage('microsoft-365/recipient-access-denied');

  test('stands under its system, with its words and reason', () => {
    expect(page?.slug).toBe('microsoft-365/recipient-access-denied');
    expect(page?.system).toEqual({
      slug: 'microsoft-365',
      name: 'Microsoft 365 (Exchange Online)',
      kind: 'mailbox-provider',
    });
    expect(page?.words).toContain('recipient address rejected: access denied');
    expect(page?.reason).toBe('recipient.edge-blocked');
    expect(page?.needs).toEqual({ code: true, host: false });
  });

  test('has its codes taken apart, and says where Microsoft bends them', () => {
    const status = page?.codes.find(({ code }) => code === '5.4.1');
    expect(status?.class?.name).toBe('Permanent failure');
    expect(status?.subject?.name).toBe('Network and routing');
    expect(status?.detail?.code).toBe('X.4.1');
    expect(status?.bends.map(({ system }) => system)).toEqual(['microsoft-365']);
    expect(page?.codes.find(({ code }) => code === '550')?.bends).toEqual([]);
  });

  test('never suppresses at once: it holds, tries again after two days, and says why', () => {
    expect(page?.owner).toBe('sender');
    expect(page?.action).toMatchObject({ do: 'hold', retryAfter: 172_800, then: 'suppress' });
    expect(page?.action.why).toMatch(/two days/);
  });

  test('names what is related, and its sources with date and grade', () => {
    const { related, sources } = page ?? {};
    expect(related?.sameCode.map(({ rule }) => rule)).toContain('microsoft-365/relay-access-denied');
    expect(related?.sameCode.every(({ system }) => system.slug === 'microsoft-365')).toBe(true);
    expect(
      related?.sameReason.every(({ system, reason }) => system.slug !== 'microsoft-365' && reason === page?.reason),
    ).toBe(true);
    expect(related?.comparisons.map(({ slug }) => slug)).toContain('access-denied-verdicts');
    for (const { read, grade } of sources ?? []) expect([read, grade].join(' ')).toMatch(/^20\d\d-\d\d\S* \S+$/);
  });

  test('shows examples that lead back to it and near misses that do not, with what reads them', () => {
    expect(page?.examples.length).toBeGreaterThan(0);
    for (const { rule, deed } of page?.examples ?? []) expect([rule, deed]).toEqual([page?.rule, 'hold']);
    for (const { rule } of page?.nearMisses ?? []) expect(rule).not.toBe(page?.rule);
    expect(page?.nearMisses.map(({ rule }) => rule)).toContain('microsoft-365/relay-access-denied');
  });
});

test('what names no entry has no page, and leads to what comes near', async () => {
  for (const slug of ['', '/', 'microsoft-365', 'microsoft-365/', 'microsoft-365/__proto__', 'constructor/toString'])
    expect(await entryPage(slug)).toBeNull();
  expect(suggestEntries('microsoft-365/recipient-acess-denied')[0]).toBe('microsoft-365/recipient-access-denied');
  expect(suggestEntries('microsft/recipient-access-denied')).toContain('microsoft-365/recipient-access-denied');
});
