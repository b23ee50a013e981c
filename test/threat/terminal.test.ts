import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BounceEvent, decode } from '@whybounce/core';
import { afterAll, describe, expect, test } from 'vitest';
import { pretty } from '../../cli/src/output/pretty.ts';

process.env['FORCE_COLOR'] = '1';
delete process.env['NO_COLOR'];

const ESC = '\u001b';
const BEL = '\u0007';
const ST = `${ESC}\\`;

/** What drives a terminal: each is the beginning of something worse. */
const payloads: readonly string[] = [
  // CSI: colours, cursor, erasing, modes, reports
  `${ESC}[31m`,
  `${ESC}[2J`,
  `${ESC}[H`,
  `${ESC}[1A`,
  `${ESC}[9999C`,
  `${ESC}[K`,
  `${ESC}[?1049h`,
  `${ESC}[?25l`,
  `${ESC}[6n`,
  `${ESC}[5i`,
  `${ESC}[8m`,
  `${ESC}[0m`,
  `${ESC}[38;2;0;0;0;48;2;0;0;0m`,
  `${ESC}[21t`,
  `${ESC}[?2004h`,
  `${ESC}[`,
  // OSC: titles, links, the clipboard, colours, notifications
  `${ESC}]0;owned${BEL}`,
  `${ESC}]2;owned${ST}`,
  `${ESC}]8;;https://evil.example${ST}click${ESC}]8;;${ST}`,
  `${ESC}]52;c;ZXZpbA==${BEL}`,
  `${ESC}]4;1;rgb:00/00/00${BEL}`,
  `${ESC}]9;x${BEL}`,
  `${ESC}]1337;File=:AA==${BEL}`,
  `${ESC}]`,
  // DCS, APC, PM, SOS
  `${ESC}P$q"p${ST}`,
  `${ESC}Pq#0~${ST}`,
  `${ESC}_Gf=24;AA${ST}`,
  `${ESC}^x${ST}`,
  `${ESC}Xx${ST}`,
  `${ESC}P+q544e${ST}`,
  // single escapes
  `${ESC}c`,
  `${ESC}7`,
  `${ESC}(0`,
  `${ESC}#8`,
  `${ESC}=`,
  `${ESC}${ESC}[31m`,
  ESC,
  // the same as C1
  '\u009b31m',
  '\u009d0;owned\u009c',
  '\u0090q\u009c',
  '\u0085',
  '\u0080',
  // without any escape
  BEL,
  'no\b\bYES',
  '\u007f',
  '\u000e',
  'good\rbad',
  '\u000b',
  '\u000c',
  '\u0000',
  '\u001a',
  // the writing direction
  '\u202egpj.exe',
  '\u2066x\u2069',
  '\u200f',
  '\u2028',
  '\u061c',
];

/** SGR codes and nothing else: what the program itself writes around its labels. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const ownCodes = /\u001b\[(?:0|1|2|31|33|36|1;31|1;33|1;36)m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** The lines of an output that drive a terminal. The program's own codes must come in pairs on one line. */
function driven(output: string): string[] {
  return output.split('\n').filter((line) => {
    const codes = line.match(ownCodes) ?? [];
    const paired = codes.every((code, i) => (code === `${ESC}[0m`) === (i % 2 === 1)) && codes.length % 2 === 0;
    return !paired || control.test(line.replaceAll(ownCodes, ''));
  });
}

const [base] = decode('550 5.1.1 <a@b.example>: no such user') as [BounceEvent];

/** How many codes an answer without any payload carries: more would be the payload's own. */
const codesOf = (text: string): number => (text.match(ownCodes) ?? []).length;

const inputs: Readonly<Record<string, (text: string) => BounceEvent[]>> = {
  reply: (text) => decode(`550 5.1.1 ${text} <a@b.example> no such user`),
  'pasted report': (text) =>
    decode(`Your message could not be delivered.\n\n<a@b.example>: 550 5.1.1 ${text} unknown\n`),
  mail: (text) =>
    decode(
      `From: ${text}MAILER-DAEMON@b.example\nSubject: Undelivered ${text}\nX-${text}: ${text}\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; ${text}\n\nFinal-Recipient: rfc822; ${text}a@b.example\nAction: ${text}failed\nStatus: 5.1.1\nRemote-MTA: dns; ${text}mx.b.example\nDiagnostic-Code: smtp; 550 5.1.1 ${text}\n\n--x\nContent-Type: text/rfc822-headers\n\nSubject: ${text}\nMessage-ID: <${text}@b.example>\n\n--x--\n`,
      { as: 'mail', name: `${text}.eml` },
    ),
  'mail with encoded words': (text) =>
    decode(
      `From: MAILER-DAEMON@b.example\nSubject: Undelivered =?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}?=\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${btoa(String.fromCharCode(...new TextEncoder().encode(`<a@b.example>:\n550 5.1.1 ${text}\n`)))}\n`,
      { as: 'mail' },
    ),
  log: (text) =>
    decode(`2026-05-27 14:30:01 1uJxAb-0002Cd-3E ** ${text}a@b.example R=d T=r H=${text} [192.0.2.7]: 550 ${text}\n`, {
      as: 'log',
    }),
  'log in JSON': (text) =>
    decode(
      `${JSON.stringify({ type: 'Bounce', recipient: `${text}a@b.example`, response: { code: 550, content: text }, peer_address: { name: text, addr: '192.0.2.7' }, timestamp: 1779892200 })}\n`,
      { as: 'log' },
    ),
  webhook: (text) =>
    decode({
      RecordType: 'Bounce',
      Type: text,
      MessageID: text,
      Email: `${text}a@b.example`,
      Details: `550 ${text}`,
      Subject: text,
      Tag: text,
    }),
  'unknown webhook': (text) => decode({ hello: text }),
};

test('there are 50 payloads, and a bare one is told', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(50);
  expect(payloads.filter((text) => driven(`x ${text} y`).length === 0)).toEqual([]);
});

test('colours are on', async () => {
  expect(codesOf(await pretty(base))).toBeGreaterThan(4);
});

describe.each(Object.entries(inputs))('%s', (_, read) => {
  test.each(payloads.map((text) => [JSON.stringify(text), text]))('%s', async (_name, text) => {
    const events = read(text);
    expect(events.length).toBeGreaterThan(0);
    const printed = (await Promise.all(events.map((event) => pretty(event)))).join('');
    expect(driven(printed)).toEqual([]);
  });
});

test.each(payloads.map((text) => [JSON.stringify(text), text]))('%s in every field of an event', async (_, text) => {
  const printed = await pretty({
    ...base,
    input: text,
    recipient: text,
    diagnostic: text,
    remoteMta: { host: text, ip: text },
    message: { messageId: text, subject: text, from: text, date: text, listId: text, campaign: text },
    warnings: [{ code: 'x', message: text }],
  });
  expect(driven(printed)).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), 'whybounce-terminal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command from its source. */
function run(args: readonly string[], input?: string): { out: string; err: string; status: number | null } {
  const main = join(import.meta.dirname, '../../cli/src/main.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--conditions=source', '--no-warnings', main, ...args],
    {
      encoding: 'utf8',
      input: input ?? '',
      env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
    },
  );
  return { out: stdout, err: stderr, status };
}

/** What a file may be called: everything but NUL, the slash and what UTF-8 cannot say. */
const asName = (text: string): string => text.replaceAll('\u0000', '').replaceAll('/', '_').slice(0, 60);

test('the command: files that are called so and hold it', () => {
  const inbox = join(folder, 'inbox');
  mkdirSync(inbox);
  for (const [i, text] of payloads.entries()) {
    writeFileSync(join(inbox, `${i}${asName(text)}.txt`), `550 5.1.1 ${text} <${text}a@b.example> no such user\n`);
  }
  const { out, err, status } = run(['decode', inbox]);
  expect([status, err]).toEqual([0, '']);
  expect(out.split('Bounced').length - 1).toBe(payloads.length);
  expect(driven(out)).toEqual([]);
  const summary = run(['summary', '--top', '99', inbox]);
  expect([summary.status, driven(summary.out)]).toEqual([0, []]);
});

test('the command: files that are not there, on standard error', () => {
  const missing = payloads.map((text) => join(folder, 'none', `${asName(text)}.eml`));
  const { err, status } = run(['decode', ...missing]);
  expect(status).toBe(3);
  expect(err.split('\n').length).toBeGreaterThan(payloads.length);
  expect(driven(err)).toEqual([]);
});

test('the command: standard input', () => {
  const { out, err } = run(
    ['decode', '-'],
    payloads.map((text) => `550 5.1.1 ${text.replaceAll(/[\r\n]/g, '')} no such user`).join('\n'),
  );
  expect([driven(out), driven(err)]).toEqual([[], []]);
  expect(out).toContain('Bounced');
});

const evil = payloads.join('').replaceAll('\u0000', '');

test.each([
  ['a form', ['decode', '--as', evil, '-']],
  ['a format', ['decode', '--format', evil, '-']],
  ['an offset', ['decode', '--utc-offset', evil, '-']],
  ['an option', ['decode', `--${evil}`]],
  ['a shell', ['completion', evil]],
  ['a count', ['summary', '--top', evil, '-']],
])('the command: %s that is wrong, on standard error', (_, args) => {
  const { out, err, status } = run(args);
  expect(status).toBe(2);
  expect([driven(out), driven(err)]).toEqual([[], []]);
});
