import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@whybounce/core';
import { expect, test } from 'vitest';
import { systems } from '../knowledge/src/generated/index.ts';

// The README is what a stranger believes: what it shows and counts is held against the program.

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the command prints what the README shows', () => {
  const [, words = '', shown = ''] = /```console\n\$ npx whybounce "([^"]+)"\n([\s\S]*?)```/.exec(readme) ?? [];
  const printed = execFileSync(process.execPath, [join(root, 'cli', 'bin', 'whybounce.js'), words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(printed.trim()).toBe(shown.trim());
});

test('the library prints what the README shows', () => {
  const [event] = decode(readFileSync(join(root, 'examples', 'microsoft-365-edge-block.eml')));
  const shown = /^ {2}\/\/ (\S+ \S+ \S+ \S+)$/m.exec(readme)?.[1];
  const { reason, owner, action } = event?.diagnosis ?? {};
  expect(shown?.split(' ').slice(1)).toEqual([reason, owner, action?.do]);
});

test('the README counts the knowledge that there is', () => {
  const counted = /([\d,]+) entries in (\d+) files/.exec(readme);
  expect(counted?.[1]?.replace(',', '')).toBe(String(systems.flatMap(({ system }) => system.entries).length));
  expect(counted?.[2]).toBe(String(systems.length));
});
