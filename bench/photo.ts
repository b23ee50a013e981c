import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '@whybounce/core';
import { interleaved, say } from './row.ts';

// Bounces that return a photo: what is not needed of a mail must cost nothing but reading it.

const MIB = 1024 * 1024;
const SIZES = [1, 4, 15, 32];
const ROUNDS = 15;

/** A bounce of about so many bytes, with the returned photo in base64 before the end. */
function bounceWithPhoto(bytes: number): string {
  const line = `${'iVBORw0KGgoAAAANSUhEUgAABAAAAAQACAYAAAB/HSuDAAAgAElEQVR4nOzdd3hUZdrH8'.padEnd(76, 'A')}\r\n`;
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
    'To: anna@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="outer"',
    '',
    '--outer',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    '<j.ortega@example.org>: host mx.example.org[198.51.100.14] said: 552 5.2.2 Quota exceeded (in reply to end of DATA command)',
    '',
    '--outer',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.com',
    '',
    'Final-Recipient: rfc822; j.ortega@example.org',
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp; 552 5.2.2 Quota exceeded',
    '',
    '--outer',
    'Content-Type: message/rfc822',
    '',
    'From: Anna <anna@example.com>',
    'Message-ID: <photo-1@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="inner"',
    '',
    '--inner',
    'Content-Type: image/png; name="photo.png"',
    'Content-Transfer-Encoding: base64',
    '',
    `${line.repeat(Math.ceil(bytes / line.length))}--inner--`,
    '',
    '--outer--',
    '',
  ].join('\r\n');
}

const folder = mkdtempSync(join(tmpdir(), 'whybounce-bench-'));
try {
  const path = join(folder, 'photo.eml');
  for (const size of SIZES) {
    writeFileSync(path, bounceWithPhoto(size * MIB), 'latin1');
    const read = (): Uint8Array => readFileSync(path);
    const readAndDecode = (): void => {
      const [event, ...more] = decode(readFileSync(path));
      if (
        event?.recipient !== 'j.ortega@example.org' ||
        event.message.messageId !== 'photo-1@example.com' ||
        more.length > 0
      )
        throw new Error('the bounce was not read');
    };
    for (let i = 0; i < 30; i++) {
      read();
      readAndDecode();
    }
    const [ours, reading] = await interleaved(ROUNDS, readAndDecode, read);
    say({
      name: `bounce with a photo of ${size} MiB: read and decoded`,
      figure: `${ours.toFixed(1)} ms, ${(ours / reading).toFixed(1)} × only reading the file (${reading.toFixed(2)} ms), ${((ours - reading) / size).toFixed(2)} ms more for each MiB`,
      target: 'linear',
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
