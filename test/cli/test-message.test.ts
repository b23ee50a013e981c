import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, startCheckWorld } from './check-world.ts';

const message = [
  'Return-Path: <news@example.com>',
  'Received: from mail.example.com (mail.example.com [192.0.2.11]) by mx.example.org with ESMTPS id 1;',
  ' Fri, 27 Nov 2026 10:00:00 +0000',
  'From: News <news@example.com>',
  'To: ada@example.org',
  'Subject: Hello \u001b[31m',
  'Date: Fri, 27 Nov 2026 10:00:00 +0000',
  'Message-ID: <1@example.com>',
  '',
  'Hello',
  '',
].join('\r\n');

test.each([
  [['test', 'no-such-file.eml'], '', 'cannot be read (ENOENT)'],
  [['test', '-'], 'Hello', 'The message is empty'],
  [['test', '-'], 'This is only some text and no header at all.\n', 'This is no message'],
  [['test', '-', '--ip', 'here'], message, 'is no IP address'],
  [['test', '-', '--received', 'yesterday'], message, 'write a time'],
])('%j is wrong usage, with what to write', (args, input, words) => {
  const { code, stdout, stderr } = whybounce(args, { input });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});

const need = needs('nsd', 'unbound');

describe.runIf(need.met)(`a message, with real name servers${need.because}`, () => {
  let world: CheckWorld;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'whybounce-test-'));
    writeFileSync(join(folder, 'message.eml'), message);
    world = await startCheckWorld({
      'example.com': {
        'example.com': {
          MX: [{ preference: 10, exchange: 'mail.example.com' }],
          TXT: ['v=spf1 ip4:192.0.2.11 -all'],
        },
        'mail.example.com': { A: ['192.0.2.11'] },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:d@example.com'] },
      },
      '2.0.192.in-addr.arpa': { '11.2.0.192.in-addr.arpa': { PTR: ['mail.example.com'] } },
    });
  }, 60_000);
  afterAll(async () => {
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]) => world.ask(['test', join(folder, 'message.eml'), '--no-lists', ...args]);

  test('reads from the header who sent it, and holds that against the DNS', () => {
    const { results, notRun, kind, subject } = JSON.parse(run('--format', 'json').stdout);
    expect([kind, subject]).toEqual(['message', 'example.com']);
    for (const id of ['spf.authorises_ip', 'ptr.fcrdns'])
      expect(results).toContainEqual(expect.objectContaining({ id, outcome: 'pass' }));
    expect(notRun).toContainEqual(
      expect.objectContaining({ id: 'mx.port25', why: expect.stringContaining('connection') }),
    );
  });

  test('--ip says who sent it instead', () => {
    const { code, stdout } = run('--ip', '192.0.2.99', '--format', 'json');
    expect(code).toBe(1);
    const { results } = JSON.parse(stdout);
    expect(results).toContainEqual(expect.objectContaining({ id: 'spf.authorises_ip', outcome: 'fail' }));
  });

  test('the table of what bulk senders must have, as text and as data', () => {
    const { stdout } = run();
    expect(stdout).toMatch(/Google +Yahoo +Microsoft/);
    expect(stdout).toMatch(/^ {2}SPF passes +met \(b\) +met \(b\) +met \(b\)$/m);
    expect(stdout).toMatch(/^ {2}DKIM passes +NOT MET \(b\) +NOT MET \(b\) +NOT MET \(b\)$/m);
    expect(stdout).toMatch(/A message file does not tell: this needs a connection/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(stdout).not.toMatch(/\u001b/);
    const { bulkSenders } = JSON.parse(run('--format', 'json').stdout);
    const spf = bulkSenders.find(({ id }: { id: string }) => id === 'spf');
    expect(spf.cells.map(({ provider, state }: Record<string, string>) => [provider, state])).toEqual([
      ['google', 'met'],
      ['yahoo', 'met'],
      ['microsoft', 'met'],
    ]);
  });

  test('two runs are compared by check', () => {
    const before = join(folder, 'before.json');
    writeFileSync(before, run('--ip', '192.0.2.99', '--format', 'json').stdout);
    const { stdout } = run('--before', before);
    expect(stdout).toMatch(/repaired: .* {2}spf\.authorises_ip/);
  });

  test('standard input is a message too', () => {
    const { stdout } = world.ask(['test', '-', '--no-lists', '--format', 'ndjson'], { input: message });
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      kind: 'message',
      bulkSenders: expect.any(Array),
    });
  });
});
