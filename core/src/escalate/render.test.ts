import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { BounceEvent } from '../event.ts';
import { decodeReply } from '../reply.ts';
import { headerField } from './header-text.ts';
import { escalationPacket, renderEml, renderMarkdown, renderText } from './index.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { codeSpan, escapeMarkdown } from './render-markdown.ts';

const base = decodeReply(
  '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
  'x',
);
const packetOf = (change: Partial<BounceEvent>) => escalationPacket({ ...base, ...change });

test('text: the two sentences, then facts, ask, commands, and what is missing', () => {
  const lines = renderText(packetOf({ recipient: 'ada@example.net' })).split('\n');
  expect(lines[0]).toMatch(/^A message to ada@example\.net was refused by Microsoft 365/);
  expect(lines).toContain('Facts for the mail administrator');
  expect(lines.some((line) => /^ {2}Recipient: +ada@example\.net$/.test(line))).toBe(true);
  expect(lines.some((line) => line.includes("Get-MessageTraceV2 -RecipientAddress 'ada@example.net'"))).toBe(true);
  expect(lines).toContain('Completeness: 32 of 100');
});

test('for others: neither what is missing nor the own log', () => {
  const packet = packetOf({ dialect: 'postfix', format: 'log' });
  expect(renderText(packet)).toMatch(/log of Postfix[\s\S]*Missing: /);
  expect(renderText(packet, { forOthers: true })).not.toMatch(/Postfix|Missing|Completeness/);
});

test('Markdown: nothing of a mail is markup', () => {
  const markdown = renderMarkdown(
    packetOf({ diagnostic: '550 ``` [x](javascript:1) <script>| **b**\n# h', recipient: '*a*_b_@example.net' }),
  );
  expect(markdown).toContain('- **Full reply:** ````550 ``` [x](javascript:1) <script>| **b** # h````');
  expect(markdown).toContain('\\*a\\*\\_b\\_@example.net');
  expect(markdown).not.toMatch(/^# h/m);
});

test.each([
  ['a', '`a`'],
  ['`a', '`` `a ``'],
  ['a`` b', '```a`` b```'],
  [' a ', '`  a  `'],
])('the code span of %j is %j', (text, expected) => expect(codeSpan(text)).toBe(expected));

test.each([
  ['1. x', '\\1. x'],
  ['- x', '\\- x'],
  ['a_b <c> [d](e) &amp; $x$ #', 'a\\_b \\<c\\> \\[d\\](e) \\&amp; \\$x\\$ \\#'],
])('%j as text is %j', (text, expected) => expect(escapeMarkdown(text)).toBe(expected));

test('.eml: a draft without recipient, CRLF throughout, no line too long', () => {
  const eml = renderEml(packetOf({ recipient: 'ada@example.net', diagnostic: `550 ${'x'.repeat(3_000)}` }));
  expect(eml).toMatch(/^Subject: Mail to ada@example\.net is not accepted \(550 5\.4\.1\)\r\n/);
  expect(eml).toContain('\r\nX-Unsent: 1\r\n');
  expect(eml).not.toMatch(/^(?:To|From|Date|Cc|Bcc):/m);
  expect(eml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  expect(eml).not.toMatch(/[^\x20-\x7e\r\n]/);
});

test('.eml: what a mail program reads is what was written', async () => {
  const packet = packetOf({
    recipient: 'jürgen@bücher.example',
    diagnostic: '550 5.4.1 Zugriff verweigert – nein. From here\u00a0=20',
  });
  const read = await PostalMime.parse(
    renderEml(packet, {
      to: 'postmaster@example.net',
      from: 'ops@example.com',
      date: new Date('2026-05-27T14:30:00Z'),
    }),
  );
  expect(read.subject).toBe('Mail to jürgen@bücher.example is not accepted (550 5.4.1)');
  expect(read.to?.[0]?.address).toBe('postmaster@example.net');
  expect(read.from?.address).toBe('ops@example.com');
  expect(read.date).toBe('2026-05-27T14:30:00.000Z');
  expect(read.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(renderText(packet, { forOthers: true }).trimEnd());
});

test('.eml: no address and no recipient makes a second header', () => {
  for (const hostile of [
    'a@example.com\r\nBcc: b@example.org',
    'a@example.com, b@example.org',
    '"x\r\n" <a@example.com>',
    'x',
  ]) {
    const eml = renderEml(packetOf({ recipient: hostile }), { to: hostile, from: hostile, date: new Date(Number.NaN) });
    const header = eml.slice(0, eml.indexOf('\r\n\r\n'));
    expect(header.split(/\r\n(?!\s)/).map((line) => line.split(':')[0])).toEqual([
      'Subject',
      'MIME-Version',
      'Content-Type',
      'Content-Transfer-Encoding',
      'X-Unsent',
    ]);
  }
});

test('header text: folded, encoded only where needed, never over the line', () => {
  expect(headerField('Subject', 'plain text')).toBe('Subject: plain text\r\n');
  expect(headerField('Subject', 'a\r\n\r\nb')).toBe('Subject: a b\r\n');
  expect(headerField('Subject', '=?utf-8?Q?x?=')).toMatch(/^Subject: =\?utf-8\?Q\?=3D=3Futf-8=3FQ=3Fx=3F=3D\?=\r\n$/);
  for (const text of ['ü'.repeat(500), 'x'.repeat(5_000), '日本 '.repeat(100), '😀'.repeat(100)]) {
    const field = headerField('Subject', text);
    for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    for (const [word] of field.matchAll(/=\?\S+\?=/g)) expect(word.length).toBeLessThanOrEqual(75);
  }
});

test('quoted-printable: blanks at the end, dots and From at the beginning, lines of 76', () => {
  expect(quotedPrintable('a \nFrom x\n.\n=ü\t')).toBe('a=20\r\n=46rom x\r\n=2E\r\n=3D=C3=BC=09');
  for (const line of quotedPrintable(`${'ü'.repeat(200)}${'x'.repeat(200)}`).split('\r\n'))
    expect(line.length).toBeLessThanOrEqual(76);
});
