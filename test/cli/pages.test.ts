import { describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';

const lines = (args: readonly string[]): string => {
  const { code, stdout, stderr } = whybounce(args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
};

describe('whybounce code', () => {
  test('says what the code means by the book, who bends it, who says it, and why', () => {
    const text = lines(['code', '5.4.1']);
    for (const words of [
      'No answer from host',
      'Permanent failure',
      'Network and routing',
      'Microsoft 365',
      'Zoho Mail',
    ])
      expect(text).toContain(words);
    expect(text).toContain('whybounce compare access-denied-verdicts');
    expect(text).toContain("The shares are an expert's start, not measurements.");
  });

  test('has a page for a code that nobody registered', () => {
    const text = lines(['code', '5.7.606']);
    expect(text).toContain('not registered');
    expect(text).toContain('5.7.606-649');
  });

  test('ends with 1 for what is no code, and says how codes are written', () => {
    const { code, stdout, stderr } = whybounce(['code', '5.4']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/there is no code "5\.4".*550, 5\.4\.1/);
  });
});

describe('whybounce provider', () => {
  test('shows the hub of a system by any of its names', () => {
    const text = lines(['provider', 'microsoft-365']);
    for (const words of ['protection.outlook.com', 'https://sender.office.com/', 'The address and its mailbox'])
      expect(text).toContain(words);
    expect(lines(['provider', 'Exchange', 'Online'])).toBe(text);
    expect(lines(['provider', 'office365'])).toBe(text);
  });

  test('lists all of them without a name', () => {
    const text = lines(['provider']);
    for (const slug of ['gmail', 'mimecast', 'postfix', 'spamhaus', 'sendgrid'])
      expect(text).toMatch(new RegExp(`^ +${slug} `, 'm'));
  });

  test('suggests what comes near', () => {
    const { code, stderr } = whybounce(['provider', 'microsft-365']);
    expect([code, stderr]).toEqual([1, 'whybounce: there is no system "microsft-365". Did you mean microsoft-365?\n']);
  });
});

test('whybounce rule shows a refusal with causes, steps by owner, examples and sources', () => {
  const text = lines(['rule', 'microsoft-365/recipient-access-denied']);
  for (const words of [
    'Who acts',
    'Steps for you, the sender',
    'Examples',
    'Not this one',
    'Sources',
    'measured, 2026-01-07',
  ])
    expect(text).toContain(words);
  const { code, stderr } = whybounce(['rule', 'microsoft-365/recipient-acess-denied']);
  expect(code).toBe(1);
  expect(stderr).toContain('Did you mean microsoft-365/recipient-access-denied');
});

test('whybounce compare lists the comparisons and shows one', () => {
  expect(lines(['compare'])).toContain('whybounce compare access-denied-verdicts');
  const text = lines(['compare', 'access-denied-verdicts']);
  for (const words of ['Dead address', 'How other classifiers file it', 'Sisimai', 'userunknown'])
    expect(text).toContain(words);
  expect(lines(['compare', 'access-denied-against-not-authorised'])).toContain('Is the address dead?');
  expect(whybounce(['compare', 'nothing-like-it']).code).toBe(1);
});

test('whybounce cause and whybounce reason show one, with what weights are worth', () => {
  expect(lines(['cause', 'address-does-not-exist'])).toContain(
    "Shares and weights are an expert's start, not measurements.",
  );
  expect(lines(['reason', 'recipient.edge-blocked'])).toContain('The address and its mailbox');
  for (const args of [
    ['cause', 'adress-does-not-exist'],
    ['reason', 'recipient.unknwn'],
  ]) {
    const { code, stderr } = whybounce(args);
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean');
  }
});

test('whybounce search finds pages, each with the command that shows it', () => {
  const text = lines(['search', 'access denied']);
  expect(text).toMatch(/whybounce (?:rule|compare) \S+/);
  const [, kind = '', id = ''] = /whybounce (\w+) (\S+)/.exec(text) ?? [];
  expect(whybounce([kind, id]).code).toBe(0);
  expect(lines(['search', '--limit', '3', 'mailbox', 'full']).match(/whybounce \w+ /g)?.length).toBe(3);
  const { code, stderr } = whybounce(['search', 'xqzptw']);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/there is no page about "xqzptw"/)]);
  expect(whybounce(['search', '--limit', 'many', 'mailbox']).code).toBe(2);
});

test.each([
  ['code', ['5.4.1'], 'anatomy'],
  ['provider', ['gmail'], 'families'],
  ['rule', ['gmail/no-such-user'], 'stepsByOwner'],
  ['compare', ['access-denied-verdicts'], 'classifiers'],
  ['cause', ['address-does-not-exist'], 'speaksFor'],
  ['reason', ['recipient.unknown'], 'classifiers'],
])('whybounce %s prints its page as JSON', (command, args, field) => {
  expect(JSON.parse(lines([command, ...args, '--format', 'json']))).toHaveProperty(field);
  expect(whybounce([command, ...args, '--format', 'yaml']).code).toBe(2);
});

test('lists and results as JSON are arrays', () => {
  for (const args of [['provider'], ['compare'], ['search', 'mailbox']])
    expect(Array.isArray(JSON.parse(lines([...args, '--format', 'json'])))).toBe(true);
});

test('no line is wider than a page, save where one word is; nothing is coloured where it is not asked for', () => {
  for (const args of [
    ['code', '5.4.1'],
    ['provider', 'gmail'],
    ['rule', 'gmail/no-such-user'],
    ['compare', 'access-denied-verdicts'],
    ['compare', 'access-denied-against-not-authorised'],
    ['cause', 'sender-reputation'],
    ['search', 'blocked'],
  ]) {
    const text = lines(args);
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) if (!/\S{50}/.test(line)) expect(line.length, line).toBeLessThanOrEqual(100);
  }
});

test('what somebody typed does not reach the terminal as it is', () => {
  for (const command of ['code', 'provider', 'rule', 'compare', 'cause', 'reason', 'search']) {
    const { code, stderr } = whybounce([command, 'xq\u001b]zptw\u0007\u202e']);
    expect(code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});
