import { mixedReader } from '../core/src/read/log/index.ts';
import { LineSplitter } from '../core/src/read/log/lines.ts';
import { postfix } from '../core/src/read/log/postfix.ts';
import { postfixLines } from './postfix-lines.ts';
import { say, thousands } from './row.ts';

// The readers of log lines alone, without matching and printing: Postfix lines from memory.

const TOTAL = 200 * 1024 * 1024;
const CHUNK = 64 * 1024;

let text = '';
for (let serial = 0; text.length < 20 * 1024 * 1024; serial++) text += postfixLines(serial);
const bytes = new TextEncoder().encode(text);
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
say({
  name: 'Postfix lines split and read, from memory',
  figure: `${(pushed / 1e6 / seconds).toFixed(0)} MB/s, ${((seconds * 1e6) / lines).toFixed(2)} µs a line, ${thousands(readings)} readings of ${thousands(lines)} lines`,
  target: '–',
});
