import { describe, expect, test } from 'vitest';
import { systems } from '../generated/index.ts';
import type { Grade } from '../source.ts';
import { deadLists, dnsLists } from './index.ts';

const grades: readonly Grade[] = ['believed', 'read-paraphrased', 'read', 'measured'];
const zonePattern = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const loopback = /^127\.(?:\d{1,3})\.(?:\d{1,3})\.(\d{1,3})(?:-(\d{1,3}))?$/;
const systemSlugs = new Map(systems.map(({ slug, system }) => [slug, system]));
const everything = [...dnsLists, ...deadLists];
const named = <T extends { readonly zone: string }>(lists: readonly T[]) =>
  lists.map((list) => [list.zone, list] as const);

/** The numbers that a code stands for, last ones of four. */
function checkCode(code: string): void {
  const numbers = loopback.exec(code);
  expect(numbers, code).not.toBeNull();
  for (const part of code.split(/[.-]/)) expect(Number(part), code).toBeLessThanOrEqual(255);
  if (numbers?.[2] !== undefined) expect(Number(numbers[2]), code).toBeGreaterThan(Number(numbers[1]));
}

function spread(code: string): string[] {
  const [, from, to = from] = loopback.exec(code) ?? [];
  const head = code.slice(0, code.lastIndexOf('.') + 1);
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, more) => `${head}${Number(from) + more}`);
}

test('every zone stands once, and no living list stands below a dead one', () => {
  const zones = everything.map(({ zone }) => zone);
  expect(new Set(zones).size).toBe(zones.length);
  for (const { zone } of dnsLists)
    for (const dead of deadLists) expect(`.${zone}`.endsWith(`.${dead.zone}`), zone).toBe(false);
});

test('stands in order of weight, with the allow list and what is never asked at the end', () => {
  const first = dnsLists.findIndex(({ weight }) => weight === 'informational');
  expect(dnsLists[0]?.weight).toBe('high');
  expect(first).toBeGreaterThan(10);
  expect(dnsLists.filter(({ kind }) => kind === 'allow')).toHaveLength(1);
});

describe.each(named(everything))('%s', (_, list) => {
  test('is a zone with a name and sources', () => {
    expect(list.zone).toMatch(zonePattern);
    expect(list.name.trim()).not.toBe('');
    expect(list.sources.length).toBeGreaterThan(0);
    expect(new Set(list.sources.map(({ name }) => name)).size).toBe(list.sources.length);
    for (const { name, url, read, grade } of list.sources) {
      expect(name.trim()).not.toBe('');
      if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
      expect(read).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
      expect(grades).toContain(grade);
    }
  });

  test('names a system whose refusals name this zone', () => {
    if (list.system === undefined) return;
    const system = systemSlugs.get(list.system);
    expect(system?.kind).toBe('blocklist');
    const below = (mark: string) => `.${mark}`.endsWith(`.${list.zone}`) || `.${list.zone}`.endsWith(`.${mark}`);
    expect(system?.marks?.some(below), `${list.system} has no mark for ${list.zone}`).toBe(true);
  });
});

describe.each(named(dnsLists))('%s, alive', (zone, list) => {
  test('says what it lists and what to know, in sentences', () => {
    expect(list.lists).toMatch(/^[A-Z].*\.$/);
    if (list.restrictions !== null) expect(list.restrictions).toMatch(/^[A-Z].*\.$/);
    if (list.delist !== null) expect(list.delist).toMatch(/^https:\/\/\S+$/);
  });

  test('has codes inside 127.0.0.0/8, each in one place, none of them in the range of errors', () => {
    expect(Object.keys(list.codes).length).toBeGreaterThan(0);
    const meanings = [list.codes, list.errors ?? {}, list.decode === 'exact' ? (list.harmless ?? {}) : {}];
    for (const meaning of meanings.flatMap((codes) => Object.values(codes))) expect(meaning).toMatch(/^[a-z].*[^.]$/);
    for (const code of Object.keys(list.errors ?? {})) checkCode(code);
    if (list.decode === 'bitmask') {
      for (const bit of Object.keys(list.codes)) expect([2, 4, 8, 16, 32, 64, 128]).toContain(Number(bit));
      return;
    }
    if (list.decode === 'trust') {
      expect(Object.keys(list.codes)).toEqual(['0', '1', '2', '3']);
      for (const category of Object.keys(list.categories)) expect(Number(category)).toBeLessThan(255);
      return;
    }
    const codes = [...Object.keys(list.codes), ...(list.decode === 'exact' ? Object.keys(list.harmless ?? {}) : [])];
    for (const code of codes) {
      checkCode(code);
      expect(code).not.toMatch(/^127\.255\.255\./);
    }
    const all = [...codes, ...Object.keys(list.errors ?? {})].flatMap(spread);
    expect(new Set(all).size, `${zone} gives one code two senses`).toBe(all.length);
    if (list.decode === 'exact')
      expect(Object.keys(list.codes)).toEqual(expect.arrayContaining([...(list.range ?? [])]));
    if (list.decode === 'age') for (const meaning of Object.values(list.codes)) expect(meaning).toContain('#');
  });

  test('can be tested, unless it is never asked', () => {
    if (list.kind === 'email-hash') return;
    expect(list.test.listed).not.toBeNull();
    const address = /^127\.0\.0\.\d+$/;
    for (const point of [list.test.listed, list.test.notListed])
      if (point !== null) expect(address.test(point), point).toBe(list.kind !== 'domain');
  });

  test('knows the list that holds it, and its keyed zone', () => {
    if (list.partOf !== undefined) {
      const whole = dnsLists.find((other) => other.zone === list.partOf);
      expect(whole?.kind).toBe(list.kind);
      expect(whole?.codes).toMatchObject(list.codes);
    }
    if (list.keyed !== undefined) expect(list.keyed.zone).toMatch(zonePattern);
    if (list.kind === 'domain') expect(list.ipv6).toBe(false);
  });
});

describe.each(named(deadLists))('%s, dead', (_, list) => {
  test('says what became of it and what took its place', () => {
    expect(list.gone).toMatch(/^[A-Z].*\.$/);
    if (list.successor !== undefined) expect(dnsLists.map(({ zone }) => zone)).toContain(list.successor);
  });
});
