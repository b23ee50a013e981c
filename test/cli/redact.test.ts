import { expect, test } from 'vitest';
import { commandNames } from '../../cli/src/command-names.ts';
import { whybounceProgram } from '../../cli/src/program.ts';
import { whybounce } from '../command.ts';

test('redact prints the input with the same pseudonym for the same original, and it still decodes', () => {
  const input = 'jane.roe@customer.example.org bounced\n550 5.1.1 <jane.roe@customer.example.org>: user unknown\n';
  const { code, stdout, stderr } = whybounce(['redact'], { input });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain('jane');
  const [first, second] = [...stdout.matchAll(/[\w.-]+@[\w.-]+\.example\b/g)].map(([address]) => address);
  expect(first).toBeDefined();
  expect(second).toBe(first);
  expect(whybounce([stdout.split('\n')[1] ?? '']).stdout).toContain('recipient.unknown');
});

test('redact takes out names that are given to it', () => {
  const { stdout } = whybounce(['redact', '--name', 'Acme Widgets'], {
    input: '550 Acme Widgets does not want this\n',
  });
  expect(stdout).not.toContain('Acme');
});

test('redact tells of a file that cannot be read and goes on', () => {
  const { code, stdout, stderr } = whybounce(['redact', 'no-such-file.eml', 'examples/replies.txt']);
  expect(code).toBe(3);
  expect(stderr).toContain('no-such-file.eml: it cannot be read (ENOENT)');
  expect(stdout).toContain('550 5.1.1');
});

test('decode --together lets the failures of a domain explain each other', () => {
  const line = (i: number, to: string, rest: string): string =>
    `2026-11-01T09:${String(i).padStart(2, '0')}:00.000000+00:00 mx postfix/smtp[1]: 4A${i}F0B: to=<${to}>, relay=example-net.mail.protection.outlook.com[203.0.113.9]:25, delay=1, delays=0/0/0/1, ${rest}`;
  const refused =
    'dsn=5.4.1, status=bounced (host example-net.mail.protection.outlook.com[203.0.113.9] said: 550 5.4.1 Recipient address rejected: Access denied (in reply to RCPT TO command))';
  const input = [
    ...[1, 2, 3, 4, 5].map((i) => line(i, `user${i}@example.net`, refused)),
    ...[6, 7, 8].map((i) => line(i, `p${i}@example.org`, 'dsn=2.0.0, status=sent (250 2.0.0 Ok)')),
  ].join('\n');
  const owners = (args: string[]): string[] =>
    whybounce(['decode', '--format', 'ndjson', ...args], { input })
      .stdout.trim()
      .split('\n')
      .map((json) => JSON.parse(json))
      .filter(({ kind }) => kind === 'bounce')
      .map(({ diagnosis }) => diagnosis.owner);
  expect(new Set(owners([]))).toEqual(new Set(['sender']));
  expect(new Set(owners(['--together']))).toEqual(new Set(['recipient-admin']));
});

test('what the launcher takes for a command is what there is', () => {
  const names = whybounceProgram(() => undefined)
    .commands.map((command) => command.name())
    .filter((name) => name !== 'words');
  expect([...names, 'help'].sort()).toEqual([...commandNames].sort());
});
