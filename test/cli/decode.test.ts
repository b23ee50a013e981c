import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BounceEvent } from '@whybounce/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunOptions, whybounce } from '../command.ts';

const unknown = '550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown in virtual mailbox table';
const full = '452 4.2.2 <bob@example.org>: Mailbox full';
const logLine =
  '2026-06-08T06:15:11+00:00 mail postfix/smtp[2106]: 8E1B31E0A4: to=<lars@example.org>, relay=mx.example.org[203.0.113.14]:25, delay=1.3, dsn=5.1.1, status=bounced (host mx.example.org[203.0.113.14] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const letter =
  'From: Lena <lena@example.net>\nTo: news@example.com\nSubject: Thank you\nDate: Mon, 22 Jun 2026 08:01:50 +0000\n\nThank you for this issue.\n';
const bounce = (recipient: string): string =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
    'To: news@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.com',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: User unknown`,
    '',
    '--b--',
    '',
  ].join('\n');

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

/** Writes a file into the folder of this run. */
function put(name: string, content: string | Uint8Array): string {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
}

/** Runs `decode --format ndjson` and parses what it prints. */
function decoded(
  args: readonly string[],
  options?: RunOptions,
): { code: number | null; events: BounceEvent[]; stderr: string } {
  const { code, stdout, stderr } = whybounce(['decode', '--format', 'ndjson', ...args], options);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code, events: lines.map((line) => JSON.parse(line) as BounceEvent), stderr };
}

const inputs = (events: readonly BounceEvent[]): string[] => events.map(({ input }) => input.replace(folder, ''));
const recipients = (events: readonly BounceEvent[]): (string | null)[] => events.map(({ recipient }) => recipient);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whybounce-decode-'));
  put('bounce.eml', bounce('ada@example.org'));
  put('letter.eml', letter);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('exit codes', () => {
  test('0 where something was decoded', () =>
    expect(decoded([at('bounce.eml')])).toMatchObject({ code: 0, stderr: '' }));

  test('1 where nothing was a delivery event, with one record that says so', () => {
    const { code, events } = decoded([at('letter.eml')]);
    expect(code).toBe(1);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'other', recipient: null, diagnosis: null });
    expect(events[0]?.warnings.map((warning) => warning.code)).toContain('no-delivery-event');
  });

  test('1 where a bounce is not among several files, 0 where it is', () => {
    expect(decoded([at('letter.eml'), at('letter.eml')]).code).toBe(1);
    expect(decoded([at('letter.eml'), at('bounce.eml')]).code).toBe(0);
  });

  test('1 for an empty input, which is named all the same', () => {
    const { code, events } = decoded([put('empty.eml', '')]);
    expect(code).toBe(1);
    expect(inputs(events)).toEqual(['/empty.eml']);
  });

  test.each([
    [['decode', '--format', 'xml'], '--format xml'],
    [['decode', '--as', 'letter'], '--as letter'],
    [['decode', '--as', 'mail/postfix'], '--as mail/postfix'],
    [['decode', '--as', 'log/'], '--as log/'],
    [['decode', '--utc-offset', '9'], '--utc-offset 9'],
    [['decode', '--no-such-option'], '--no-such-option'],
    [['decode', '--format'], '--format'],
    [['--no-such-option'], '--no-such-option'],
    [['summary', '--format', 'ndjson'], '--format ndjson'],
    [['summary', '--top', '0'], '--top 0'],
    [['completion', 'powershell'], 'completion powershell'],
    [['completion'], 'SHELL'],
    [['550 5.1.1 no such user', '--format', 'xml'], '--format xml'],
  ])('2 for %j, with a sentence that names the option', (args, named) => {
    const { code, stdout, stderr } = whybounce(args, { input: unknown });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('3 where a file is missing, and the others are printed', () => {
    const { code, events, stderr } = decoded([at('gone.eml'), at('bounce.eml')]);
    expect(code).toBe(3);
    expect(recipients(events)).toEqual(['ada@example.org']);
    expect(stderr).toContain(`${at('gone.eml')}: there is no such file.`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('3 where a path goes through a file, and where a link leads nowhere', () => {
    expect(decoded([at('bounce.eml', 'x')]).code).toBe(3);
    mkdirSync(at('dangling'));
    symlinkSync(at('nowhere'), at('dangling', 'link.eml'));
    expect(decoded([at('dangling')]).code).toBe(3);
  });

  test('3 where gzip is cut short, and what could be unpacked is printed', () => {
    const whole = gzipSync(
      Array.from({ length: 2_000 }, (_, i) => `550 5.1.1 <user${i * 7919}@example.org>: User unknown\n`).join(''),
    );
    const { code, events, stderr } = decoded(['--as', 'reply', put('cut.gz', whole.subarray(0, whole.length >> 1))]);
    expect(code).toBe(3);
    expect(events.length).toBeGreaterThan(100);
    expect(stderr).toContain('cut.gz: The compressed input is damaged or cut short');
  });

  test('3 outranks 1', () => expect(decoded([at('gone.eml'), at('letter.eml')]).code).toBe(3));
});

describe('standard input', () => {
  test.each([[[]], [['-']]])('is read with paths %j', (paths) => {
    const { code, events } = decoded(paths, { input: bounce('eve@example.net') });
    expect(code).toBe(0);
    expect(events.map(({ input, recipient }) => [input, recipient])).toEqual([['-', 'eve@example.net']]);
  });

  test('is read among files, in their order', () => {
    const { events } = decoded([at('bounce.eml'), '-', at('bounce.eml')], { input: unknown });
    expect(inputs(events)).toEqual(['/bounce.eml', '-', '/bounce.eml']);
  });

  test('is read by a command without any argument', () => {
    const { code, stdout } = whybounce([], { input: bounce('eve@example.net') });
    expect(code).toBe(0);
    expect(stdout).toContain('eve@example.net');
  });

  test('names its lines', () =>
    expect(inputs(decoded([], { input: `${unknown}\n${full}\n` }).events)).toEqual(['-:1', '-:2']));
});

describe('folders and mailboxes', () => {
  test('a folder gives its files and those of its folders, sorted, without hidden ones', () => {
    put('tree/b.eml', bounce('b@example.org'));
    put('tree/a/2.eml', bounce('a2@example.org'));
    put('tree/a/1.eml', bounce('a1@example.org'));
    put('tree/.hidden.eml', bounce('hidden@example.org'));
    expect(inputs(decoded([at('tree')]).events)).toEqual(['/tree/a/1.eml', '/tree/a/2.eml', '/tree/b.eml']);
  });

  test('a maildir gives cur and new, not what is still being written to tmp', () => {
    put('Maildir/cur/1.host:2,S', bounce('cur@example.org'));
    put('Maildir/new/2.host', bounce('new@example.org'));
    put('Maildir/tmp/3.host', bounce('tmp@example.org'));
    expect(recipients(decoded([at('Maildir')]).events)).toEqual(['cur@example.org', 'new@example.org']);
  });

  test('a folder called tmp that is in no maildir is read', () => {
    put('plain/tmp/1.eml', bounce('tmp@example.org'));
    expect(recipients(decoded([at('plain')]).events)).toEqual(['tmp@example.org']);
  });

  test('a link to a folder above does not turn in circles', () => {
    put('circle/inner/1.eml', bounce('once@example.org'));
    symlinkSync(at('circle'), at('circle', 'inner', 'up'));
    symlinkSync(at('circle', 'inner'), at('circle', 'inner', 'self'));
    expect(recipients(decoded([at('circle')]).events)).toEqual(['once@example.org']);
  });

  test('an empty folder is nothing, not a fault', () => {
    mkdirSync(at('void'));
    expect(decoded([at('void')])).toMatchObject({ code: 1, events: [], stderr: '' });
  });

  test('an mbox names its messages', () => {
    const mbox = ['one@example.org', 'two@example.org']
      .map((who) => `From MAILER-DAEMON Mon Jun 22 07:10:02 2026\n${bounce(who)}\n`)
      .join('');
    const { events } = decoded([put('two.mbox', mbox)]);
    expect(inputs(events)).toEqual(['/two.mbox#1', '/two.mbox#2']);
    expect(recipients(events)).toEqual(['one@example.org', 'two@example.org']);
  });
});

describe('forms', () => {
  test.each([
    ['a mail', 'mail.eml.gz', () => bounce('gz@example.org'), ['/mail.eml.gz']],
    ['replies', 'replies.gz', () => `${unknown}\n${full}\n`, ['/replies.gz:1', '/replies.gz:2']],
  ])('%s in gzip', (_, name, content, expected) => {
    const { code, events } = decoded([put(name, gzipSync(content()))]);
    expect(code).toBe(0);
    expect(inputs(events)).toEqual(expected);
  });

  test('--as reply takes every line for a reply', () => {
    const { events } = decoded(['--as', 'reply', put('odd.txt', `${unknown}\n\nmailbox is full\n`)]);
    expect(inputs(events)).toEqual(['/odd.txt:1', '/odd.txt:3']);
    expect(events.map(({ format }) => format)).toEqual(['reply', 'reply']);
  });

  test('--as log/exim reads a line that names no program', () => {
    const line =
      '2026-06-08 06:15:11 1uB4kS-0000000A7zQ-1x2Y ** m.keller@example.net R=dnslookup T=remote_smtp H=mx1.example.net [198.51.100.21]: SMTP error from remote mail server after RCPT TO:<m.keller@example.net>: 550 5.1.1 User unknown';
    const { events } = decoded(['--as', 'log/exim'], { input: `${line}\n` });
    expect(events[0]).toMatchObject({
      input: '-:1',
      format: 'log',
      dialect: 'exim',
      recipient: 'm.keller@example.net',
      replyCode: 550,
      stage: 'rcpt',
    });
  });

  test('--as webhook/sendgrid reads what SendGrid posts', () => {
    const body = JSON.stringify([
      {
        email: 'eve@example.org',
        event: 'bounce',
        type: 'bounce',
        status: '5.1.1',
        reason: '550 5.1.1 User unknown',
        timestamp: 1781690400,
        sg_event_id: 'x',
      },
    ]);
    const { events } = decoded(['--as', 'webhook/sendgrid'], { input: body });
    expect(events[0]).toMatchObject({
      format: 'webhook',
      dialect: 'sendgrid',
      recipient: 'eve@example.org',
      replyCode: 550,
    });
  });

  test('--as mail reads as mail what would be taken for text', () => {
    const { events } = decoded(['--as', 'mail'], { input: unknown });
    expect(events[0]?.input).toBe('-');
  });

  test('--utc-offset is the zone of a log without one', () => {
    const line =
      'Jun  8 06:15:11 mail postfix/smtp[1]: 8E1B31E0A4: to=<a@example.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.org[203.0.113.19]:25: Connection timed out)\n';
    const [utc, tokyo] = [[], ['--utc-offset', '+09:00']].map(
      (args) => decoded(['--as', 'log', ...args], { input: line }).events[0]?.timestamp,
    );
    expect(Date.parse(utc ?? '') - Date.parse(tokyo ?? '')).toBe(9 * 3_600_000);
  });
});

describe('what is pasted', () => {
  test.each([[['--format', 'json']], [['--format=json']]])('a reply as argument with %j behind it', (options) => {
    const { code, stdout } = whybounce([unknown, ...options]);
    expect(code).toBe(0);
    const events = JSON.parse(stdout) as BounceEvent[];
    expect(events[0]).toMatchObject({ input: 'argument', format: 'reply', replyCode: 550, enhancedStatus: '5.1.1' });
  });

  test('a reply without options is told to a person', () => {
    const { code, stdout } = whybounce([unknown]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Bounced/);
    expect(stdout).toContain('recipient.unknown');
  });

  test('words without quotes are one reply', () => {
    const { stdout } = whybounce([...unknown.split(' '), '--format', 'ndjson']);
    expect((JSON.parse(stdout) as BounceEvent).diagnostic).toBe(unknown);
  });

  test('the short way and the way through decode give the same record', () => {
    const short = JSON.parse(whybounce([unknown, '--format', 'ndjson']).stdout) as BounceEvent;
    const long = decoded([], { input: unknown }).events[0];
    expect({ ...short, input: '-' }).toEqual(long);
  });

  test('a log line', () => {
    const { code, stdout } = whybounce([logLine, '--format', 'ndjson']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'log',
      dialect: 'postfix',
      recipient: 'lars@example.org',
      stage: 'rcpt',
    });
    expect(whybounce([logLine]).stdout).toContain('lars@example.org');
  });

  test('words that are no delivery event end with 1', () => expect(whybounce(['good', 'morning']).code).toBe(1));
});

describe('a path without "decode"', () => {
  test('is decoded', () => {
    expect(whybounce([at('bounce.eml')])).toMatchObject({ code: 0, stderr: '' });
    expect(whybounce([at('bounce.eml'), '--format', 'ndjson']).stdout).toBe(
      whybounce(['decode', '--format', 'ndjson', at('bounce.eml')]).stdout,
    );
  });

  test('may hold spaces', () =>
    expect(whybounce([put('my bounce.eml', bounce('space@example.org'))]).stdout).toContain('space@example.org'));

  test('that is missing is a missing file, not a reply', () => {
    const { code, stdout, stderr } = whybounce([at('gone.eml')]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('there is no such file');
  });
});
