import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, whybounce } from '../command.ts';

// What docs/encyclopedia.md shows is run: a page that lies is worse than none.

const page = readFileSync(join(root, 'docs', 'encyclopedia.md'), 'utf8');

/** The words of a command as a shell parts them, without `npx whybounce` and without a comment. */
function wordsOf(command: string): string[] {
  const [line = ''] = command.replace(/^(?:\$ )?npx whybounce /, '').split(/\s+#/, 1);
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

test('the command prints what the page shows', () => {
  const [, command = '', shown = ''] = /```console\n(\$ .+)\n([\s\S]*?)```/.exec(page) ?? [];
  const { code, stdout } = whybounce(wordsOf(command));
  expect([code, stdout.trim()]).toEqual([0, shown.trim()]);
});

const commands = [...page.matchAll(/^npx whybounce .+$/gm)].map(([command]) => wordsOf(command));

test('the page shows a command for each kind of page', () => {
  expect(commands.map(([name]) => name)).toEqual(['code', 'provider', 'rule', 'compare', 'cause', 'reason', 'search']);
});

test.each(commands.map((words) => [words.join(' '), words] as const))('whybounce %s', (_, words) => {
  const { code, stdout, stderr } = whybounce(words);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.length).toBeGreaterThan(100);
});

test('the program prints what the page says', () => {
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'whybounce-docs-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'program.mjs'), program);
    const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', 'program.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([stderr, stdout.trim()]).toEqual(['', /^\/\/ (.+)$/m.exec(program)?.[1]]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
