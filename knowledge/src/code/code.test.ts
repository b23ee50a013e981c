import { describe, expect, test } from 'vitest';
import type { Grade, Source } from '../define.ts';
import { systems } from '../generated/index.ts';
import { type ReasonId, reasonIds } from '../vocabulary/reason.ts';
import { enhancedCodes, replyCodes, statusClasses, statusSubjects, vendorBends } from './index.ts';

const known = new Set<string>(enhancedCodes.map(({ code }) => code));
const knownReplies = new Set(replyCodes.map(({ code }) => code));
const bySlug = new Map(systems.map(({ slug, system }) => [slug, system]));

/** Longest a sentence or two may be before nobody reads them. */
const MAX_PROSE = 300;

/** From the weakest to the strongest. */
const grades: readonly Grade[] = ['believed', 'read-paraphrased', 'read', 'measured'];

/** Reasons that say that this address is no good. */
const againstAddress = new Set<ReasonId>([
  'recipient.unknown',
  'recipient.domain-unknown',
  'recipient.null-mx',
  'recipient.bad-syntax',
  'recipient.moved',
  'recipient.disabled',
  'recipient.over-quota-long',
]);

function faultsOf(prose: string): string[] {
  const faults: string[] = [];
  if (!/^[A-Z0-9]/.test(prose)) faults.push('does not begin as a sentence');
  if (!/[.!?]$/.test(prose)) faults.push('does not end as a sentence');
  if (/ {2}|^\s|\s$/.test(prose)) faults.push('has stray spaces');
  if (/\p{Cc}/u.test(prose)) faults.push('has a control character');
  if (prose.length > MAX_PROSE) faults.push(`has ${prose.length} characters, more than ${MAX_PROSE}`);
  return faults;
}

function checkSources(sources: readonly Source[]): void {
  expect(sources.length).toBeGreaterThan(0);
  expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
  for (const { name, url, read, grade } of sources) {
    expect(name.trim()).not.toBe('');
    if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
    expect(read).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
    expect(grades).toContain(grade);
  }
}

function checkReasons(reasons: readonly ReasonId[]): void {
  expect(reasons.length).toBeGreaterThan(0);
  expect(new Set(reasons).size).toBe(reasons.length);
  for (const reason of reasons) expect(reasonIds).toContain(reason);
}

/** `X.7.3-7` and `5.4.1` against a code and a class. */
function covers(pattern: string, code: string, digit: number): boolean {
  const [, itsClass, subject, from, to] = /^([X245])\.(\d)\.(\d+)(?:-(\d+))?$/.exec(pattern) ?? [];
  const [, itsSubject, detail] = code.split('.');
  return (
    (itsClass === 'X' || itsClass === String(digit)) &&
    subject === itsSubject &&
    Number(detail) >= Number(from) &&
    Number(detail) <= Number(to ?? from)
  );
}

/** What the matcher makes of a code that stands alone. */
const fallbacks = bySlug.get('registered-codes')?.entries ?? [];

describe('enhanced status codes', () => {
  test('stand in order, each once', () => {
    const keys = enhancedCodes.map(({ code }) => {
      const [, subject, detail] = code.split('.');
      return Number(subject) * 1000 + Number(detail);
    });
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
  });

  test.each(enhancedCodes.map((row) => [row.code, row] as const))('%s is well formed', (code, row) => {
    expect(code).toMatch(/^X\.[0-7]\.(?:0|[1-9]\d{0,2})$/);
    expect(row.name.trim()).not.toBe('');
    expect(faultsOf(row.means)).toEqual([]);
    if (row.notAlways !== undefined) expect(faultsOf(row.notAlways)).toEqual([]);
    expect(row.standard).toMatch(row.registered ? /^(?:RFC \d{4}(?:, RFC \d{4})*|IANA registry)$/ : /^[A-Z]/);
    checkReasons(row.reasons);
    checkSources(row.sources);
  });

  test.each(enhancedCodes.map((row) => [row.code, row] as const))('%s points at codes that exist', (code, row) => {
    expect(row.related).not.toContain(code);
    expect(new Set(row.related).size).toBe(row.related.length);
    for (const other of row.related) expect(known).toContain(other);
    for (const reply of row.replyCodes)
      if (typeof reply === 'number' && reply >= 400) expect(knownReplies).toContain(reply);
  });

  test.each(enhancedCodes.map((row) => [row.code, row] as const))('%s has the classes of its reply codes', (_, row) => {
    expect(row.classes).toEqual([...new Set(row.classes)].sort());
    for (const reply of row.replyCodes) if (reply !== 'any') expect(row.classes).toContain(Number(String(reply)[0]));
  });

  test('name the reason that the matcher gives to the bare code', () => {
    const disagreeing = enhancedCodes.flatMap(({ code, classes, reasons }) =>
      classes.flatMap((digit) =>
        fallbacks
          .filter((entry) => entry.codes?.some((pattern) => covers(pattern, code, digit)))
          .filter((entry) => !reasons.includes(entry.reason))
          .map((entry) => `${code} as ${digit}: ${entry.reason}`),
      ),
    );
    expect(disagreeing).toEqual([]);
  });

  test('of policy never begin with a reason against the address, save where its owner has changed', () => {
    const hasty = enhancedCodes
      .filter(
        ({ code, reasons: [first] }) => code.startsWith('X.7.') && first !== undefined && againstAddress.has(first),
      )
      .map(({ code }) => code);
    expect(hasty).toEqual(['X.7.17', 'X.7.18']);
  });
});

describe('reply codes', () => {
  test('stand in order, each once', () => {
    const codes = replyCodes.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  test.each(replyCodes.map((row) => [row.code, row] as const))('%i is well formed', (code, row) => {
    expect(code).toBeGreaterThanOrEqual(400);
    expect(code).toBeLessThan(700);
    expect(row.name.trim()).not.toBe('');
    expect(row.standard.trim()).not.toBe('');
    expect(faultsOf(row.means)).toEqual([]);
    if (row.notAlways !== undefined) expect(faultsOf(row.notAlways)).toEqual([]);
    checkReasons(row.reasons);
    checkSources(row.sources);
  });

  test.each(replyCodes.map((row) => [row.code, row] as const))('%i goes with codes of its class', (code, row) => {
    expect(new Set(row.typicalEnhanced).size).toBe(row.typicalEnhanced.length);
    for (const enhanced of row.typicalEnhanced) {
      const found = enhancedCodes.find((one) => one.code === enhanced);
      expect(found?.classes).toContain(Math.floor(code / 100));
    }
  });

  test('name the reason that the matcher gives to the bare code', () => {
    const disagreeing = replyCodes.flatMap(({ code, reasons }) =>
      fallbacks
        .filter((entry) => entry.codes?.includes(String(code)) && !reasons.includes(entry.reason))
        .map((entry) => `${code}: ${entry.reason}`),
    );
    expect(disagreeing).toEqual([]);
  });
});

describe('classes and subjects', () => {
  test('are complete', () => {
    expect(statusClasses.map(({ digit }) => digit)).toEqual([2, 4, 5]);
    expect(statusSubjects.map(({ digit }) => digit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('are said in sentences', () => {
    for (const { means } of [...statusClasses, ...statusSubjects]) expect(faultsOf(means)).toEqual([]);
  });
});

describe('codes in another sense', () => {
  const rows = vendorBends.map((bend) => [`${bend.system ?? bend.tool} ${bend.codes.join(' ')}`, bend] as const);

  test('stand by system, each once', () => {
    const keys = rows.map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const slugs = vendorBends.flatMap(({ system }) => (system === null ? [] : [system]));
    expect(slugs).toEqual([...slugs].sort());
  });

  test.each(rows)('%s is well formed', (_, bend) => {
    expect(bend.codes.length).toBeGreaterThan(0);
    for (const code of bend.codes) expect(code).toMatch(/^(?:[X245]\.[0-7]\.\d{1,3}|[45]\d\d)$/);
    expect(faultsOf(bend.vendorMeans)).toEqual([]);
    expect(faultsOf(bend.registryMeans)).toEqual([]);
    checkSources(bend.sources);
  });

  test.each(rows)('%s names a system, or a tool that has none', (_, bend) => {
    if (bend.system === null) {
      expect(bend.tool?.trim()).toBeTruthy();
      expect(bend.entries).toEqual([]);
      return;
    }
    expect(bend.tool).toBeUndefined();
    expect(bend.entries.length).toBeGreaterThan(0);
    const system = bySlug.get(bend.system);
    expect(system).toBeDefined();
    for (const id of bend.entries) {
      const entry = system?.entries.find((one) => one.id === id);
      const detail = (code: string) => code.replace(/^[X245]\./, '');
      expect(entry?.codes?.some((code) => bend.codes.some((bent) => detail(bent) === detail(code)))).toBe(true);
    }
  });

  test.each(rows)('%s says "Nothing" of a code exactly where no registry knows it', (_, bend) => {
    const unknown = bend.codes.every((code) => {
      const enhanced = enhancedCodes.find((row) => row.code === code.replace(/^[245]\./, 'X.'));
      const reply = replyCodes.find((row) => String(row.code) === code);
      return !(enhanced?.registered ?? reply?.registered ?? false);
    });
    expect(bend.registryMeans.startsWith('Nothing')).toBe(unknown);
  });

  test.each(rows)('%s trusts no source more than the file of the system does', (_, bend) => {
    const there = new Map<string, number>();
    for (const entry of bySlug.get(bend.system ?? '')?.entries ?? [])
      for (const { name, grade } of entry.sources)
        there.set(name, Math.max(there.get(name) ?? -1, grades.indexOf(grade)));
    for (const { name, grade } of bend.sources)
      expect(grades.indexOf(grade)).toBeLessThanOrEqual(there.get(name) ?? grades.length);
  });
});
