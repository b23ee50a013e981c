import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, silent, startCheckWorld } from './check-world.ts';

test.each([
  [['mta-sts', 'generate', 'example.com', '--mode', 'strict'], 'write testing, enforce or none'],
  [['mta-sts', 'generate', 'example.com', '--max-age', '2w'], 'write seconds'],
  [['mta-sts', 'check', 'two words'], 'is no domain'],
])('%j is wrong usage, with what to write', (args, message) => {
  const { code, stdout, stderr } = whybounce(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

const need = needs('nsd', 'unbound');

describe.runIf(need.met)(`a domain, with real name servers${need.because}`, () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await startCheckWorld({
      'example.com': {
        'example.com': {
          MX: [
            { preference: 10, exchange: 'mx1.example.com' },
            { preference: 20, exchange: 'mx2.example.com' },
          ],
        },
        'mx1.example.com': { A: ['192.0.2.25'] },
        'mx2.example.com': { A: ['192.0.2.26'] },
        'null.example.com': { MX: [{ preference: 0, exchange: '.' }] },
        'empty.example.com': { TXT: ['nothing'] },
        'gone.example.com': { MX: [{ preference: 10, exchange: 'mx1.example.com' }] },
        '_mta-sts.gone.example.com': { TXT: ['v=STSv1; id=20250101;'] },
        'closed.example.com': { MX: [{ preference: 10, exchange: 'mx1.example.com' }] },
        '_mta-sts.closed.example.com': { TXT: ['v=STSv1; id=20250101;'] },
        'mta-sts.closed.example.com': { CNAME: [`host.${silent}`] },
      },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  const made = (...args: string[]) => {
    const { code, stdout } = world.ask(['mta-sts', 'generate', ...args, '--timeout', '5', '--format', 'json']);
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };

  test('a policy for the mail servers that the domain has, testing first', () => {
    const { record, policy, steps } = made('example.com');
    expect(policy.text).toBe(
      'version: STSv1\r\nmode: testing\r\nmx: mx1.example.com\r\nmx: mx2.example.com\r\nmax_age: 86400\r\n',
    );
    expect(record.text).toMatch(/^v=STSv1; id=\d{14};$/);
    expect(steps.join(' ')).toMatch(/Serve the policy at .* Then publish the TXT record/);
  });

  test('--mx, --mode and --max-age are followed', () => {
    const { policy } = made('example.com', '--mx', 'mx.example.net', '--mode', 'none', '--max-age', '3600');
    expect(policy.text).toBe('version: STSv1\r\nmode: none\r\nmx: mx.example.net\r\nmax_age: 3600\r\n');
  });

  test('a policy that is known to be gone is written anew, with a new id', () => {
    const { record, changes } = made('gone.example.com');
    expect(record.text).not.toContain('20250101');
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'changed', from: 'id=20250101' }));
  });

  test('withdrawing waits for as long as senders may remember', () => {
    const { waitSeconds, policy } = made('gone.example.com', '--withdraw');
    expect(waitSeconds).toBeGreaterThan(86_400);
    expect(policy.text).toContain('mode: none');
    const nothing = world.ask(['mta-sts', 'generate', 'example.com', '--withdraw']);
    expect([nothing.code, nothing.stdout]).toEqual([1, '']);
    expect(nothing.stderr).toContain('nothing to withdraw');
  });

  test.each([
    ['null.example.com', 'takes no mail'],
    ['empty.example.com', 'has no mail server'],
  ])('%s: there is nothing to propose', (domain, why) => {
    const { code, stdout, stderr } = world.ask(['mta-sts', 'generate', domain]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(why);
  });

  test.each([[silent], ['closed.example.com']])(
    '%s: what is published is not known, and nothing is proposed',
    (domain) => {
      const { code, stdout, stderr } = world.ask(['mta-sts', 'generate', domain, '--timeout', '3']);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain('Nothing is proposed');
    },
  );

  test('check makes the checks of these areas alone', () => {
    const { code, stdout } = world.ask(['mta-sts', 'check', 'gone.example.com', '--format', 'ndjson']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(lines.slice(0, -1).map(({ area }) => area))).toEqual(new Set(['mta-sts', 'tls-rpt']));
    expect(lines).toContainEqual(expect.objectContaining({ id: 'sts.policy_fetch', outcome: 'fail' }));
    expect(lines.at(-1)).toMatchObject({ kind: 'domain', subject: 'gone.example.com' });
    expect(code).toBe(1);
  });
});
