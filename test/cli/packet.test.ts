import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { root, whybounce } from '../command.ts';

const reply = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
const example = join(root, 'examples', 'microsoft-365-edge-block.eml');

test('a file: two sentences, facts, the trace command', () => {
  const { code, stdout, stderr } = whybounce(['packet', example]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^A message from news-bounces@example\.com to olga\.brandt@example\.net was refused by Microsoft 365/,
  );
  expect(stdout).toContain("Get-MessageTraceV2 -RecipientAddress 'olga.brandt@example.net'");
  expect(stdout).toContain('Completeness: 76 of 100');
});

test('a pasted reply with what the user knows beside it', () => {
  const { code, stdout } = whybounce([
    'packet',
    reply,
    '--format',
    'json',
    ...['--recipient', 'ada@example.net', '--sender', 'news@example.com', '--sending-ip', '203.0.113.7'],
    ...[
      '--helo',
      'mail.example.com',
      '--message-id',
      '1@example.com',
      '--sent-at',
      '2026-05-27T16:30+02:00',
      '--contact',
      'Grace',
    ],
  ]);
  expect(code).toBe(0);
  const packet = JSON.parse(stdout);
  expect(packet.missing.map(({ field }: { field: string }) => field)).toEqual([
    'remoteHost',
    'authentication',
    'remoteIp',
  ]);
  expect(packet.facts).toContainEqual({ id: 'time', label: 'Time (UTC)', value: '2026-05-27T14:30:00Z' });
  expect(packet.traces[0].ways[0].command).toContain("-StartDate '2026-05-26' -EndDate '2026-05-29'");
});

test('standard input, as Markdown', () => {
  const { code, stdout } = whybounce(['packet', '--format', 'markdown', '--as', 'reply'], { input: `${reply}\n` });
  expect(code).toBe(0);
  expect(stdout).toContain(`- **Full reply:** \`${reply}\``);
});

test('a draft that mail programs read', async () => {
  const { code, stdout } = whybounce(['packet', example, '--format', 'eml', '--to', 'postmaster@example.net']);
  expect(code).toBe(0);
  expect(stdout).toContain('\r\nX-Unsent: 1\r\n');
  const read = await PostalMime.parse(stdout);
  expect(read.to?.[0]?.address).toBe('postmaster@example.net');
  expect(read.subject).toBe('Mail to olga.brandt@example.net is not accepted (550 5.4.1)');
  expect(read.text).toContain('Get-MessageTraceV2');
});

test('one of several failures by its number', () => {
  const replies = '550 5.1.1 <ada@example.org>: User unknown\n452 4.2.2 <bob@example.org>: Mailbox full\n';
  const first = whybounce(['packet', '--as', 'reply'], { input: replies });
  expect(first.stdout).toContain('550 5.1.1');
  expect(first.stderr).toContain('--event 2');
  expect(whybounce(['packet', '--as', 'reply', '--event', '2'], { input: replies }).stdout).toContain(
    'the mailbox is full',
  );
  expect(whybounce(['packet', '--as', 'reply', '--event', '3'], { input: replies }).code).toBe(2);
});

test('redacted: no address, host or id of anybody, the same pseudonym throughout', () => {
  const { code, stdout } = whybounce([
    'packet',
    example,
    '--redact',
    ...['--sending-ip', '203.0.113.77', '--helo', 'out7.corp.example.com', '--sender', 'news-bounces@example.com'],
  ]);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/olga|brandt|news-bounces|8471|out7|203\.0\.113\.|08DE9B7C1F24A6D3/i);
  expect(stdout).toContain('550 5.4.1 Recipient address rejected: Access denied.');
  const recipient = /^ {2}Recipient: +(\S+@\S+)$/m.exec(stdout)?.[1] ?? '';
  expect(stdout).toContain(`Get-MessageTraceV2 -RecipientAddress '${recipient}'`);
});

test.each([
  [['--format', 'pdf'], 'text, markdown, eml, json'],
  [['--sending-ip', 'mail'], 'IP address'],
  [['--sent-at', 'yesterday'], 'zone'],
  [['--to', 'x'], 'address'],
])('%j is wrong usage', (options, hint) => {
  const { code, stderr, stdout } = whybounce(['packet', reply, ...options]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(hint);
});

test('nothing that failed: exit code 1', () => {
  expect(whybounce(['packet', join(root, 'examples', 'out-of-office.eml')])).toMatchObject({ code: 1, stdout: '' });
  expect(whybounce(['packet', 'nosuch.eml']).code).toBe(3);
});
