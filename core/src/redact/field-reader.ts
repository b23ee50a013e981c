import { isDigit, isLetter, isUpper, isWord } from './character.ts';
import { fieldKind } from './field.ts';
import { hasLetters, isReporterName } from './name-clue.ts';
import type { Scan } from './scan.ts';
import { readSubject } from './subject-reader.ts';

/** RFC 2046 section 5.1.1 allows 70; some write more. */
const MAX_BOUNDARY = 120;

/** The name of a header field. */
const fieldName = /([\p{L}][\p{L}\d-]{0,63})[ \t]?:(?!\/\/|:)/uy;

/** The line before a message of an mbox. */
const mboxLine = /From (\S{1,320}) {1,4}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /y;

/** The head of a log line: time, host, program. */
const syslogHead =
  /(?:<\d{1,3}>)?(?:\d )?(?:[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?) ([\p{L}\d._-]{1,255}) (?=[\w./-]{1,64}(?:\[\d{1,10}\])?:? )/uy;

/** Reads what only a line's beginning tells: fields, boundaries, the heads of log lines. Returns where to go on. */
export function beginLine(scan: Scan, lineStart: number): number {
  const text = scan.text;
  let at = lineStart;
  while (text[at] === '>' || (text[at] === ' ' && text[at - 1] === '>') || text[at] === '|') at++;
  const code = text.charCodeAt(at);
  const isFolded = code === 0x20 || code === 0x09;
  if (isFolded && scan.field !== null && !isBlankLine(scan, at)) return at;
  closeField(scan, lineStart);
  mboxLine.lastIndex = at;
  const sender = code === 0x46 ? mboxLine.exec(text)?.[1] : undefined;
  if (sender !== undefined && !sender.includes('@')) {
    scan.user(at + 5, at + 5 + sender.length);
    return at + 5 + sender.length;
  }
  if (code === 0x2d && text.charCodeAt(at + 1) === 0x2d) return boundaryLine(scan, at + 2);
  if (isDigit(code) || code === 0x3c || isUpper(code)) {
    syslogHead.lastIndex = at;
    const head = syslogHead.exec(text);
    const host = head?.[1];
    if (head !== null && host !== undefined) {
      const end = head.index + head[0].length - 1;
      scan.host(end - host.length, end);
      return end;
    }
  }
  if (!isLetter(code)) return at;
  fieldName.lastIndex = at;
  const name = fieldName.exec(text);
  if (name === null) return at;
  scan.field = fieldKind((name[1] ?? '').toLowerCase());
  const valueStart = at + name[0].length;
  scan.fieldStart = valueStart;
  scan.fieldFinds = scan.finds.length;
  if (scan.field === 'subject') return readSubjectField(scan, valueStart);
  if (scan.field === 'user') scan.expect('user', skipBlanks(text, valueStart), false);
  return scan.field === 'plain' || scan.field === 'user' ? at : valueStart;
}

function boundaryLine(scan: Scan, start: number): number {
  if (scan.boundaries.size === 0) return start;
  const line = scan.text.slice(start, start + MAX_BOUNDARY + 8).split(/[\r\n]/, 1)[0] ?? '';
  const whole = line.trimEnd();
  const boundary = scan.boundaries.has(whole) ? whole : whole.replace(/--$/, '');
  if (!scan.boundaries.has(boundary)) return start;
  addBoundary(scan, start, start + boundary.length);
  return start + boundary.length;
}

/** Takes up a boundary. The end keeps one pseudonym from being the beginning of another, which readers would take for the same. */
export function addBoundary(scan: Scan, start: number, end: number): void {
  scan.finds.push({ start, end, kind: 'id', original: scan.text.slice(start, end), after: '.part' });
}

function isBlankLine(scan: Scan, at: number): boolean {
  let end = at;
  while (scan.text[end] === ' ' || scan.text[end] === '\t') end++;
  return end >= scan.text.length || scan.text[end] === '\n' || scan.text[end] === '\r';
}

/** Where the value of a field ends that begins at an offset, folded lines and all. */
function valueEnd(scan: Scan, start: number): number {
  const text = scan.text;
  for (let at = start; ; ) {
    const newline = text.indexOf('\n', at);
    if (newline < 0) return text.length;
    const next = text[newline + 1];
    if ((next !== ' ' && next !== '\t') || isBlankLine(scan, newline + 1))
      return text[newline - 1] === '\r' ? newline - 1 : newline;
    at = newline + 1;
  }
}

function readSubjectField(scan: Scan, valueStart: number): number {
  const end = valueEnd(scan, valueStart);
  const start = skipBlanks(scan.text, valueStart);
  if (start < end) readSubject(scan, start, end);
  return end;
}

/** What stands between the addresses of a field are display names. */
export function closeField(scan: Scan, end: number): void {
  const field = scan.field;
  scan.field = null;
  if (field !== 'addresses' && field !== 'list' && field !== 'name') return;
  const inField = scan.finds.splice(scan.fieldFinds);
  let at = scan.fieldStart;
  for (const find of inField) {
    if (find.start > at) readDisplayNames(scan, at, find.start);
    scan.finds.push(find);
    at = Math.max(at, find.end);
  }
  if (end > at) readDisplayNames(scan, at, end);
}

function readDisplayNames(scan: Scan, start: number, end: number): void {
  const text = scan.text;
  let isQuoted = false;
  let from = start;
  for (let at = start; at <= end; at++) {
    const sign = at < end ? (text[at] ?? '') : ',';
    const ends = sign === '"' || (!isQuoted && /[,;:<>()\r\n]/.test(sign)) || at === end;
    if (!ends) continue;
    readDisplayName(scan, from, at);
    if (sign === '"') isQuoted = !isQuoted;
    from = at + 1;
  }
}

function readDisplayName(scan: Scan, from: number, to: number): void {
  const text = scan.text;
  let [start, end] = [from, to];
  while (start < end && !isWord(text.charCodeAt(start))) start++;
  while (end > start && !isWord(text.charCodeAt(end - 1)) && text[end - 1] !== '.') end--;
  const name = text.slice(start, end);
  if (!hasLetters(name) || isReporterName(name)) return;
  scan.name(start, end);
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}
