import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, silent, startCheckWorld } from './check-world.ts';

describe('a record in hand', () => {
  test('lint shows the place, for receivers of both standards', () => {
    const record = 'v=DMARC1; p=rejct; rua=mailto:d@example.com; pct=50';
    const { code, stdout } = whybounce(['dmarc', 'lint', record]);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    const carets = lines.find((line, i) => line.trim() === '^^^^^' && lines[i - 1]?.includes(record));
    expect(carets?.indexOf('^')).toBe(6 + record.indexOf('rejct'));
    expect(stdout).toContain('RFC 9989 took pct out');
  });

  test('explain tells where the two standards part', () => {
    const { code, stdout } = whybounce(['dmarc', 'explain', 'v=DMARC1; p=reject; pct=20', '--domain', 'example.com']);
    expect(code).toBe(0);
    expect(stdout).toContain('Receivers that still follow RFC 7489 act otherwise');
    expect(whybounce(['dmarc', 'explain', 'p=reject; v=DMARC1']).code).toBe(1);
  });

  test.each([
    [['dmarc', 'generate', 'example.com', '--policy', 'rejected'], 'write one of none, quarantine, reject'],
    [['dmarc', 'generate', 'example.com', '--rua', 'nobody'], 'write a mail address'],
    [['dmarc', 'generate', 'example.com', '--rua', 'a@example.com,mailto:b@example.com'], 'write a mail address'],
    [['dmarc', 'generate', 'example.com', '--at-once'], '--at-once needs --policy'],
    [['dmarc', 'generate', 'example.com', '--policy', 'reject', '--at-once', '--next'], 'write one'],
    [['dmarc', 'generate', 'example.com', '--aspf', 's'], 'write relaxed or strict'],
    [['dmarc', 'check', 'example.com', '--format', 'xml'], 'pretty, json, ndjson, sarif'],
  ])('%j is wrong usage, with what to write', (args, message) => {
    const { code, stdout, stderr } = whybounce(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

const need = needs('nsd', 'unbound');

describe.runIf(need.met)(`a domain, with real name servers${need.because}`, () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await startCheckWorld({
      'example.com': {
        'example.com': { A: ['192.0.2.10'], MX: [{ preference: 10, exchange: 'mx.example.com' }] },
        'mx.example.com': { A: ['192.0.2.25'] },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=none; rua=mailto:d@example.com; xown=1'] },
        'shop.example.com': { A: ['192.0.2.11'] },
        '_dmarc.tested.example.com': { TXT: ['v=DMARC1; p=none; pct=50; rua=mailto:d@example.com'] },
        '_dmarc.two.example.com': { TXT: ['v=DMARC1; p=reject', 'v=DMARC1; p=none; rua=mailto:d@example.com'] },
        '_dmarc.away.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:d@reports.example.net'] },
      },
      'example.net': { 'example.net': { A: ['192.0.2.30'] }, 'reports.example.net': { A: ['192.0.2.31'] } },
      'example.org': { 'example.org': { A: ['192.0.2.40'] } },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  const made = (...args: string[]) => {
    const { code, stdout, stderr } = world.ask(['dmarc', 'generate', ...args, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };

  test('lint of a domain finds the record where receivers do', () => {
    const { code, stdout } = world.ask(['dmarc', 'lint', 'shop.example.com']);
    expect(code).toBe(0);
    expect(stdout).toContain('The record stands at _dmarc.example.com.');
    const none = world.ask(['dmarc', 'lint', 'example.org']);
    expect([none.code, none.stdout]).toEqual([1, expect.stringContaining('example.org has no DMARC record')]);
    expect(world.ask(['dmarc', 'lint', 'two.example.com']).code).toBe(1);
  });

  test('explain of a subdomain: what each standard applies, and from where', () => {
    const { code, stdout } = world.ask(['dmarc', 'explain', 'shop.example.com']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/RFC 9989 +none, by p= at _dmarc\.example\.com/);
    expect(stdout).toMatch(/RFC 7489 +none, by p= at _dmarc\.example\.com/);
    expect(world.ask(['dmarc', 'explain', 'example.org'])).toMatchObject({ code: 1, stdout: '' });
  });

  test('check makes the checks of this area alone', () => {
    const { code, stdout } = world.ask(['dmarc', 'check', 'example.com', '--format', 'json']);
    const { results } = JSON.parse(stdout);
    expect(new Set(results.map(({ area }: { area: string }) => area))).toEqual(new Set(['dmarc']));
    expect(results).toContainEqual(expect.objectContaining({ id: 'dmarc.present', outcome: 'pass' }));
    expect(code).toBe(0);
  });

  test('generate goes one step towards the aim, and keeps what it does not know', () => {
    const { text, refused, next } = made('example.com', '--policy', 'reject');
    expect(text).toBe('v=DMARC1; p=quarantine; rua=mailto:d@example.com; xown=1');
    expect(refused.join(' ')).toContain('p=reject comes after p=quarantine');
    expect(next).toMatchObject({ do: 'raise', p: 'reject' });
  });

  test.each([
    ['example.com', 'raise', 'quarantine'],
    ['tested.example.com', 'raise', 'quarantine'],
    ['away.example.com', null, 'reject'],
  ])('generate --next for %s: %s', (domain, step, policy) => {
    const proposal = made(domain, '--next');
    expect(proposal.step?.do ?? null).toBe(step);
    expect(proposal.text).toContain(`p=${policy}`);
    expect(proposal.refused).toEqual([]);
    if (step === null) expect(proposal.left.join(' ')).toContain('The aim is reached');
  });

  test('generate --next without a record publishes p=none, and asks for a mailbox', () => {
    const { text, left } = made('example.org', '--next');
    expect(text).toBe('v=DMARC1; p=none');
    expect(left.join(' ')).toContain('--rua');
    expect(made('example.org', '--next', '--rua', 'd@example.org').text).toContain('rua=mailto:d@example.org');
  });

  test('two records become one, and the place of both is named', () => {
    const { replaces, text } = made('two.example.com');
    expect(replaces).toHaveLength(2);
    expect(text).toMatch(/^v=DMARC1; p=none; rua=mailto:d@example\.com/);
  });

  test('what others have to publish is printed ready to be copied', () => {
    const { stdout } = world.ask(['dmarc', 'generate', 'away.example.com']);
    expect(stdout).toMatch(/^ {2}Name {3}away\.example\.com\._report\._dmarc\.reports\.example\.net$/m);
    expect(stdout).toContain('Nothing changes');
  });

  test('a record that takes the place of an inherited one says so', () => {
    const { left } = made('shop.example.com', '--rua', 'd@example.com');
    expect(left.join(' ')).toContain('Until now the record at _dmarc.example.com applies to shop.example.com');
  });

  test.each([
    [['dmarc', 'lint', silent]],
    [['dmarc', 'explain', silent]],
    [['dmarc', 'check', silent]],
    [['dmarc', 'generate', silent, '--policy', 'none']],
  ])('%j without an answer: 3, and nothing is proposed', (args) => {
    const { code, stdout } = world.ask([...args, '--timeout', '2']);
    expect(code).toBe(3);
    expect(stdout).not.toContain('v=DMARC1');
  });
});
