import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodedReport, mailbox, postfixLine, postfixReport, sendgridEvent } from './desk-fixture.ts';
import { edge, full, gmail, marksOf, microsoft, read, textOf } from './desk-reading-fixture.ts';

const utf8 = new TextEncoder();

describe('the raw text of an event', () => {
  test('of a mailbox is its own message', async () => {
    const recipients = ['ada@example.net', 'bob@example.org', 'eve@example.com'];
    const reports = [gmail, microsoft, full].map((refusal, i) =>
      postfixReport({ ...refusal, recipient: recipients[i] as string }),
    );
    const { desk, sheet } = await read(utf8.encode(mailbox(reports)), 'box.mbox');
    expect(sheet.list?.total).toBe(3);
    for (const [i, recipient] of recipients.entries()) {
      const { raw, input } = await desk.open(i);
      expect(input).toBe(`box.mbox#${i + 1}`);
      expect(textOf(raw?.pieces).trim()).toBe(reports[i]?.trim());
      expect(textOf(raw?.pieces)).toContain(recipient);
      expect(marksOf(raw?.pieces).length).toBeGreaterThan(0);
    }
  });

  test('of a log is its line with some around it, and the words are marked in that line', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      postfixLine(i, `r${i}@example.net`, i % 10 === 5 ? full.reply : null),
    );
    const { desk } = await read(utf8.encode(lines.join('\r\n')), 'mail.log');
    const { raw, input } = await desk.open(1);
    expect(input).toBe('mail.log:16');
    expect(textOf(raw?.pieces)).toBe(`${lines.slice(11, 20).join('\r\n')}\r\n`);
    const [before = ''] = textOf(raw?.pieces).split('Mailbox is full');
    expect(before).toContain('to=<r15@example.net>');
    expect(marksOf(raw?.pieces).join()).toContain('Mailbox is full');
    expect(raw?.before).toBe(lines.slice(0, 11).join('\r\n').length + 2);
    expect(raw?.after).toBe(lines.slice(20).join('\r\n').length);
  });

  test('of a batch is its element', async () => {
    const batch = [
      sendgridEvent('ada@example.net', null),
      ...['bob', 'eve'].map((name) => sendgridEvent(`${name}@example.net`, full.reply)),
    ];
    for (const content of [
      JSON.stringify(batch),
      JSON.stringify(batch, null, 2),
      batch.map((event) => JSON.stringify(event)).join('\n'),
    ]) {
      const { desk, sheet } = await read(content, 'events.json');
      expect(sheet.list?.rows.map(({ recipient }) => recipient)).toEqual(['bob@example.net', 'eve@example.net']);
      const { raw } = await desk.open(1);
      expect(JSON.parse(textOf(raw?.pieces))).toEqual(batch[2]);
      expect(marksOf(raw?.pieces).join()).toContain('Mailbox is full');
    }
  });

  test('of a report on several recipients is marked in the group of the recipient', async () => {
    const one = postfixReport({ ...full, recipient: 'ada@example.net' });
    const group = /Final-Recipient[\s\S]*?\n\n/.exec(one)?.[0] as string;
    const content = one.replace(group, `${group}${group.replace('ada@', 'bob@')}`);
    const { desk } = await read(content);
    const { raw, recipient } = await desk.open(1);
    expect(recipient).toBe('bob@example.net');
    const pieces = raw?.pieces ?? [];
    const before = textOf(
      pieces.slice(
        0,
        pieces.findIndex(({ mark }) => mark !== null),
      ),
    );
    expect(before.endsWith('Diagnostic-Code: smtp; 552 5.2.2 ')).toBe(true);
    expect(before).toContain('rfc822; bob@example.net');
  });

  test('that is encoded is shown as it came, with the words marked where they stand', async () => {
    const text =
      'This message was created automatically.\n\nA message could not be delivered:\n\n  ada@example.net\n    550 5.1.1 User unknown\n';
    const coded = encodedReport(
      'base64',
      'text/plain; charset=utf-8',
      Buffer.from(text)
        .toString('base64')
        .replace(/(.{60})/g, '$1\n'),
    );
    const { sheet } = await read(coded, 'a.eml');
    expect(sheet.first.verdict).not.toBeNull();
    expect(textOf(sheet.first.raw?.pieces)).toBe(coded);
    expect(marksOf(sheet.first.raw?.pieces)).toHaveLength(1);
  });

  test('is read in the charset that it has', async () => {
    const wide = Buffer.from(`\ufeff${edge}`, 'utf16le');
    const { sheet } = await read(new Uint8Array(wide), 'a.txt');
    expect(textOf(sheet.first.raw?.pieces)).toBe(edge);
    const latin = Buffer.from(postfixReport({ ...full, recipient: 'ada@example.net', returned: 'Grüße' }), 'latin1');
    expect(textOf((await read(new Uint8Array(latin), 'b.eml')).sheet.first.raw?.pieces)).toContain('Grüße');
  });

  test('is not there for packed files, whose words are read all the same', async () => {
    const { sheet } = await read(
      new Uint8Array(gzipSync(postfixReport({ ...full, recipient: 'ada@example.net' }))),
      'a.eml.gz',
    );
    expect(sheet.first.raw).toBeNull();
    expect(marksOf(sheet.first.diagnostic).join()).toContain('Mailbox is full');
  });

  test('of a large mail is cut around the refusal', async () => {
    const ahead = Array.from({ length: 2_000 }, (_, i) => `X-Trace-${i}: ${'x'.repeat(60)}`).join('\n');
    const content = `${ahead}\n${postfixReport({ ...full, recipient: 'ada@example.net', returned: 'word '.repeat(50_000) })}`;
    const { sheet } = await read(content, 'a.eml');
    const { raw } = sheet.first;
    const shown = textOf(raw?.pieces);
    expect(shown.length).toBeLessThanOrEqual(65_536);
    expect((raw?.before ?? 0) + shown.length + (raw?.after ?? 0)).toBe(content.length);
    expect(content.slice(raw?.before).startsWith(shown)).toBe(true);
    expect(raw?.before).toBeGreaterThan(0);
    expect(marksOf(raw?.pieces).length).toBeGreaterThan(0);
  });
});
