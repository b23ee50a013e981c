import type { Reading } from '../../reading.ts';
import { oneLine, replyCodeAt, setRemote, stageOf } from './refusal.ts';

/** A line with more fields than this was made to waste time. */
const MAX_FIELDS = 60;

export interface EximLine {
  address: string;
  /** The address that it came from, in angle brackets. */
  parent: string | null;
  /** `H ip` is the address in brackets of `H`. */
  fields: Map<string, string>;
  /** What follows the fields. */
  text: string;
}

/** Takes `ann@example.org <a@b> R=x T=y H=mx [192.0.2.7]:25 C="250 ok": text` apart. */
export function splitEximLine(line: string): EximLine {
  const fields = new Map<string, string>();
  const begin = line.search(/ [A-Za-z]{1,3}=|: | defer \(/);
  const names = begin < 0 ? line : line.slice(0, begin);
  const open = names.lastIndexOf(' <');
  const parent = open >= 0 && names.endsWith('>') ? names.slice(open + 2, -1) : null;
  const address = (open < 0 || parent === null ? names : names.slice(0, open)).trim();
  let at = begin < 0 ? line.length : begin;
  for (let count = 0; at < line.length && count < MAX_FIELDS; count++) {
    if (line.startsWith(': ', at)) return { address, parent, fields, text: line.slice(at + 2) };
    if (line.charCodeAt(at) === 32) at++;
    const equals = line.indexOf('=', at);
    const space = line.indexOf(' ', at);
    const isField = equals > at && equals < at + 5 && (space < 0 || equals < space);
    if (!isField) {
      // defer (110): Connection timed out, (helo.name), [192.0.2.7]:25
      const stop = nextStop(line, at);
      const word = line.slice(at, stop);
      if (word.startsWith('['))
        fields.set('H ip', word.slice(1, word.indexOf(']') < 0 ? undefined : word.indexOf(']')));
      at = stop;
      continue;
    }
    const name = line.slice(at, equals);
    if (line.charCodeAt(equals + 1) === 34) {
      const close = quoteEnd(line, equals + 2);
      fields.set(name, line.slice(equals + 2, close).replace(/\\(["\\])/g, '$1'));
      at = close + 1;
    } else {
      const stop = nextStop(line, equals + 1);
      const value = line.slice(equals + 1, stop);
      // H=[192.0.2.7] has no name
      if (value.startsWith('[')) fields.set(`${name} ip`, value.slice(1, value.indexOf(']')));
      else if (!fields.has(name)) fields.set(name, value);
      at = stop;
    }
  }
  return { address, parent, fields, text: '' };
}

/** Reads `SMTP error from remote mail server after RCPT TO:<a@b>: [host mx [192.0.2.7]:] 550 …` into the reading. */
export function readEximText(reading: Reading, text: string): void {
  reading.diagnostic = oneLine(text);
  reading.replyCode = replyCodeAt(text, 0);
  const after = /^(?:SMTP|LMTP) error from remote mail(?:er| server) after (?:pipelined )?/.exec(text);
  if (after === null) return;
  const step = text.slice(after[0].length);
  reading.stage = stageOf(step);
  for (
    let colon = step.indexOf(': '), tries = 0;
    colon >= 0 && tries < 20;
    colon = step.indexOf(': ', colon + 2), tries++
  ) {
    let at = colon + 2;
    if (step.startsWith('host ', at)) {
      const close = step.indexOf(']: ', at);
      if (close < 0) continue;
      setRemote(reading, step.slice(at + 5, close + 1));
      at = close + 3;
    }
    const code = replyCodeAt(step, at);
    if (code === null) continue;
    reading.replyCode = code;
    reading.diagnostic = oneLine(step.slice(at));
    return;
  }
}

function quoteEnd(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) return at;
  }
  return line.length;
}

function nextStop(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  const end = space < 0 ? line.length : space;
  return line.charCodeAt(end - 1) === 58 && end < line.length && end - 1 > at ? end - 1 : end;
}
