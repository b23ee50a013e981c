import { expect, test } from 'vitest';
import { causeIds, causePage, suggestCauses } from './cause-page.ts';
import { reasonPage, suggestReasons } from './reason-page.ts';

test('a cause: who acts, behind which reasons, what speaks for and against it, what is done', () => {
  const page = causePage('address-does-not-exist');
  expect(page).toMatchObject({ slug: 'cause/address-does-not-exist', owner: 'sender', aboutAddress: true });
  expect(page?.reasons[0]).toMatchObject({ reason: 'recipient.unknown' });
  expect(page?.speaksFor.every(({ weight }) => weight > 0)).toBe(true);
  expect(page?.speaksAgainst.every(({ weight }) => weight < 0)).toBe(true);
  for (const { says } of [...(page?.speaksFor ?? []), ...(page?.speaksAgainst ?? [])]) expect(says).toMatch(/[.!?]$/);
  expect(page?.policy.some(({ do: deed }) => deed === 'hold')).toBe(true);
  expect(page?.sources.length).toBeGreaterThan(0);
});

test('every cause stands behind some reason, and what is not about the address never suppresses', () => {
  for (const id of causeIds()) {
    const page = causePage(id);
    expect((page?.reasons.length ?? 0) + (page?.entries.length ?? 0), id).toBeGreaterThan(0);
    if (page?.aboutAddress === false)
      for (const { do: deed } of page.policy) expect([id, deed]).not.toEqual([id, 'suppress']);
  }
});

test('a reason: causes, codes, classes elsewhere, entries', () => {
  const page = reasonPage('recipient.edge-blocked');
  expect(page).toMatchObject({ slug: 'reason/recipient.edge-blocked', family: { id: 'recipient' } });
  expect(page?.shares.causes[0]?.cause).toBe('address-does-not-exist');
  expect(page?.classifiers.length).toBe(9);
  expect(page?.entries.map(({ rule }) => rule)).toContain('microsoft-365/recipient-access-denied');
  expect(reasonPage('recipient.unknown')?.codes.map(({ code }) => code)).toContain('X.1.1');
});

test('other ids have no page, and lead to what comes near', () => {
  for (const id of ['', '__proto__', 'constructor', 'x'.repeat(100_000)]) {
    expect(causePage(id)).toBeNull();
    expect(reasonPage(id)).toBeNull();
  }
  expect(suggestCauses('adress-does-not-exist')[0]).toBe('address-does-not-exist');
  expect(suggestReasons('recipient.unknwn')[0]).toBe('recipient.unknown');
});
