import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../command.ts';

// The way of somebody who adds a system, in a copy of what it takes: scaffold, fill in, generate, check.

let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'whybounce-'));
  for (const part of [
    'tools',
    'knowledge/src',
    'knowledge/package.json',
    'core/src',
    'core/package.json',
    'probe/src/check',
    'package.json',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@whybounce'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@whybounce') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of ['knowledge', 'core']) symlinkSync(join(copy, name), join(modules, '@whybounce', name));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(tool: string, ...args: readonly string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', `tools/${tool}.ts`, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

const kinds = [
  ['provider', 'provider', 'mailbox-provider'],
  ['gateway', 'filter', 'gateway'],
  ['filter', 'filter', 'filter'],
  ['mta', 'mta', 'mta'],
  ['platform', 'platform', 'sending-platform'],
  ['blocklist', 'blocklist', 'blocklist'],
] as const;

describe.each(kinds)('--kind %s', (kind, folder, written) => {
  const slug = `quince-${kind}`;

  test('writes a file that the check sends back with a sentence for each thing to fill in', () => {
    expect(run('new-provider', slug, `Quince ${kind}`, '--kind', kind).code).toBe(0);
    const path = join(copy, 'knowledge', 'src', folder, `${slug}.ts`);
    expect(readFileSync(path, 'utf8')).toContain(`kind: '${written}'`);
    const { code, said } = run('check-knowledge', slug);
    expect(code).toBe(1);
    expect(said).toMatch(/links\.documentation is still made up: write the page that explains its refusals/);
    expect(said).toMatch(/"the words that only this refusal has" is still in it: write the shortest words/);
    for (const line of said.trim().split('\n').slice(0, -1))
      expect(line).toMatch(new RegExp(`^knowledge/src/${folder}/${slug}\\.ts: .+[.!?]$`));
  });

  test('once filled in it is generated, passes the check, and has its pages', () => {
    const path = join(copy, 'knowledge', 'src', folder, `${slug}.ts`);
    const filled = readFileSync(path, 'utf8')
      .replace('where it was read or seen', 'Whybounce editors, made up for a test')
      .replace("'what-it-means'", "'marmalade-missing'")
      .replace("'the words that only this refusal has'", `'${kind} has no marmalade today'`)
      .replace('What the system says with it, in one plain sentence.', 'The system is out of marmalade.')
      .replace('The cheapest proven step first.', 'Ask for jam.')
      .replace('A whole reply with the words that only this refusal has', `The ${kind} has no marmalade today`)
      .replace('A reply that looks alike and means something else', `The ${kind} has marmalade`)
      .replaceAll('www.example.net', 'www.quince-mail.org');
    writeFileSync(path, filled);
    expect(run('generate')).toEqual({ code: 0, said: '' });
    const { code, said } = run('check-knowledge', slug);
    expect([code, said]).toEqual([0, expect.stringMatching(/1 entries checked, 0 complaints/)]);
    for (const check of ['check-links', 'check-private'])
      expect([check, run(check)]).toEqual([check, expect.objectContaining({ code: 0 })]);
  });
});

test('a wrong call says how to call it, a name that is taken where to write', () => {
  for (const args of [[], ['quince'], ['Quince Mail', 'Quince'], ['quince', 'Quince', '--kind', 'castle']]) {
    const { code, said } = run('new-provider', ...args);
    expect(code).toBe(2);
    expect(said).toContain('--kind provider|gateway|filter|mta|platform|blocklist');
  }
  for (const slug of ['gmail', 'policy'])
    expect(run('new-provider', slug, 'Again')).toEqual({ code: 2, said: expect.stringContaining('exists already') });
});
