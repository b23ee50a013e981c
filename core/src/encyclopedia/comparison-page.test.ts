import { expect, test } from 'vitest';
import { comparisonList, comparisonPage, suggestComparisons } from './comparison-page.ts';

test('a table of verdicts: who says what, how often each, and how nine classifiers file the line', () => {
  const page = comparisonPage('access-denied-verdicts');
  if (page?.kind !== 'verdicts') throw new Error('it is a table of verdicts');
  expect(page.tally.reduce((sum, { count }) => sum + count, 0)).toBe(page.verdicts.length);
  expect(page.tally.map(({ count }) => count)).toEqual(page.tally.map(({ count }) => count).toSorted((a, b) => b - a));
  expect(page.classifiers.map(({ vendor }) => vendor)).toEqual([
    'sisimai',
    'kumomta',
    'sparkpost',
    'amazonSes',
    'postmark',
    'mailgun',
    'sendgrid',
    'postalsys',
    'zoneMta',
  ]);
  expect(page.example).toMatchObject({
    rule: 'microsoft-365/recipient-access-denied',
    reason: 'recipient.edge-blocked',
  });
});

test('two codes side by side: examples with what they mean, one row for each aspect', () => {
  const page = comparisonPage('access-denied-against-not-authorised');
  if (page?.kind !== 'side-by-side') throw new Error('it is side by side');
  for (const { says } of page.rows) expect(says.length).toBe(page.sides.length);
  for (const { system, reason } of page.sides.flatMap(({ examples }) => examples)) {
    expect(system).not.toBeNull();
    expect(reason).not.toBeNull();
  }
  expect(page.relatedCodes.every(({ name }) => name !== null)).toBe(true);
});

test('every comparison of the list has a page; others have none, and lead to what comes near', () => {
  for (const { slug, title } of comparisonList()) expect(comparisonPage(slug)).toMatchObject({ slug, title });
  for (const slug of ['', 'compare/', '__proto__']) expect(comparisonPage(slug)).toBeNull();
  expect(suggestComparisons('access-denied-verdict')).toContain('access-denied-verdicts');
});
