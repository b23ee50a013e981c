import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whybounce } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, silent, startCheckWorld } from './check-world.ts';

const utf8 = { env: { LC_ALL: 'C.UTF-8' } };
const ascii = { env: { LC_ALL: 'C' } };

describe('a record in hand', () => {
  test('lint shows the place of each fault with carets below it', () => {
    const record = 'v=spf1 ipv4:192.0.2.1 include:x.example.net +all mx';
    const { code, stdout, stderr } = whybounce(['spf', 'lint', record]);
    expect([code, stderr]).toEqual([1, '']);
    const lines = stdout.split('\n');
    for (const term of ['ipv4:192.0.2.1', '+all', 'mx']) {
      const carets = lines.find(
        (line, i) => line.trim() === '^'.repeat(term.length) && lines[i - 1]?.trim() === record,
      );
      expect(carets?.indexOf('^'), term).toBe(6 + record.indexOf(term));
    }
    expect(stdout).toContain('"+all" allows every server in the world');
  });

  test('a long one is cut around the place', () => {
    const record = `v=spf1 ${Array.from({ length: 40 }, (_, i) => `ip4:192.0.2.${i}`).join(' ')} +all`;
    const { stdout } = whybounce(['spf', 'lint', record]);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => /^ +\^{4}$/.test(line));
    expect(lines[at - 1]?.slice(lines[at]?.indexOf('^'))).toBe('+all');
    expect(lines[at - 1]?.length).toBeLessThanOrEqual(102);
  });

  test('what is in order gives 0; --fail-on moves the bound', () => {
    expect(whybounce(['spf', 'lint', 'v=spf1 ip4:192.0.2.1 -all'])).toMatchObject({ code: 0 });
    const weak = ['spf', 'lint', 'v=spf1 ip4:192.0.2.1 ?all'];
    expect(whybounce(weak).code).toBe(0);
    expect(whybounce([...weak, '--fail-on', 'medium']).code).toBe(1);
  });

  test('standard input is a record whatever it holds, and steers no terminal', () => {
    const { code, stdout } = whybounce(['spf', 'lint', '-'], { input: 'v=spf1 \u001b[2Jmx \u202e-all\n' });
    expect(code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(stdout).toContain('<1B>[2Jmx <202E>-all');
  });

  test('explain says it in words, of the domain that is named', () => {
    const { code, stdout } = whybounce(['spf', 'explain', 'v=spf1 ip4:192.0.2.0/24 ~all', '--domain', 'example.com']);
    expect(code).toBe(0);
    expect(stdout).toContain('May send as example.com: 192.0.2.0/24 (256 addresses).');
  });

  test('as JSON with offsets into the record', () => {
    const record = 'v=spf1 +all';
    const { findings, domain } = JSON.parse(whybounce(['spf', 'lint', record, '--format', 'json']).stdout);
    expect(domain).toBe(null);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'plus-all', span: [7, 11], severity: 'critical' }));
  });

  test.each([
    [['spf', 'lint', 'v=spf1 -all', '--format', 'csv'], 'write pretty or json'],
    [['spf', 'lint', 'v=spf1 -all', '--fail-on', 'grave'], 'write one of critical, serious, moderate, minor, info'],
    [['spf', 'tree', 'no domain'], 'is no domain'],
    [['spf', 'tree', 'example.com', '--sender', 'a@example.com'], 'need --ip'],
    [['spf', 'tree', 'example.com', '--resolver', 'nowhere'], 'is no address of a name server'],
    [['spf', 'tree', 'example.com', '--timeout', '0'], 'from 1 to 600'],
    [['spf', 'generate', 'example.com', '--add', 'nobody'], 'google-workspace'],
    [['spf', 'generate', 'example.com', '--all', 'pass'], 'write fail (-), softfail (~) or neutral (?)'],
  ])('%j is wrong usage, with what to write', (args, message) => {
    const { code, stdout, stderr } = whybounce(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

const need = needs('nsd', 'unbound');
const dozen = Array.from({ length: 12 }, (_, i) => i);

describe.runIf(need.met)(`a domain, with real name servers${need.because}`, () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await startCheckWorld({
      'example.com': {
        'example.com': {
          A: ['192.0.2.10'],
          TXT: [
            'v=spf1 include:_spf.example.net a:gone.example.com ip4:192.0.2.0/24 x-note=%{d} ~all',
            'something else',
          ],
        },
        'many.example.com': { TXT: [`v=spf1 ${dozen.map((i) => `include:s${i}.example.net`).join(' ')} -all`] },
        'loop.example.com': { TXT: ['v=spf1 include:back.example.net -all'] },
        'two.example.com': { TXT: ['v=spf1 ip4:192.0.2.1 -all', 'v=spf1 include:_spf.example.net ~all'] },
        'half.example.com': { TXT: [`v=spf1 include:${silent} ip4:192.0.2.7 -all`] },
        'none.example.com': { A: ['192.0.2.1'] },
        'evil.example.com': { TXT: ['v=spf1 include:\u001b]0;owned\u0007.example.net -all'] },
      },
      'example.net': {
        '_spf.example.net': { TXT: ['v=spf1 ip4:203.0.113.0/25 include:s1.example.net -all'] },
        'back.example.net': { TXT: ['v=spf1 include:loop.example.com -all'] },
        ...Object.fromEntries(dozen.map((i) => [`s${i}.example.net`, { TXT: [`v=spf1 ip4:198.51.100.${i} -all`] }])),
      },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  test('tree: every term with its number, in box characters where the locale has them', () => {
    const { code, stdout } = world.ask(['spf', 'tree', 'example.com'], utf8);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {7}1 {7}2 {2}├─ include:_spf\.example\.net$/m);
    expect(stdout).toMatch(/^ {7}2 {7}1 {2}│ {2}├─ include:s1\.example\.net$/m);
    expect(stdout).toMatch(/^ {7}3 {7}1 {2}├─ a:gone\.example\.com {2}no A or AAAA record \(void\)$/m);
    expect(stdout).toMatch(/^ {18}└─ ~all {2}all others: softfail$/m);
    expect(stdout).toMatch(/Look-ups +3 of 10\n/);
    const plain = world.ask(['spf', 'tree', 'example.com'], ascii).stdout;
    expect(plain).toMatch(/^ {7}1 {7}2 {2}\|- include:_spf\.example\.net$/m);
    expect(plain).toMatch(/^ {18}`- ~all/m);
    expect(plain).not.toMatch(/[├└│]/);
    expect(world.ask(['spf', 'tree', 'example.com', '--ascii'], utf8).stdout).toBe(plain);
  });

  test('tree: the include that breaks the limit is marked in words', () => {
    const { code, stdout } = world.ask(['spf', 'tree', 'many.example.com'], ascii);
    expect(code).toBe(1);
    const marked = stdout.split('\n').filter((line) => line.includes('<=='));
    expect(marked).toEqual([
      '      11       1  |- include:s10.example.net  <== look-up 11 of 10: here receivers stop with permerror',
    ]);
    expect(stdout).toMatch(/Look-ups +12 of 10: too many/);
  });

  test('tree: a loop ends, and is told', () => {
    const { code, stdout } = world.ask(['spf', 'tree', 'loop.example.com'], ascii);
    expect(code).toBe(1);
    expect(stdout).toContain('include:loop.example.com  loop: leads back to this record above');
  });

  test.each([
    ['198.51.100.1', 0, 'pass', ['include:_spf.example.net  <== on the way', 'ip4:198.51.100.1  <== decides: pass']],
    ['198.51.100.99', 1, 'softfail', ['<== decides: softfail']],
  ])('tree --ip %s: exit %i, %s, with the term that decides', (ip, exit, verdict, marks) => {
    const { code, stdout } = world.ask(['spf', 'tree', 'example.com', '--ip', ip], ascii);
    expect(code).toBe(exit);
    expect(stdout).toMatch(new RegExp(`Verdict +${verdict} `));
    for (const mark of marks) expect(stdout).toContain(mark);
    const json = JSON.parse(world.ask(['spf', 'tree', 'example.com', '--ip', ip, '--format', 'json']).stdout);
    expect(json.verdict.verdict).toBe(verdict);
    expect(json.tree.lookups.total).toBe(3);
  });

  test.each([
    ['a name without answer', ['spf', 'tree', silent, '--timeout', '2']],
    ['a client behind one', ['spf', 'tree', 'half.example.com', '--ip', '192.0.2.7', '--timeout', '3']],
    ['lint of one', ['spf', 'lint', silent, '--timeout', '2']],
    ['explain of one', ['spf', 'explain', silent, '--timeout', '2']],
    ['flatten of one', ['spf', 'flatten', silent, '--timeout', '2']],
  ])('%s: 3, never a pass or a failure', (_name, args) => {
    expect(world.ask(args).code).toBe(3);
  });

  test('control characters of a record reach no terminal', () => {
    for (const command of ['tree', 'lint', 'explain']) {
      const { stdout } = world.ask(['spf', command, 'evil.example.com']);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
      expect(stdout, command).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      expect(stdout).toContain('<1B>]0;owned<07>');
    }
  });

  test('lint and explain without a record say so', () => {
    const lint = world.ask(['spf', 'lint', 'none.example.com']);
    expect([lint.code, lint.stdout]).toEqual([1, expect.stringContaining('none.example.com has no SPF record')]);
    const explain = world.ask(['spf', 'explain', 'two.example.com']);
    expect([explain.code, explain.stdout, explain.stderr]).toEqual([1, '', expect.stringContaining('2 SPF records')]);
  });

  describe('generate', () => {
    const made = (...args: string[]) => {
      const { code, stdout } = world.ask(['spf', 'generate', ...args, '--format', 'json']);
      expect(code).toBe(0);
      return JSON.parse(stdout);
    };

    test('begins with what is published, and keeps what it does not know', () => {
      const { text, lookups, replaces, changes } = made(
        'example.com',
        '--add',
        'google-workspace',
        '--add',
        '203.0.113.200',
        '--remove',
        'a:gone.example.com',
        '--all',
        '-all',
      );
      expect(text).toBe(
        'v=spf1 include:_spf.example.net ip4:192.0.2.0/24 include:_spf.google.com ip4:203.0.113.200 x-note=%{d} -all',
      );
      expect(replaces).toHaveLength(1);
      expect(lookups).toBe(3);
      expect(changes.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['kept', 'added', 'removed', 'changed']),
      );
    });

    test('an unquoted ~, which shells turn into the home folder', () => {
      const home = process.env['HOME'] as string;
      expect(made('two.example.com', '--all', home).text).toMatch(/ ~all$/);
    });

    test('two records become one that takes the place of both', () => {
      const { text, replaces, left } = made('two.example.com');
      expect(text).toMatch(/^v=spf1 (?=.*include:_spf\.example\.net)(?=.*ip4:192\.0\.2\.1 ).*~all$/);
      expect(replaces).toHaveLength(2);
      expect(left.join(' ')).toContain('take all 2 others out');
    });

    test('what it prints is ready to be copied, with what goes and what comes', () => {
      const { stdout } = world.ask(['spf', 'generate', 'example.com', '--remove', 'a:gone.example.com']);
      expect(stdout).toMatch(
        /^ {2}Value {2}v=spf1 include:_spf\.example\.net ip4:192\.0\.2\.0\/24 x-note=%\{d\} ~all$/m,
      );
      expect(stdout).toMatch(/^ {2}Zone {3}example\.com\. IN TXT "v=spf1 /m);
      expect(stdout).toMatch(/^ {2}- a:gone\.example\.com$/m);
    });

    test('without an answer nothing is proposed', () => {
      const { code, stdout, stderr } = world.ask(['spf', 'generate', silent, '--add', 'mx', '--timeout', '2']);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain('Nothing is proposed');
    });
  });

  test('flatten: ranges in the place of includes, and the names to watch', () => {
    const { code, stdout } = world.ask(['spf', 'flatten', 'example.com', '--format', 'json']);
    const { records, lookups, watch } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(records[0].text).toContain('ip4:203.0.113.0/25');
    expect(records[0].text).not.toContain('include:');
    expect(lookups.after).toBeLessThan(lookups.before);
    expect(watch).toContainEqual({ name: '_spf.example.net', type: 'TXT' });
    const kept = world.ask(['spf', 'flatten', 'example.com', '--keep', '_spf.example.net']);
    expect(kept.stdout).toContain('include:_spf.example.net');
  });
});
