import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { root, whybounce } from '../command.ts';

// One golden file for each example, read by hand: reason, owner, action, recipient, codes, host, stage
// and message identity are what an expert would say. Rewrite them after a change that is meant to
// change them, and read the difference:
//
//     UPDATE_GOLDEN=1 npx vitest run test/golden

const examples = readdirSync(join(root, 'examples')).sort();

/** No example depends on the clock: the log in it has years. */
const now = new Date('2026-11-01T00:00:00Z');

function fromLibrary(example: string): string {
  const bytes = readFileSync(join(root, 'examples', example));
  return decode(bytes, { name: `examples/${example}`, now })
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}

describe.each(examples)('%s', (example) => {
  const path = join(import.meta.dirname, `${example}.ndjson`);

  test('is decoded as its golden file says', () => {
    const decoded = fromLibrary(example);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, decoded);
    expect(decoded).toBe(readFileSync(path, 'utf8'));
  });

  test('is printed by the command byte for byte as the library returns it', () => {
    const { stdout, stderr, code } = whybounce(['decode', '--format', 'ndjson', `examples/${example}`]);
    expect(stderr).toBe('');
    expect(stdout).toBe(fromLibrary(example));
    expect(code).toBe(0);
  });
});

test('every golden file has its example', () => {
  const golden = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ndjson'));
  expect(golden.filter((name) => !examples.includes(name.slice(0, -'.ndjson'.length)))).toEqual([]);
});

test('every example is described in docs/examples.md, and nothing else is', () => {
  const described = [...readFileSync(join(root, 'docs', 'examples.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(described.sort()).toEqual(examples);
});

test('the whole folder, decoded twice, gives the same bytes', () => {
  const [first, second] = [1, 2].map(() => whybounce(['decode', '--format', 'ndjson', 'examples']));
  expect(second).toEqual(first);
  for (const example of examples) expect(first?.stdout).toContain(fromLibrary(example));
});
