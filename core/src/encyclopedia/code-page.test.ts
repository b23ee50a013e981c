import { expect, test } from 'vitest';
import { codePage } from './code-page.ts';

test('a registered code: anatomy, who bends it, who says it, why', () => {
  const page = codePage('5.4.1');
  expect(page?.anatomy).toMatchObject({
    class: { digit: 5 },
    subject: { digit: 4 },
    detail: { code: 'X.4.1', standard: 'RFC 3463' },
    registered: true,
  });
  expect(page?.bends.map(({ system }) => system)).toEqual(['microsoft-365', 'zoho']);
  const systems = page?.usedBy.map(({ system }) => system.slug) ?? [];
  expect(systems).toEqual([...systems].sort());
  expect(systems).toContain('microsoft-365');
  expect(page?.usedBy.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(page?.entryCount);
  expect(page?.causes.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(page?.causes[0]?.cause).toBe('address-does-not-exist');
  expect(page?.comparisons.map(({ slug }) => slug)).toContain('access-denied-verdicts');
  expect(page?.related).toContainEqual({ code: 'X.1.1', name: 'Bad destination mailbox address' });
});

test('X stands for every class', () => {
  const page = codePage('x.4.1');
  expect(page?.slug).toBe('code/X.4.1');
  expect(page?.anatomy.class).toBeNull();
  expect(page?.entryCount).toBeGreaterThan(codePage('5.4.1')?.entryCount ?? 0);
});

test('a reply code', () => {
  const page = codePage('550');
  expect(page?.anatomy).toMatchObject({ form: 'reply', class: { digit: 5 }, subject: { name: 'Mail system' } });
  expect(page?.related.map(({ code }) => code)).toContain('X.1.1');
});

test('a code of one vendor: not registered, and found in the range that an entry names', () => {
  const page = codePage('5.7.606');
  expect(page?.anatomy).toMatchObject({ class: { digit: 5 }, subject: { digit: 7 }, detail: null, registered: false });
  const microsoft = page?.usedBy.find(({ system }) => system.slug === 'microsoft-365');
  expect(microsoft?.entries.flatMap(({ codes }) => codes)).toContain('5.7.606-649');
  expect(page?.related.map(({ code }) => code)).toContain('5.7.606-649');
});

test('a well-formed code that nobody uses still has its anatomy', () => {
  const page = codePage('5.9.321');
  expect(page?.anatomy).toMatchObject({ class: { digit: 5 }, subject: null, detail: null, registered: false });
  expect([page?.entryCount, page?.causes]).toEqual([0, []]);
});

test.each(['', 'access denied', '5.4', '5.4.1.1', '9.9.9', '\u0000'])('"%s" is no code', (text) =>
  expect(codePage(text)).toBeNull(),
);
