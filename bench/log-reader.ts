// Streams 200 MB of Postfix lines, made in memory, through LineSplitter and the mixed reader.
// Run: npx node bench/log-reader.ts

import { mixedReader } from '../core/src/read/log/index.ts';
import { LineSplitter } from '../core/src/read/log/lines.ts';
import { postfix } from '../core/src/read/log/postfix.ts';

const TOTAL = 200 * 1024 * 1024;
const CHUNK = 64 * 1024;

function mailLines(serial: number): string {
  const id = (0x400000000 + serial * 7919).toString(36).toUpperCase();
  const second = String(Math.floor(serial / 40) % 60).padStart(2, '0');
  const minute = String(Math.floor(serial / 2400) % 60).padStart(2, '0');
  const head = (program: string) =>
    `May 27 14:${minute}:${second} relay7 postfix/${program}[${3000 + (serial % 90)}]: `;
  const to = `person${serial % 9973}@shop${serial % 211}.example.org`;
  const outcome =
    serial % 20 === 0
      ? `dsn=5.1.1, status=bounced (host mx.shop.example.org[192.0.2.${serial % 250}] said: 550 5.1.1 <${to}>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))`
      : serial % 10 === 3
        ? `dsn=4.7.1, status=deferred (host mx.shop.example.org[192.0.2.${serial % 250}] said: 450 4.7.1 <${to}>: Recipient address rejected: Greylisted (in reply to RCPT TO command))`
        : `dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ${id}Q)`;
  return [
    `${head('smtpd')}connect from app${serial % 13}.example.net[198.51.100.${serial % 250}]`,
    `${head('smtpd')}${id}: client=app${serial % 13}.example.net[198.51.100.${serial % 250}]`,
    `${head('cleanup')}${id}: message-id=<${serial}.${id}@app.example.net>`,
    `${head('qmgr')}${id}: from=<bounce+${serial}@news.example.net>, size=${2000 + (serial % 5000)}, nrcpt=1 (queue active)`,
    `${head('smtp')}${id}: to=<${to}>, relay=mx.shop.example.org[192.0.2.${serial % 250}]:25, delay=1.2, delays=0.1/0/0.5/0.6, ${outcome}`,
    `${head('smtpd')}disconnect from app${serial % 13}.example.net[198.51.100.${serial % 250}] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`,
    ...(serial % 10 === 3 ? [] : [`${head('qmgr')}${id}: removed`]),
    '',
  ].join('\n');
}

const encoder = new TextEncoder();
let text = '';
for (let serial = 0; text.length < 20 * 1024 * 1024; serial++) text += mailLines(serial);
const bytes = encoder.encode(text);
const reader = mixedReader(postfix, { now: new Date('2026-06-01T00:00:00Z') });
let lines = 0;
let readings = 0;
const splitter = new LineSplitter((line) => {
  const told = reader.line(line, ++lines);
  if (told !== null) readings++;
});
const started = performance.now();
let pushed = 0;
while (pushed < TOTAL) {
  for (let at = 0; at < bytes.length; at += CHUNK) splitter.push(bytes.subarray(at, at + CHUNK));
  pushed += bytes.length;
}
splitter.end();
const seconds = (performance.now() - started) / 1000;
console.log(
  `${(pushed / 1e6 / seconds).toFixed(0)} MB/s, ${((seconds * 1e6) / lines).toFixed(2)} µs a line, ` +
    `${lines} lines, ${readings} readings, heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
);
