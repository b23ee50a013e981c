import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, silent, startCheckWorld } from './check-world.ts';

test.each([
  [['check', 'two words'], 'is no domain'],
  [['check', 'ip', '192.0.2.300'], 'is no IP address'],
  [['check', 'mx', 'not a host'], 'is no mail server'],
  [['check', 'example.com', '--format', 'csv'], 'pretty, json, ndjson, sarif'],
  [['check', 'example.com', '--fail-on', 'grave'], 'critical, serious, moderate, minor, info'],
  [['check', '192.0.2.1'], 'write whybounce check ip 192.0.2.1.'],
  [['check', '[2001:db8::1]'], 'write whybounce check ip 2001:db8::1.'],
  [['check', 'example.com', 'two words'], 'is no domain'],
  [['check', 'example.com', 'example.net', '--rcpt', 'ann@example.com'], '--rcpt is about one domain'],
  [['check', 'example.com', 'example.net', '--before', 'report.json'], '--before is about one domain'],
  [['check', 'example.com', 'example.net', '--learn', 'mail.eml'], '--learn is about one domain'],
  [['spf', 'tree', 'example.com', '--ip', '192.0.2.1', '--fail-on', 'low'], '--fail-on has no meaning with --ip'],
  [['spf', 'lint', '-'], 'nothing came on standard input'],
  [['check', 'example.com', '--timeout', 'soon'], 'from 1 to 600'],
  [['check', 'example.com', '--list-key', 'key'], 'OPERATOR=KEY'],
  [['check', 'example.com', '--selector', '..'], 'is no DKIM selector'],
  [['check', 'example.com', '--learn', 'no-such-file.eml'], 'cannot be read'],
  [['check', 'example.com', '--before', 'no-such-file.json'], 'cannot be read'],
  [['check', 'example.com', '--before', 'package.json'], 'this is no report'],
])('%j is wrong usage, with what to write', (args, message) => {
  const { code, stdout, stderr } = whybounce(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test.each(['domain', 'ip', 'mx'])('check %s --help tells formats and exit codes', (kind) => {
  const { code, stdout } = whybounce(['check', kind, '--help']);
  expect(code).toBe(0);
  for (const words of ['pretty | json | ndjson | sarif', '3 nothing could be determined', '--resolver', '--before'])
    expect(stdout).toContain(words);
});

test('check --help shows what to write, and the options of explain and dmarc check are those that they heed', () => {
  const { stdout: check } = whybounce(['check', '--help']);
  for (const words of ['<DOMAIN...>', 'check ip [options] <ADDRESS>', 'check mx [options] <HOST>', 'Exit codes: 0'])
    expect(check).toContain(words);
  const { stdout: explain } = whybounce(['explain', '--help']);
  for (const words of ['--no-connect', '--no-lists', '--list-key', '--hello-name', 'Exit codes: 0 explained'])
    expect(explain).toContain(words);
  for (const [command] of [['dmarc'], ['dkim']] as const) {
    const { stdout } = whybounce([command, 'check', '--help']);
    expect(stdout).toContain('--resolver');
    expect(stdout).not.toMatch(/--hello-name|--list-key|--no-connect|--no-lists/);
  }
});

test('help names no empty list as a default', () => {
  for (const args of [['check', 'domain'], ['explain'], ['dmarc', 'generate'], ['spf', 'flatten']])
    expect(whybounce([...args, '--help']).stdout).not.toContain('[]');
  expect(whybounce(['check', 'domain', '--help']).stdout).toContain('(default: "pretty")');
});

test('completion knows the options', () => {
  const { stdout } = whybounce(['completion', 'bash']);
  for (const word of ['spf', 'dmarc', 'mta-sts', 'dkim', '--resolver', '--learn', '--non-existent', '--withdraw'])
    expect(stdout).toContain(word);
});

const need = needs('nsd', 'unbound');
const alone = ['--no-lists', '--no-connect'];

describe.runIf(need.met)(`with real name servers${need.because}`, () => {
  let world: CheckWorld;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'whybounce-check-'));
    world = await startCheckWorld({
      'example.com': {
        'example.com': {
          MX: [{ preference: 10, exchange: 'mx1.example.com' }],
          TXT: ['v=spf1 mx -all'],
        },
        'mx1.example.com': { A: ['192.0.2.25'] },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=reject; rua=mailto:d@example.com'] },
        'none.example.com': { TXT: ['nothing but \u001b[31mred\u001b[0m'] },
        's1._domainkey.example.com': {
          TXT: ['v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
        },
      },
      '2.0.192.in-addr.arpa': { '25.2.0.192.in-addr.arpa': { PTR: ['mx1.example.com'] } },
    });
  }, 60_000);
  afterAll(async () => {
    await world?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const json = (...args: string[]) => {
    const { code, stdout } = world.ask(['check', ...args, ...alone, '--format', 'json']);
    return { code, report: JSON.parse(stdout) };
  };

  test('a domain: areas with what is wrong, what to do, what was not run and why', () => {
    const { code, stdout, stderr } = world.ask(['check', 'example.com', ...alone]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^example\.com {2}domain\n {2}\d+ of 100, /);
    expect(stdout).toMatch(/✗ Mail servers have public addresses {2}failed, critical, mx\.public_ip/);
    expect(stdout).toMatch(/ {4}Do: Publish the public address/);
    expect(stdout).toMatch(/Not run\n[\s\S]*mx\.port25[\s\S]*Connecting to mail servers is switched off here\./);
  });

  test('all forms of a domain are the same one', () => {
    for (const written of ['EXAMPLE.com.', 'ann@example.com', 'https://example.com/path'])
      expect(json(written).report.subject).toBe('example.com');
  });

  test('a sending address, and a mail server', () => {
    const address = json('ip', '192.0.2.25', '--helo', 'mx1.example.com', '--from', 'ann@example.com').report;
    expect(address).toMatchObject({ kind: 'ip', subject: '192.0.2.25' });
    expect(address.results).toContainEqual(expect.objectContaining({ id: 'ptr.fcrdns', outcome: 'pass' }));
    const server = world.ask(['check', 'mx', 'mx1.example.com', '--no-lists', '--format', 'json']);
    // nothing on this side of the network may be connected to, which is nobody's failure
    expect(server.code).toBe(3);
    expect(JSON.parse(server.stdout)).toMatchObject({ kind: 'mx' });
  });

  test('the DNS half is shown where mail servers cannot be asked', () => {
    const { stdout } = world.ask(['check', 'example.com', '--no-lists', '--format', 'json']);
    const { results } = JSON.parse(stdout);
    expect(results).toContainEqual(expect.objectContaining({ id: 'dmarc.present', outcome: 'pass' }));
    expect(results).toContainEqual(expect.objectContaining({ id: 'mx.port25', outcome: 'could-not-determine' }));
  });

  test('what cannot be determined is 3, in time, and fails nothing', () => {
    const { code, stdout } = world.ask(['check', silent, ...alone, '--timeout', '2', '--format', 'json']);
    expect(code).toBe(3);
    const outcomes = new Set(JSON.parse(stdout).results.map(({ outcome }: { outcome: string }) => outcome));
    for (const outcome of ['pass', 'fail', 'warn']) expect(outcomes).not.toContain(outcome);
    const pretty = world.ask(['check', silent, ...alone, '--timeout', '2']).stdout;
    expect(pretty).toMatch(/\n {2}Nothing could be determined\. \d+ could not tell[^.]*\.\n/);
  });

  test('sarif: what nobody could determine is a run that did not succeed, and not one without alerts', () => {
    const { code, stdout } = world.ask(['check', silent, ...alone, '--timeout', '2', '--format', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    expect([code, run.results]).toEqual([3, []]);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toContainEqual(
      expect.objectContaining({ level: 'error', properties: { check: 'dns.exists' } }),
    );
    const known = JSON.parse(world.ask(['check', 'example.com', ...alone, '--format', 'sarif']).stdout).runs[0];
    expect(known.invocations[0].executionSuccessful).toBe(true);
  });

  test('sarif --before: what was amiss and cannot be told now stays listed, as open', () => {
    const path = join(folder, 'amiss.json');
    const { report } = json(silent, '--timeout', '2');
    const results = report.results.map((result: { id: string }) =>
      result.id === 'dmarc.present' ? { ...result, outcome: 'fail', says: 'There was none.' } : result,
    );
    writeFileSync(path, JSON.stringify({ ...report, results }));
    const args = ['check', silent, ...alone, '--timeout', '2', '--before', path, '--format', 'sarif'];
    const [run] = JSON.parse(world.ask(args).stdout).runs;
    expect(run.results).toEqual([
      expect.objectContaining({ ruleId: 'dmarc.present', kind: 'open', level: 'none', baselineState: 'updated' }),
    ]);
  });

  describe('several domains', () => {
    const both = ['none.example.com', 'example.com', 'NONE.example.com.'];
    const ask = (...args: string[]) => world.ask(['check', ...args, ...alone]);

    test('pretty: one report after the other, in the order in which they were named', () => {
      const { code, stdout, stderr } = ask('none.example.com', 'example.com');
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout.match(/^\S+ {2}domain$/gm)).toEqual(['none.example.com  domain', 'example.com  domain']);
      expect(stdout).toContain('\n\nexample.com  domain\n');
    });

    test('json: an array; of one an object', () => {
      const subjects = JSON.parse(ask(...both, '--format', 'json').stdout).map(
        ({ subject }: { subject: string }) => subject,
      );
      expect(subjects).toEqual(['none.example.com', 'example.com']);
      expect(json('example.com').report.subject).toBe('example.com');
    });

    test('ndjson: every line says of whom it is', () => {
      const lines = ask('none.example.com', 'example.com', '--format', 'ndjson')
        .stdout.trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const of = (type: string) => lines.filter((line) => line.type === type).map(({ subject }) => subject);
      expect(of('report').toSorted()).toEqual(['example.com', 'none.example.com']);
      expect(new Set(of('result'))).toEqual(new Set(['example.com', 'none.example.com']));
      expect(of('report').length + of('result').length).toBe(lines.length);
    });

    test('sarif: one run, in which each result knows its rule', () => {
      const { runs } = JSON.parse(ask('none.example.com', 'example.com', '--format', 'sarif').stdout);
      expect(runs).toHaveLength(1);
      const { tool, results, invocations } = runs[0];
      expect(invocations).toHaveLength(2);
      const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
      const prints = results.map((result: { partialFingerprints: object }) =>
        JSON.stringify(result.partialFingerprints),
      );
      expect(new Set(prints).size).toBe(results.length);
    });

    test('the worst counts: a failure before what nobody knows', () => {
      const low = ['--timeout', '2', '--format', 'json'];
      expect(ask('example.com', silent, ...low).code).toBe(1);
      expect(ask(silent, `other.${silent}`, ...low).code).toBe(3);
    });
  });

  test('--fail-on moves the bound', () => {
    const run = (bound: string) => world.ask(['dmarc', 'check', 'none.example.com', '--fail-on', bound]).code;
    const { results } = JSON.parse(world.ask(['dmarc', 'check', 'none.example.com', '--format', 'json']).stdout);
    const order = ['critical', 'high', 'medium', 'low'];
    const worst = Math.min(
      ...results.flatMap(({ outcome, severity }: { outcome: string; severity: string }) =>
        outcome === 'fail' ? [order.indexOf(severity)] : [],
      ),
      order.length,
    );
    for (const [i, bound] of order.entries()) expect(run(bound), bound).toBe(i >= worst ? 1 : 0);
    for (const [i, bound] of ['critical', 'serious', 'moderate', 'minor'].entries())
      expect(run(bound), bound).toBe(i >= worst ? 1 : 0);
  });

  test('ndjson: a result a line, then the report without them', () => {
    const { stdout } = world.ask(['check', 'example.com', ...alone, '--format', 'ndjson']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { report } = json('example.com');
    expect(
      lines
        .slice(0, -1)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(report.results.map(({ id }: { id: string }) => id).toSorted());
    for (const line of lines.slice(0, -1)) expect(line).toMatchObject({ type: 'result', subject: 'example.com' });
    expect(lines.at(-1)).toMatchObject({
      type: 'report',
      kind: 'domain',
      subject: 'example.com',
      queries: { blocklists: 0 },
    });
    expect(lines.at(-1)).not.toHaveProperty('results');
  });

  test('sarif: every result has its rule, kind, level and place', () => {
    const { stdout } = world.ask(['check', 'example.com', ...alone, '--format', 'sarif', '--all']);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    const [run] = runs;
    for (const { ruleId, ruleIndex, kind, level, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(kind === 'fail').toBe(level !== 'none');
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe('domain/example.com');
    }
    const amiss = JSON.parse(world.ask(['check', 'example.com', ...alone, '--format', 'sarif']).stdout).runs[0];
    expect(new Set(amiss.results.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['fail']));
    expect(amiss.tool.driver.rules).toHaveLength(amiss.results.length);
    expect(run.results).toContainEqual(
      expect.objectContaining({ ruleId: 'mx.public_ip', kind: 'fail', level: 'error' }),
    );
  });

  test('--before tells by check what changed', () => {
    const path = join(folder, 'before.json');
    const { report } = json('example.com');
    const earlier = report.results.map((result: { id: string; outcome: string }) =>
      result.id === 'dmarc.present'
        ? { ...result, outcome: 'fail', says: 'There was none \u001b[31m.' }
        : result.id === 'mx.public_ip'
          ? { ...result, outcome: 'pass', says: 'It was public.' }
          : result,
    );
    writeFileSync(path, JSON.stringify({ ...report, results: earlier }));
    const { stdout } = world.ask(['check', 'example.com', ...alone, '--before', path]);
    const since = stdout.slice(stdout.indexOf('  Since '));
    expect(since).toMatch(
      /broken since: Mail servers have public addresses {2}mx\.public_ip\n {4}then in order: It was public\./,
    );
    expect(since).toMatch(/repaired: The domain has a DMARC record {2}dmarc\.present/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(since).not.toMatch(/\u001b/);
    const { since: changes } = json('example.com', '--before', path).report;
    expect(changes.changes.map(({ id }: { id: string }) => id).toSorted()).toEqual(['dmarc.present', 'mx.public_ip']);
    const sarif = JSON.parse(
      world.ask(['check', 'example.com', ...alone, '--all', '--before', path, '--format', 'sarif']).stdout,
    );
    const states = Object.fromEntries(
      sarif.runs[0].results.map(({ ruleId, baselineState }: Record<string, string>) => [ruleId, baselineState]),
    );
    expect(states).toMatchObject({ 'mx.public_ip': 'updated', 'mx.present': 'unchanged' });
    const other = world.ask(['check', 'none.example.com', ...alone, '--before', path]);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('that report is of example.com')]);
  });

  test('--learn takes the selectors of the domain out of messages, and leaves those of others', () => {
    const path = join(folder, 'message.eml');
    const signature = (selector: string, domain: string) =>
      `DKIM-Signature: v=1; a=rsa-sha256; d=${domain};\r\n s=${selector}; h=from; bh=AAAA; b=BBBB\r\n`;
    writeFileSync(
      path,
      `${signature('s1', 'example.com')}${signature('gone', 'news.example.com')}${signature('big', 'example.net')}${signature('a b;c', 'example.com')}From: a@example.com\r\n\r\nHello\r\n`,
    );
    const { stdout, stderr } = world.ask(['dkim', 'check', 'example.com', '--learn', path, '--format', 'json']);
    expect(stderr).toContain('left out as signatures of others: big@example.net');
    const text = JSON.stringify(JSON.parse(stdout).results);
    expect(text).toContain('s1._domainkey.example.com');
    expect(text).toContain('gone._domainkey.news.example.com');
    expect(text).not.toContain('big._domainkey');
  });

  test('dkim lint and generate', () => {
    const lint = world.ask(['dkim', 'lint', 'example.com', '--selector', 's1']);
    expect([lint.code, lint.stdout]).toEqual([0, expect.stringContaining('The public key: Ed25519.')]);
    expect(world.ask(['dkim', 'lint', 'example.com', '--selector', 'none'])).toMatchObject({ code: 1, stdout: '' });
    const key = join(folder, 'key.pem');
    writeFileSync(key, '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n');
    const made = world.ask(['dkim', 'generate', '--key', key, '--domain', 'example.com', '--selector', 's1']);
    expect([made.code, made.stdout]).toEqual([0, expect.stringContaining('Nothing changes')]);
    writeFileSync(key, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
    const secret = world.ask(['dkim', 'generate', '--key', key]);
    expect([secret.code, secret.stderr]).toEqual([2, expect.stringContaining('This is a private key')]);
  });
});
