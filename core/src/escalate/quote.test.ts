import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type CommandValues, fillCommand } from './fill-command.ts';
import { quoteArgument } from './quote.ts';

const nothing: CommandValues = {
  recipient: null,
  sender: null,
  domain: null,
  messageId: null,
  sendingIp: null,
  start: null,
  end: null,
  startTime: null,
  endTime: null,
};

test('PowerShell: every sign that it takes for a quote is doubled', () => {
  expect(quoteArgument("o'brien@example.com", 'recipient', 'powershell')).toBe("'o''brien@example.com'");
  expect(quoteArgument('a‘b’c‚d‛e@example.com', 'recipient', 'powershell')).toBe("'a‘‘b’’c‚‚d‛‛e@example.com'");
});

const hostile = [
  "a'; Remove-Mailbox x; '@example.com",
  "a'@example.com; Remove-Mailbox x",
  'a@example.com\n Remove-Mailbox x',
  'a@example.com\u0000',
  'a@example.com\u2028x',
  '$(Remove-Mailbox)@example.com',
  'a b@example.com',
  'a"b@example.com',
  'a(b)@example.com',
  'a;b@example.com',
  'a\\b@example.com',
  'a\u202eb@example.com',
  'a@exa mple.com',
  '@example.com',
  'a@',
  'a@-example.com',
  'a@b@example.com',
  '',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b.'.repeat(200)}com`,
];
test.each(hostile)('%j is no argument of any shell', (value) => {
  for (const shell of ['powershell', 'posix', 'any', 'console'] as const)
    expect(quoteArgument(value, 'recipient', shell)).toBeNull();
});

test.each([
  "o'brien@example.com",
  "''''@example.com",
  '`id`@example.com',
  '$HOME|x&y@example.com',
  '!1{ab}*?~@example.com',
  '--x=@example.com',
])('a shell gives %s back as one argument', (value) => {
  const quoted = quoteArgument(value, 'recipient', 'posix') ?? '';
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })).toBe(value);
});

test('for any shell plain signs only', () => {
  expect(quoteArgument('ada.l+x@example.com', 'recipient', 'any')).toBe('ada.l+x@example.com');
  for (const value of [
    "o'brien@example.com",
    '%PATH%@example.com',
    '-x@example.com',
    '^x@example.com',
    'ü@example.com',
  ])
    expect(quoteArgument(value, 'recipient', 'any')).toBeNull();
});

test.each([
  ['messageId', '<a.b@example.com>', true],
  ['messageId', '<a b@example.com>', false],
  ['messageId', `<${'a'.repeat(990)}@example.com>`, false],
  ['sendingIp', '2001:db8::7', true],
  ['sendingIp', '203.0.113.7; x', false],
  ['domain', 'bücher.example', true],
  ['domain', 'a..b', false],
  ['start', '2026-05-26', true],
  ['start', "2026-05-26'", false],
] as const)('%s %j: %j', (placeholder, value, isFit) => {
  expect(quoteArgument(value, placeholder, 'console') !== null).toBe(isFit);
});

test('templates: values quoted, stand-ins for what is missing, optional parts left out', () => {
  const template = 'Get-X -R {recipient}[[ -S {sender}]][[ -I {messageId}]] -D {start}';
  expect(
    fillCommand(template, 'powershell', { ...nothing, recipient: "o'b@example.com", messageId: 'x@y.example' }),
  ).toBe("Get-X -R 'o''b@example.com' -I 'x@y.example' -D 'START-DATE'");
  expect(fillCommand(template, 'any', { ...nothing, sender: 'a b' })).toBe('Get-X -R RECIPIENT-ADDRESS -D START-DATE');
});

test('a value that looks like a placeholder or a replacement pattern is no such thing', () => {
  expect(
    fillCommand('x {recipient} {sender}', 'posix', {
      ...nothing,
      recipient: '{sender}@example.com',
      sender: '$&@b.example',
    }),
  ).toBe("x '{sender}@example.com' '$&@b.example'");
});

test('hostile values cost their length', () => {
  for (const part of ['a', 'a.', "'", 'a@', '-', 'a-.'])
    for (const placeholder of ['recipient', 'domain', 'messageId'] as const)
      quoteArgument(part.repeat(100), placeholder, 'posix');
  quoteArgument('a'.repeat(1_000_000), 'recipient', 'posix');
});
