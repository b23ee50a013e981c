import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputForms } from '@whybounce/core';
import { describe, expect, test } from 'vitest';
import { root, whybounce } from '../command.ts';

const { version } = JSON.parse(readFileSync(join(root, 'cli', 'package.json'), 'utf8')) as { version: string };

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j has examples and the exit codes', (args) => {
    const { code, stdout } = whybounce(args);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('whybounce "550 5.4.1 Recipient address rejected: Access denied"');
    expect(stdout).toContain(
      'Exit codes: 0 decoded, 1 nothing was a delivery event, 2 wrong usage, 3 an input could not be read.',
    );
    for (const command of ['decode', 'summary', 'completion']) expect(stdout).toContain(command);
  });

  test('of decode names every form of input and output', () => {
    const { code, stdout } = whybounce(['decode', '--help']);
    expect(code).toBe(0);
    for (const word of [...inputForms, 'pretty', 'ndjson', 'csv', '--bom', '--utc-offset'])
      expect(stdout).toContain(word);
  });

  test('every example of it that needs no file of the reader runs', () => {
    const { stdout } = whybounce(['--help']);
    const pasted = /whybounce "(550[^"]+)"/.exec(stdout)?.[1] ?? '';
    expect(whybounce([pasted]).code).toBe(0);
  });

  test('a wrong option points to it', () =>
    expect(whybounce(['decode', '--fromat', 'json']).stderr).toMatch(/--format|--help/));
});

test.each(['--version', '-V'])('%s prints the version of the package', (flag) => {
  expect(whybounce([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('completion', () => {
  const script = (shell: string): string => {
    const { code, stdout } = whybounce(['completion', shell]);
    expect(code).toBe(0);
    return stdout;
  };

  test.each(['bash', 'zsh', 'fish'])('%s knows commands, forms and formats', (shell) => {
    const text = script(shell);
    for (const word of ['decode', 'summary', 'completion', 'utc-offset', 'ndjson', ...inputForms])
      expect(text).toContain(word);
  });

  for (const [shell, check] of [
    ['bash', '-n'],
    ['zsh', '-n'],
    ['fish', '--no-execute'],
  ] as const) {
    const isMissing = spawnSync(shell, ['--version']).error !== undefined;
    test.skipIf(isMissing)(
      `${shell} accepts its script${isMissing ? ` (skipped: ${shell} is not installed)` : ''}`,
      () => {
        const { status, stderr } = spawnSync(shell, [check], { input: script(shell), encoding: 'utf8' });
        expect([status, stderr]).toEqual([0, '']);
      },
    );
  }

  test('bash completes a command, a form and a format', () => {
    const complete = (line: string): string[] => {
      const words = line.split(' ');
      const ask = `${script('bash')}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _whybounce; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['--norc', '-c', ask], { encoding: 'utf8', cwd: join(root, 'cli', 'bin') })
        .stdout.trim()
        .split('\n');
    };
    expect(complete('whybounce sum')).toEqual(['summary']);
    expect(complete('whybounce decode --as web')).toEqual(['webhook']);
    expect(complete('whybounce decode --format nd')).toEqual(['ndjson']);
    expect(complete('whybounce decode --utc')).toEqual(['--utc-offset']);
    expect(complete('whybounce decode whyb')).toEqual(['whybounce.js']);
  });
});

test('an old Node is told so in one sentence', () => {
  // The launcher asks process.versions, so an older one is made by saying so.
  for (const old of ['18.20.4', '20.20.2', '22.18.0']) {
    const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${old}'}})`;
    const { code, stdout, stderr } = whybounce(['--version'], { node: ['--import', pretend] });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `whybounce needs Node.js 22.19 or newer, and this is ${old}. Install a newer one from https://nodejs.org and run the command again.\n`,
    );
  }
  const enough = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'22.19.0'}})`;
  expect(whybounce(['--version'], { node: ['--import', enough] }).code).toBe(0);
});
