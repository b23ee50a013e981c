import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, whybounce } from '../command.ts';

const reply = '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]';
const example = join(root, 'examples', 'microsoft-365-edge-block.eml');
const missing = (address: string): string =>
  `Get-EXORecipient : The operation couldn't be performed because object '${address}' couldn't be found on 'AM0P190A01DC001'.\n    + CategoryInfo : x\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whybounce-checklist-'));
  writeFileSync(join(folder, 'recipient.txt'), missing('olga.brandt@example.net'));
  // what Windows PowerShell writes with >
  writeFileSync(join(folder, 'trace.txt'), Buffer.from('\ufeffFound: 0\r\n', 'utf16le'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file: steps in order with commands filled in', () => {
  const { code, stdout, stderr } = whybounce(['checklist', example]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Checklist for the administrator of Microsoft 365/);
  expect(stdout).toMatch(
    /1\. Is the address in the directory\? {2}m365-recipient[\s\S]*4\. How is the domain set up\?/,
  );
  expect(stdout).toContain("Get-EXORecipient -Identity 'olga.brandt@example.net'");
});

test('a pasted reply, with the address beside it, as JSON', () => {
  const { code, stdout } = whybounce(['checklist', reply, '--recipient', 'ada@example.net', '--format', 'json']);
  expect(code).toBe(0);
  const { checklist, answers } = JSON.parse(stdout);
  expect(answers).toEqual([]);
  expect(checklist.items[0].command).toContain("-Identity 'ada@example.net'");
});

test('pasted output is read, whichever way a shell wrote it', () => {
  const { code, stdout } = whybounce([
    'checklist',
    example,
    ...['--paste', `m365-recipient=${join(folder, 'recipient.txt')}`],
    ...['--paste', `m365-message-trace=${join(folder, 'trace.txt')}`],
  ]);
  expect(code).toBe(0);
  expect(stdout).toContain('The directory does not have the address');
  expect(stdout).toContain('--answer directory-object=missing');
  expect(stdout).toContain('--answer message-trace=absent');
});

test('an answer from standard input, without the refusal', () => {
  const run = (text: string) =>
    JSON.parse(
      whybounce(['checklist', '--paste', 'm365-recipient=-', '--recipient', 'ada@example.net', '--format', 'json'], {
        input: text,
      }).stdout,
    );
  expect(run(missing('ada@example.net'))).toMatchObject({
    checklist: null,
    answers: [{ step: 'm365-recipient', outcome: 'directory-object:missing', isUnderstood: true }],
  });
  expect(run(missing('grace@example.net')).answers[0]).toMatchObject({ outcome: null, isUnderstood: false });
});

test.each([
  [['--paste', 'm365-recipient'], 'STEP=FILE'],
  [['--paste', 'nosuch=-'], 'm365-recipient'],
  [['--paste', 'm365-recipient=-', '--paste', 'm365-quarantine=-'], 'only once'],
  [['--format', 'csv'], 'pretty or json'],
])('%j is wrong usage', (options, hint) => {
  const { code, stderr, stdout } = whybounce(['checklist', reply, ...options]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(hint);
});

test('output that cannot be read: exit code 3, the other is still told', () => {
  const { code, stdout, stderr } = whybounce([
    'checklist',
    ...['--paste', 'm365-quarantine=nosuch.txt', '--paste', `m365-message-trace=${join(folder, 'trace.txt')}`],
  ]);
  expect(code).toBe(3);
  expect(stderr).toContain('nosuch.txt');
  expect(stdout).toContain('message-trace=absent');
});
