import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BounceEvent, OverlayFault, Trial } from '@whybounce/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseYaml } from '../../cli/src/input/yaml.ts';
import { root, whybounce } from '../command.ts';

const edge = '550 5.4.1 Recipient address rejected: Access denied';
const held = '550 5.7.1 Message held for review by the mail team';

let folder = '';
let rules = '';

function put(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const entry = { id: 'own', text: ['denied'], reason: 'policy.generic', meaning: 'The words of the house.' };
const overlay = (...entries: readonly object[]): object => ({ systems: [{ slug: 'house', kind: 'wording', entries }] });

/** The example of docs/overlay.md. */
const page = readFileSync(join(root, 'docs', 'overlay.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whybounce-rules-'));
  rules = put('example.yaml', example);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function decoded(args: readonly string[], input: string): BounceEvent[] {
  const { stdout } = whybounce(['decode', '--as', 'reply', '--format', 'ndjson', ...args], { input });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BounceEvent);
}

const trialOf = (line: string, ...args: readonly string[]): { code: number | null; trial: Trial } => {
  const { code, stdout } = whybounce(['rules', 'test', line, '--format', 'json', ...args]);
  return { code, trial: JSON.parse(stdout) as Trial };
};

describe('--rules', () => {
  test('the records say whose rule read them', () => {
    const [own, builtIn] = decoded(['--rules', rules], `${held}\n452 4.2.2 Mailbox full\n`);
    expect(own?.diagnosis).toMatchObject({ rule: 'example-gateway/held-for-review', origin: 'overlay' });
    expect(builtIn?.diagnosis?.origin).toBe('built-in');
  });

  test('a line that no rule of yours reads gives the same bytes as without', () => {
    const input = `${edge}\n452 4.2.2 Mailbox full\n550 5.1.1 no such user\n450 greylisted\nzzz\n`;
    const args = ['decode', '--as', 'reply', '--format', 'ndjson'];
    const plain = whybounce(args, { input });
    const path = put('unmet.json', overlay({ ...entry, text: ['purple elephant'] }));
    expect(whybounce([...args, '--rules', path], { input })).toEqual(plain);
    expect(plain.code).toBe(0);
  });

  test('is taken by decode, summary, explain and pasted words', () => {
    const path = put('own.json', { ...overlay(entry), notes: { 'house/own': 'Ask Bob.' } });
    const summary = whybounce(['summary', '--format', 'json', '--rules', path, '-'], { input: edge });
    expect(JSON.parse(summary.stdout)).toMatchObject({ reason: { 'policy.generic': 1 } });
    for (const args of [
      [edge, '--rules', path],
      ['--rules', path, edge],
      ['explain', edge, '--rules', path],
      ['decode', '--rules', path],
    ]) {
      const { stdout, code } = whybounce(args, { input: edge });
      expect([args, code]).toEqual([args, 0]);
      expect(stdout).toContain('The words of the house.');
      expect(stdout).toMatch(/Your note +Ask Bob\./);
      expect(stdout).toContain('by house/own, your own rule');
    }
  });

  test('may be repeated', () => {
    const one = put('one.json', overlay({ ...entry, id: 'one', text: ['access'] }));
    const two = put('two.json', overlay({ ...entry, id: 'two', text: ['denied'], priority: 1 }));
    const [event] = decoded(['--rules', one, '--rules', two], edge);
    expect(event?.diagnosis?.rule).toBe('house/two');
  });

  test('YAML and JSON say the same', () => {
    const json = put('example.json', parseYaml(example) as object);
    for (const line of [edge, held])
      expect(decoded(['--rules', json], line)).toEqual(decoded(['--rules', rules], line));
  });

  test('holds with a policy of your own', () => {
    const policy = put('policy.json', [{ reason: 'policy.generic', do: 'fix', why: 'The house says so.' }]);
    const path = put('own.json', overlay(entry));
    const [event] = decoded(['--rules', path, '--policy', policy], edge);
    expect(event?.diagnosis).toMatchObject({ rule: 'house/own', origin: 'overlay', action: { do: 'fix' } });
  });
});

describe('whybounce rules test', () => {
  test('prints the verdict, the rule that won and why, the others and what puts them behind', () => {
    const { code, stdout, stderr } = whybounce(['rules', 'test', edge, '--host', 'x.mail.protection.outlook.com']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.replace(/\s+/g, ' ');
    expect(lines).toContain('Won microsoft-365/recipient-access-denied (recipient.edge-blocked');
    expect(lines).toContain('The host x.mail.protection.outlook.com is one of microsoft-365.');
    expect(lines).toMatch(/Behind it \d rules 2\. /);
    expect(lines).toContain('− It only hints, and the other says it.');
    expect(lines).toMatch(/Not held \d rules whose words stand in the reply/);
  });

  test('the same as JSON, by your own rules', () => {
    const host = 'example-net.mail.protection.outlook.com';
    const { code, trial } = trialOf(edge, '--host', host, '--rules', rules);
    expect(code).toBe(0);
    expect(trial.event.diagnosis).toMatchObject({ rule: 'microsoft-365/our-tenants-lag-behind', origin: 'overlay' });
    expect(trial.trail[0]).toMatchObject({ rule: 'microsoft-365/our-tenants-lag-behind', behind: null });
    expect(trial.trail[1]).toMatchObject({
      rule: 'microsoft-365/recipient-access-denied',
      origin: 'built-in',
      behind: 'A rule of your own wins over it.',
    });
    expect(trial.misses.map(({ rule, obstacle }) => [rule, obstacle])).toContainEqual([
      'recipient/recipient-refused-unexplained',
      'disabled',
    ]);
  });

  test('the recipient’s domain names a system too', () => {
    const path = put('gmail.json', {
      systems: [{ slug: 'gmail', entries: [{ ...entry, text: ['held back'], needsHost: true }] }],
    });
    expect(trialOf('550 held back', '--rules', path)).toMatchObject({ code: 1, trial: { trail: [] } });
    const { code, trial } = trialOf('550 held back', '--rules', path, '--recipient-domain', 'gmail.com');
    expect([code, trial.trail[0]?.rule, trial.event.recipient]).toEqual([0, 'gmail/own', null]);
  });

  test('words need no quotes, and nothing of them moves the terminal', () => {
    const { code, stdout } = whybounce(['rules', 'test', '550', '5.1.1', 'no such user \u001b[2J\u202e']);
    expect(code).toBe(0);
    expect(stdout).toContain('Won');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('1 where no rule reads the line', () => {
    const { code, stdout } = whybounce(['rules', 'test', '550 zzz qqq']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Won +no rule holds for this reply\./);
  });
});

describe('whybounce rules check', () => {
  test('0 for what is right, with what it found', () => {
    const { code, stdout } = whybounce(['rules', 'check', rules]);
    expect([code, stdout]).toEqual([0, `${rules}: right: 3 rules, 3 proofs held, 1 switched off, 2 notes\n`]);
  });

  test('1 for faults: all of all files, each in its line', () => {
    const one = put('one.json', overlay({ ...entry, reason: 'policy.genric' }, { ...entry, id: 'b', text: ['no'] }));
    const two = put('two.json', overlay({ ...entry, matches: ['550 zzz'] }));
    const { code, stdout } = whybounce(['rules', 'check', one, rules, two]);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `${one}: 2 faults`,
      expect.stringMatching(/^ {2}systems\[0\]\.entries\[0\]\.reason: .* Did you mean "policy\.generic"\?/),
      expect.stringMatching(/^ {2}systems\[0\]\.entries\[1\]\.text\[0\]: "no" is too short/),
      expect.stringContaining('example.yaml: right'),
      `${two}: 1 fault`,
      '  systems[0].entries[0].matches[0]: must win "550 zzz", but no rule matches it.',
      '',
    ]);
    const json = whybounce(['rules', 'check', '--format', 'json', one, two]);
    const told = JSON.parse(json.stdout) as { file: string; readable: boolean; faults: OverlayFault[] }[];
    expect(told.map(({ file, readable, faults }) => [file, readable, faults.length])).toEqual([
      [one, true, 2],
      [two, true, 1],
    ]);
  });

  test('two files that contradict each other are right alone and not together', () => {
    const one = put('one.json', overlay(entry));
    const two = put('two.json', overlay(entry));
    expect(whybounce(['rules', 'check', one]).code).toBe(0);
    const { code, stdout } = whybounce(['rules', 'check', one, two]);
    expect(code).toBe(1);
    expect(stdout).toContain(`  systems[0].entries[0].id: house/own stands in ${one} too: write another id.`);
  });

  test('3 where a file cannot be read, and the others are checked', () => {
    const { code, stdout } = whybounce(['rules', 'check', join(folder, 'gone.yaml'), rules]);
    expect(code).toBe(3);
    expect(stdout).toContain('gone.yaml: 1 fault\n  it cannot be read (ENOENT). Check the path and its permissions.');
    expect(stdout).toContain('example.yaml: right');
  });

  test.each([
    ['no YAML', 'a: [', /line 1: /],
    ['an alias', 'disable: &x []\nnotes: *x\n', /line 1: "&x" is an alias or its anchor: write the values out/],
    ['nothing', '', /it is empty: write systems, disable or notes\./],
    ['too much', `# ${'x'.repeat(1_048_576)}`, /it has more than 1048576 bytes\. Split it\./],
    ['deep nesting', '['.repeat(1_000_000), /nested deeper than 30 levels/],
    ['a prototype', '__proto__: {}', /__proto__: no key may have this name: take it out\./],
    [
      'a hundred thousand entries',
      `systems:\n- slug: house\n  kind: wording\n  entries: [${'{},'.repeat(100_000)}]`,
      /100000 entries, and 5000 are the most/,
    ],
  ])('1 for %s, and decode refuses the file', (_, content, says) => {
    const path = put('bad.yaml', content);
    const check = whybounce(['rules', 'check', path]);
    expect([check.code, check.stderr]).toEqual([1, '']);
    expect(check.stdout).toMatch(says);
    const decode = whybounce(['decode', '--rules', path], { input: edge });
    expect([decode.code, decode.stdout]).toEqual([2, '']);
    expect(decode.stderr).toMatch(says);
    expect(decode.stderr).toContain(`whybounce: ${path}: `);
    expect(decode.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('2 for a wrong call, with a sentence that says what to write', () => {
  test.each([
    [['rules', 'test'], 'LINE'],
    [['rules', 'check'], 'FILE'],
    [['rules', 'test', edge, '--format', 'csv'], '--format csv: rules prints pretty or json.'],
    [['rules', 'check', 'x', '--format', 'csv'], '--format csv'],
    [['rules', 'prove'], 'prove'],
    [
      ['rules', 'test', edge, '--rules', '/nonexistent/rules.yaml'],
      '/nonexistent/rules.yaml: it cannot be read (ENOENT)',
    ],
    [['decode', '--rules'], '--rules'],
  ])('%j', (args, named) => {
    const { code, stdout, stderr } = whybounce(args, { input: edge });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(named);
  });
});

test('a file with several faults is refused with the first of them, and where to see all', () => {
  const path = put('bad.json', overlay({ ...entry, reason: 'x' }, { ...entry, id: 'b', text: ['no'] }));
  const { code, stderr } = whybounce(['decode', '--rules', path], { input: edge });
  expect(code).toBe(2);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(
      /entries\[0\]\.reason: "x" .* \(and 1 more\) "whybounce rules check .*bad\.json" shows all of them\.$/,
    ),
  ]);
});

test('the largest overlay that is allowed is read in a moment', () => {
  const entries = Array.from(
    { length: 5_000 },
    (_, i) =>
      `  - id: own-${i}\n    text: [house rule ${i}]\n    reason: policy.generic\n    meaning: A rule of the house.`,
  );
  const path = put('large.yaml', `systems:\n- slug: house\n  kind: wording\n  entries:\n${entries.join('\n')}\n`);
  const [event] = decoded(['--rules', path], '550 house rule 4711');
  expect(event?.diagnosis?.rule).toBe('house/own-4711');
});

test('a pasted reply loads nothing of overlays and YAML', () => {
  const loaded = new Map<string, string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const code = readFileSync(path, 'utf8');
    loaded.set(path, code);
    for (const [, target] of code.matchAll(/(?:^|[;}\n])import\s*(?:[\w${},*\s]*from)?\s*"(\.[^"]+)"/g))
      load(join(dirname(path), target ?? ''));
  };
  load(join(root, 'cli', 'dist', 'bundle', 'whybounce.js'));
  const bundle = [...loaded.values()].join('\n');
  // What a pasted reply needs is there, so that the absence of the rest means something.
  expect(loaded.size).toBeGreaterThan(1);
  expect(bundle).toContain('recipient-domain');
  for (const sign of [
    'WHYBOUNCE_OVERLAY',
    'Did you mean',
    'no key may have this name',
    'wins over every built-in',
    '"yaml"',
  ])
    expect([sign, bundle.includes(sign)]).toEqual([sign, false]);
});
