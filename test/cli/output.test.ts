import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BounceEvent } from '@whybounce/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launcher, root, whybounce } from '../command.ts';

const replies = [
  '550 5.1.1 <ada@example.org>: User unknown',
  '452 4.2.2 <bob@example.org>: Mailbox full',
  '550 5.7.1 "quoted", and with, commas',
].join('\n');
const hasColours = (text: string): boolean => text.includes('\u001b[');

describe('--format', () => {
  test('pretty names what happened, who acts and what to do', () => {
    const { stdout } = whybounce(['decode', '--as', 'reply'], { input: replies });
    for (const label of ['Bounced', 'Not yet delivered', 'Who acts', 'It says', 'Their words', 'Do now', 'Sure'])
      expect(stdout).toContain(label);
    expect(stdout.split('\n').every((line) => line.length <= 140)).toBe(true);
  });

  test('json is one array, ndjson one record a line, and both say the same', () => {
    const json = JSON.parse(
      whybounce(['decode', '--as', 'reply', '--format', 'json'], { input: replies }).stdout,
    ) as BounceEvent[];
    const lines = whybounce(['decode', '--as', 'reply', '--format', 'ndjson'], { input: replies })
      .stdout.trimEnd()
      .split('\n');
    expect(json).toHaveLength(3);
    expect(lines.map((line) => JSON.parse(line) as BounceEvent)).toEqual(json);
  });

  test('json of nothing is an empty array', () => {
    const folder = mkdtempSync(join(tmpdir(), 'whybounce-nothing-'));
    expect(whybounce(['decode', '--format', 'json', folder])).toEqual({ code: 1, stdout: '[]\n', stderr: '' });
    rmSync(folder, { recursive: true });
  });

  test('csv has a header, a row for each event, CRLF and quoted cells', () => {
    const { stdout } = whybounce(['decode', '--as', 'reply', '--format', 'csv'], { input: replies });
    const lines = stdout.split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^"input","kind","recipient","reason","action"/);
    expect(lines[3]).toContain('"550 5.7.1 ""quoted"", and with, commas"');
    expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('--bom puts a byte-order mark before csv and before nothing else', () => {
    const first = (format: string, ...more: string[]): number | undefined =>
      whybounce(['decode', '--as', 'reply', '--format', format, ...more], { input: replies }).stdout.codePointAt(0);
    expect(first('csv', '--bom')).toBe(0xfeff);
    expect(first('csv')).toBe('"'.codePointAt(0));
    expect(first('ndjson', '--bom')).toBe('{'.codePointAt(0));
  });
});

describe('colours', () => {
  test.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '' }, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [{ NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ])('with %j into a pipe: %s', (env, expected) => {
    expect(hasColours(whybounce(['550 5.1.1 User unknown'], { env }).stdout)).toBe(expected);
    expect(hasColours(whybounce(['summary'], { env, input: replies }).stdout)).toBe(expected);
  });

  test('never in what programs read', () => {
    for (const format of ['json', 'ndjson', 'csv'])
      expect(
        hasColours(whybounce(['550 5.1.1 User unknown', '--format', format], { env: { FORCE_COLOR: '1' } }).stdout),
      ).toBe(false);
  });

  test('say nothing that the words do not', () => {
    const plain = whybounce(['550 5.1.1 User unknown']).stdout;
    const coloured = whybounce(['550 5.1.1 User unknown'], { env: { FORCE_COLOR: '1' } }).stdout;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours' own codes
    const codes = /\u001b\[[\d;]*m/g;
    expect(coloured.replace(codes, '')).toBe(plain);
  });
});

describe('summary', () => {
  const run = (...args: string[]) => whybounce(['summary', '--as', 'reply', ...args], { input: replies });

  test('pretty has a table for each dimension', () => {
    const { code, stdout } = run();
    expect(code).toBe(0);
    expect(stdout).toContain('3 events');
    for (const name of ['kind', 'domain', 'provider', 'reason', 'action']) expect(stdout).toContain(`By ${name}`);
  });

  test('json counts add up', () => {
    const counted = JSON.parse(run('--format', 'json').stdout) as { events: number } & Record<
      string,
      Record<string, number>
    >;
    expect(counted.events).toBe(3);
    expect(counted['kind']).toEqual({ bounce: 2, deferral: 1 });
    for (const name of ['kind', 'domain', 'provider', 'reason', 'action'])
      expect(Object.values(counted[name] ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('csv has a row for each value', () => {
    const lines = run('--format', 'csv').stdout.split('\r\n');
    expect(lines[0]).toBe('"dimension","value","count"');
    expect(lines).toContain('"kind","bounce","2"');
  });

  test('--top shortens the tables and says so', () => {
    const { stdout } = run('--top', '1');
    expect(stdout).toMatch(/… and 1 more \(--top 2 shows all\)/);
  });

  test('ends with 3 for a missing file and still counts the rest', () => {
    const { code, stdout, stderr } = whybounce(['summary', '--as', 'reply', 'gone.txt', '-'], { input: replies });
    expect(code).toBe(3);
    expect(stdout).toContain('3 events');
    expect(stderr).toContain('gone.txt');
  });
});

describe('a reader that goes away', () => {
  let folder = '';
  let file = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'whybounce-pipe-'));
    file = join(folder, 'many.txt');
    writeFileSync(file, '550 5.1.1 <ada@example.org>: User unknown\n'.repeat(20_000));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['pretty', 'json', 'ndjson', 'csv'])('ends the command quietly: %s into head', (format) => {
    // The command's own status, behind the pipe, goes to file descriptor 3, which is the second line here.
    const script = `{ { "$0" "$1" decode --as reply --format "$2" "$3"; echo "code $?" >&3; } | head -n 1 >/dev/null; } 3>&1`;
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', script, process.execPath, launcher, format, file], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('code 0\n');
  });
});
