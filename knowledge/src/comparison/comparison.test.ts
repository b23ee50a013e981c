import { describe, expect, test } from 'vitest';
import { enhancedCodes } from '../code/index.ts';
import type { Grade, Source } from '../define.ts';
import { systems } from '../generated/index.ts';
import { reasonIds } from '../vocabulary/reason.ts';
import { type Comparison, comparisons, type SideBySide, type VerdictTable } from './index.ts';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const grades: readonly Grade[] = ['believed', 'read-paraphrased', 'read', 'measured'];
const codes = new Set<string>(enhancedCodes.map(({ code }) => code));
const slugs = new Set(comparisons.map(({ slug }) => slug));
const rules = new Set(systems.flatMap(({ slug, system }) => system.entries.map(({ id }) => `${slug}/${id}`)));

/** The best grade that any system's file gives to a source of this name. */
const gradesThere = new Map<string, number>();
for (const { system } of systems)
  for (const { sources } of system.entries)
    for (const { name, grade } of sources)
      gradesThere.set(name, Math.max(gradesThere.get(name) ?? -1, grades.indexOf(grade)));

/** Longest a cell may be before a table cannot be read any more. */
const MAX_CELL = 300;

/** Longest an answer in short may be. */
const MAX_SHORT = 640;

const tables = comparisons.filter((one): one is VerdictTable => one.kind === 'verdicts');
const sideBySides = comparisons.filter((one): one is SideBySide => one.kind === 'side-by-side');
const named = <T extends Comparison>(list: readonly T[]) => list.map((one) => [one.slug, one] as const);

function checkSentence(text: string, longest: number): void {
  expect(text).toMatch(/^["A-Z0-9]/);
  expect(text).toMatch(/[.!?]$/);
  expect(text).not.toMatch(/ {2}|^\s|\s$|\p{Cc}/u);
  expect(text.length).toBeLessThanOrEqual(longest);
}

function checkSource({ name, url, read, grade }: Source): void {
  expect(name.trim()).not.toBe('');
  if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
  expect(read).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
  expect(grades).toContain(grade);
  expect(grades.indexOf(grade)).toBeLessThanOrEqual(gradesThere.get(name) ?? grades.length);
}

test('comparisons stand by slug, each once', () => {
  const order = comparisons.map(({ slug }) => slug);
  expect(order).toEqual([...new Set(order)].sort());
});

describe.each(named(comparisons))('%s', (slug, comparison) => {
  test('has a slug, a title and an answer in short', () => {
    expect(slug).toMatch(kebab);
    expect(comparison.title.trim()).not.toBe('');
    checkSentence(comparison.inShort, MAX_SHORT);
  });

  test('leads to codes and comparisons that exist', () => {
    expect(comparison.relatedCodes.length).toBeGreaterThan(0);
    expect(new Set(comparison.relatedCodes).size).toBe(comparison.relatedCodes.length);
    for (const code of comparison.relatedCodes) expect(codes).toContain(code);
    expect(comparison.relatedComparisons).not.toContain(slug);
    for (const other of comparison.relatedComparisons) expect(slugs).toContain(other);
  });

  test('says where it is from', () => {
    expect(comparison.sources.length).toBeGreaterThan(0);
    const names = comparison.sources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const source of comparison.sources) checkSource(source);
  });
});

describe.each(named(sideBySides))('%s, side by side', (_, { sides, rows }) => {
  test('shows every side by replies of known entries', () => {
    expect(sides.length).toBeGreaterThanOrEqual(2);
    for (const { name, examples } of sides) {
      expect(name.trim()).not.toBe('');
      expect(examples.length).toBeGreaterThan(0);
      for (const { rule } of examples) expect(rules).toContain(rule);
    }
  });

  test('answers every aspect for every side', () => {
    const aspects = rows.map(({ aspect }) => aspect);
    expect(new Set(aspects).size).toBe(aspects.length);
    for (const { says } of rows) {
      expect(says.length).toBe(sides.length);
      for (const cell of says) checkSentence(cell, MAX_CELL);
    }
  });

  test('asks whether the address is dead, who acts and whether to send again', () => {
    const aspects = rows.map(({ aspect }) => aspect);
    expect(aspects).toContain('Is the address dead?');
    expect(aspects).toContain('Who has to act');
    if (aspects.includes('May I send it again?')) return;
    expect(aspects).toContain('For now or for good?');
  });
});

describe.each(named(tables))('%s, verdicts', (_, table) => {
  test('names a known entry and reason', () => {
    expect(rules).toContain(table.rule);
    expect(reasonIds).toContain(table.reason);
  });

  test('has every verdict once, with its source', () => {
    const ids = table.verdicts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, who, says, see, stated, source } of table.verdicts) {
      expect(id).toMatch(kebab);
      expect(who.trim()).not.toBe('');
      expect(says).toMatch(/[.!?]$/);
      expect(says.length).toBeLessThanOrEqual(MAX_CELL);
      checkSentence(see, MAX_CELL);
      if (stated !== undefined) expect(stated).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
      checkSource(source);
    }
  });

  test('contradicts itself: that is what it is for', () => {
    expect(new Set(table.verdicts.map((verdict) => verdict.class)).size).toBeGreaterThan(3);
  });

  test('gives an address to everything that is better than belief', () => {
    for (const { source } of table.verdicts) if (source.grade !== 'believed') expect(source.url).toBeDefined();
  });
});
