import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../command.ts';

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: string[] };

/** No example asks the world: a resolver at which nobody listens takes the place of that of the machine. */
const nobody = "new Probe({ resolvers: ['127.0.0.1:9'], connect: false, lists: false })";

describe.each(workspaces)('%s', (folder) => {
  const path = join(root, folder, 'README.md');
  const text = readFileSync(path, 'utf8');

  test('has the licence of the whole', () =>
    expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8')));

  test('has a README that names the package and how to install it', () => {
    const { name } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    expect(text.split('\n')[0]).toBe(`# ${name}`);
    expect(text).toMatch(new RegExp(`npm install (?:--global )?${name}\\n`));
  });

  test('whose links lead to files', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(existsSync(join(dirname(path), link)), link).toBe(true);
  });

  test('whose example runs', () => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
    expect(code).toContain('console.log');
    const args = ['--input-type=module', '--eval', code.replace('new Probe()', nobody)];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.trim()).not.toBe('');
    expect(stdout).not.toContain('undefined');
  });
});
