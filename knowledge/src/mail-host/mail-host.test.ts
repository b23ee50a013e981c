import { describe, expect, test } from 'vitest';
import { systems } from '../generated/index.ts';
import type { Grade } from '../source.ts';
import { mailHosts } from './index.ts';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const grades: readonly Grade[] = ['believed', 'read-paraphrased', 'read', 'measured'];
/** A name whose labels may hold `#` and one `*`, with at least two labels at the end that hold neither. */
const pattern = /^(?:\*\.)?(?:[a-z0-9#-]*\*?[a-z0-9#-]*\.)*[a-z0-9-]+\.[a-z]{2,}$/;
const domain = /^(?:[a-z0-9_-]+\.)+[a-z]{2,}$/;
const slugs = new Set(systems.map(({ slug }) => slug));
const named = mailHosts.map((host) => [host.slug, host] as const);

test('every row and every name stands once', () => {
  const names = mailHosts.map(({ slug }) => slug);
  expect(new Set(names).size).toBe(names.length);
  const hosts = mailHosts.flatMap((host) => host.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  const proofs = mailHosts.flatMap(({ matches }) => matches);
  expect(new Set(proofs).size).toBe(proofs.length);
});

describe.each(named)('%s', (slug, host) => {
  test('has a slug, a name and sources', () => {
    expect(slug).toMatch(kebab);
    expect(host.name.trim()).not.toBe('');
    expect(host.sources.length).toBeGreaterThan(0);
    expect(new Set(host.sources.map(({ name }) => name)).size).toBe(host.sources.length);
    for (const { name, url, read, grade } of host.sources) {
      expect(name.trim()).not.toBe('');
      if (url !== undefined) expect(url).toMatch(/^https?:\/\/\S+$/);
      expect(read).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);
      expect(grades).toContain(grade);
    }
  });

  test('is written as names are written', () => {
    if (slug === 'null-mx') return expect(host.hosts).toEqual(['.']);
    const { signs = {} } = host;
    const all = [...host.hosts, ...(host.except ?? []), ...(signs.dkimTargets ?? []), ...(signs.autodiscover ?? [])];
    for (const text of all) {
      expect(text).toMatch(pattern);
      for (const label of text.split('.')) expect(label.split('*').length, text).toBeLessThanOrEqual(2);
    }
    for (const text of [...(signs.spf ?? []), ...(host.tenantZones ?? [])]) expect(text).toMatch(domain);
    for (const zone of host.tenantZones ?? []) expect(host.hosts).toContain(`*.${zone}`);
    for (const start of signs.txt ?? []) expect(start).toMatch(/^[\w-]+[=:]\w*$/);
    if (host.note !== undefined) expect(host.note).toMatch(/^[A-Z].*\.$/);
  });

  test('proves itself, with near misses', () => {
    expect(host.matches.length).toBeGreaterThan(0);
    expect(host.mustNotMatch.length).toBeGreaterThan(0);
    if (slug !== 'null-mx') expect(host.mustNotMatch.some((name) => name.endsWith('.evil.example'))).toBe(true);
  });

  test('leads to a page that exists', () => {
    if (host.system !== undefined) expect(slugs).toContain(host.system);
  });
});
