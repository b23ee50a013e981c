import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whybounce-policy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const mine = `
# twice a day
- cause: mailbox-full-for-now
  do: retry
  retryAfter: 43200
- cause: address-does-not-exist
  reason: recipient.edge-blocked
  do: hold
`;

test('show prints each row, and a CSV with one cause a line', () => {
  const { code, stdout } = whybounce(['policy', 'show']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^hold after 2 days, then suppress +address-does-not-exist \(behind recipient\.edge-blocked\)$/m,
  );
  const csv = whybounce(['policy', 'show', '--format', 'csv']).stdout.trim().split('\r\n');
  expect(csv[0]).toBe('"cause","reasons","when","do","retry_after_seconds","then","why"');
  expect(csv.filter((row) => row.startsWith('"sender-ip-listed","","","fix"'))).toHaveLength(1);
});

test('diff prints what is done otherwise', () => {
  const { code, stdout } = whybounce(['policy', 'diff', file('mine.yaml', mine)]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'recipient.over-quota  mailbox-full-for-now\n  - retry after 24 hours\n  + retry after 12 hours\n',
  );
  expect(stdout).toMatch(/\d+ differences from the built-in policy/);
});

test('try tells what would have changed with past events', () => {
  const { code, stdout } = whybounce(['policy', 'try', file('mine.yaml', mine), 'examples']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ of \d+ failures would be handled otherwise$/m);
  expect(stdout).toContain('olga.brandt@example.net  recipient.edge-blocked: hold after 2 days, then suppress → hold');
});

test('decode and explain act by it', () => {
  const path = file('mine.json', JSON.stringify([{ cause: 'mailbox-full-for-now', do: 'retry', retryAfter: 43_200 }]));
  const args = ['--policy', path, '--format', 'json', '552 5.2.2 The mailbox is full'];
  expect(JSON.parse(whybounce(args).stdout)[0].diagnosis.action.retryAfter).toBe(43_200);
  expect(JSON.parse(whybounce(['explain', ...args]).stdout).event.diagnosis.action.retryAfter).toBe(43_200);
});

describe('hostile and wrong files', () => {
  test.each<[string, string, RegExp]>([
    [
      'a sender’s cause that suppresses',
      '- cause: sender-ip-listed\n  do: suppress',
      /row 1: it would suppress an address/,
    ],
    ['no list', 'do: hold', /a policy is a list of rows/],
    ['broken YAML', '- cause: [', /broken YAML\.yaml: /],
    ['aliases', '- &a {cause: greylisted, do: hold}\n- *a', /is an alias or its anchor: write the values out/],
    ['a key twice', '- cause: greylisted\n  cause: greylisted\n  do: hold', /the key "cause" stands here twice/],
    ['prototype keys', '- {"__proto__": 1, "cause": "greylisted", "do": "hold"}', /"__proto__" is not known/],
    ['a tag', '- !!js/function "x"', /tag/i],
  ])('%s', (name, text, message) => {
    const { code, stderr, stdout } = whybounce(['policy', 'diff', file(`${name}.yaml`, text)]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('a file that is too large is not read', () => {
    const { code, stderr } = whybounce(['policy', 'diff', file('large.yaml', '#'.repeat(1_048_577))]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('more than 1048576 bytes')]);
  });

  test('a file that is not there', () =>
    expect(whybounce(['policy', 'diff', join(folder, 'nowhere.yaml')]).stderr).toContain('cannot be read (ENOENT)'));
});
