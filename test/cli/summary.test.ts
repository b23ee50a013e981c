import { describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';

/** A log of two days: thirty domains of ten addresses, mailed ten times; one domain refuses from the second day on. */
function log(isRefused: (domain: number, hour: number) => boolean): string {
  const lines: string[] = [];
  for (let hour = 0; hour < 40; hour += 2)
    for (let domain = 0; domain < 30; domain++)
      for (let user = 0; user < 2; user++) {
        const at = new Date(Date.UTC(2026, 4, 27, hour, domain, user)).toISOString().slice(0, 19);
        const to = `u${user}-${hour}@d${domain}.example.com`;
        const peer = `mx.d${domain}.example.com[192.0.2.${domain}]`;
        const outcome = isRefused(domain, hour)
          ? `dsn=5.7.1, status=bounced (host ${peer} said: 554 5.7.1 <${to}>: Relay access denied (in reply to RCPT TO command))`
          : 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F2A)';
        lines.push(`${at}+00:00 out postfix/smtp[7]: 5D0A1: to=<${to}>, relay=${peer}:25, delay=1, ${outcome}\n`);
      }
  return lines.join('');
}

const run = (input: string, ...args: string[]) => whybounce(['summary', '--as', 'log/postfix', ...args], { input });

describe('what stands out', () => {
  const broken = log((domain, hour) => domain === 7 && hour >= 24);

  test('the rate with its band, the domain, and when it began', () => {
    const { code, stdout } = run(broken);
    expect(code).toBe(0);
    expect(stdout).toContain('What stands out');
    expect(stdout).toContain('Bounce rate 1.33 % (16 of 1,200, likely between 0.82 % and 2.15 %): investigate');
    expect(stdout).toContain('Domain d7.example.com: 16 of 40 refused (0 would be usual), first 2026-05-28 00:07 UTC');
    expect(stdout).toContain('postfix/relay-access-denied 16');
  });

  test('json has it all, with times', () => {
    const found = JSON.parse(run(broken, '--format', 'json').stdout) as Record<string, never> & {
      bands: { all: { band: string; rate: number }; cohorts: { key: string; band: string }[] };
      patterns: { id: string; since: string; pValue: number }[];
      steps: unknown[];
    };
    expect(found.bands.all).toMatchObject({ band: 'investigate', attempts: 1200, failures: 16 });
    expect(found.bands.cohorts).toMatchObject([{ dimension: 'domain', key: 'd7.example.com', band: 'stop' }]);
    expect(found.patterns).toMatchObject([
      { id: 'domain:d7.example.com', since: '2026-05-28T00:07:00.000Z', only: null, alternatives: [], domains: 1 },
    ]);
    expect(found.patterns[0]?.pValue).toBeLessThan(1e-15);
    expect(found.steps).toEqual([]);
  });

  test('csv stays a table of counts', () => {
    expect(run(broken, '--format', 'csv').stdout).not.toContain('pattern');
  });

  test('the limits can be moved', () => {
    const bandOf = (...args: string[]): string =>
      (JSON.parse(run(broken, '--format', 'json', ...args).stdout) as { bands: { all: { band: string } } }).bands.all
        .band;
    expect(bandOf('--investigate', '2', '--stop', '5')).toBe('normal');
    expect(bandOf('--investigate', '0.1', '--stop', '1')).toBe('stop');
    expect(bandOf('--min-sample', '5000')).toBe('investigate');
  });

  test('a refusal that begins everywhere at once', () => {
    const { stdout } = run(log((_, hour) => hour === 30));
    expect(stdout).toContain(
      'New from 2026-05-28 06:00 UTC: postfix/relay-access-denied, 60 of 60 (never seen before)',
    );
    expect(stdout).toContain('over by 2026-05-28 08:00 UTC');
  });
});

test('where nothing stands out it says so', () => {
  const { stdout } = run(log(() => false));
  expect(stdout).toContain('Bounce rate 0.00 % (0 of 1,200');
  expect(stdout).toContain('No part of the mail failed markedly more often than the rest.');
});

test('one of twelve is not enough data', () => {
  const lines = log((domain, hour) => domain === 3 && hour === 0)
    .split('\n')
    .slice(0, 12)
    .map((line) => `${line}\n`);
  const failures = lines.filter((line) => line.includes('bounced')).length;
  expect(failures).toBe(2);
  const { stdout } = run(lines.filter((line, i) => !line.includes('bounced') || i % 2 === 0).join(''));
  expect(stdout).toMatch(/Bounce rate 9\.09 % \(1 of 11, .*\): not enough data to judge/);
});

test('without deliveries nobody knows the rate', () => {
  const { stdout } = whybounce(['summary', '--as', 'reply'], { input: '550 5.1.1 User unknown\n' });
  expect(stdout).toContain('No delivery was read, so nobody knows the bounce rate.');
});

describe('a limit that cannot be meant', () => {
  test.each([
    [['--investigate', 'x'], '--investigate x: write a percentage between 0 and 100, such as 0.5.'],
    [['--stop', '0'], '--stop 0: write a percentage between 0 and 100, such as 0.5.'],
    [['--investigate', '3'], '--investigate 3 --stop 2: write less for --investigate than for --stop.'],
    [['--min-sample', '-1'], '--min-sample -1: write a whole number above zero.'],
  ])('%j ends with 2 and says what to write', (args, message) => {
    const { code, stdout, stderr } = run('', ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('names out of a log cannot steer the terminal', () => {
  const evil = log((domain) => domain === 7).replaceAll('@d7.example.com', '@d7\u001b[2J.example.com');
  expect(run(evil).stdout).not.toContain('\u001b');
});
