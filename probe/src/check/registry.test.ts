import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areas, severities } from '@whybounce/core/check';
import { describe, expect, it } from 'vitest';
import { checks } from '../generated/checks.ts';

const folder = import.meta.dirname;
/** The ids that were ever published: reports are compared by them, and pipelines name them. */
const published = readFileSync(join(folder, '..', '..', 'checks.txt'), 'utf8')
  .trimEnd()
  .split('\n');

it('holds every check that was ever published, and publishes every check', () => {
  expect(checks.map(({ id }) => id)).toEqual(published);
});

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  const path = join(folder, `${id.replace('.', '/').replaceAll('_', '-')}.ts`);

  it('is a file named like it, with its worlds beside it', () => {
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path.replace(/\.ts$/, '.test.ts'), 'utf8')).toMatch(/\bproveCheck\(/);
  });

  it('says in sentences what it looks at and what to do', () => {
    const { title, about, remedy, source, area, severity, needs } = check;
    expect(title).toMatch(/^[A-Z"].{5,70}[^.?!]$/);
    expect(about).toMatch(/^[A-Z"].{20,600}\.$/s);
    if (remedy !== null) expect(remedy).toMatch(/^[A-Z"].{5,400}\.$/s);
    expect(source).toMatch(/RFC \d{4}|draft|section|https:|M3AAWG|guide|[A-Z]/);
    expect(areas).toContain(area);
    expect(severities).toContain(severity);
    expect(new Set(needs).size).toBe(needs.length);
  });
});

it('no two checks are called alike', () => {
  expect(new Set(checks.map(({ title }) => title)).size).toBe(checks.length);
});

it('every folder is the beginning of ids, and holds nothing else', () => {
  const prefixes = new Set(checks.map(({ id }) => id.slice(0, id.indexOf('.'))));
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...prefixes].toSorted());
});
