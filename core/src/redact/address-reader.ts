import { addressesInRun } from './address-run.ts';
import { isRun, isSpace, isWord } from './character.ts';
import { type ValueKind, valueKind } from './field.ts';
import type { Find } from './find.ts';
import { displayBefore, nameInComment } from './name-clue.ts';
import { readPieces } from './piece-reader.ts';
import type { Scan } from './scan.ts';
import { isProtected, isRuleAddress } from './vocabulary.ts';

/** Reads a run that holds an `@`. Returns where to go on. */
export function readAddresses(scan: Scan, start: number, end: number, expected: ValueKind | null): number {
  const text = scan.text;
  let last = start;
  for (const { start: from, end: to, local, domain } of addressesInRun(text, start, end)) {
    if (from > last) readPieces(scan, last, from);
    const key =
      text[from - 1] === '=' && from > last ? /[\w-]{1,32}$/.exec(text.slice(last, from - 1))?.[0] : undefined;
    last = readAddress(
      scan,
      from,
      to,
      local,
      domain,
      key === undefined ? expected : (valueKind(key.toLowerCase()) ?? null),
    );
  }
  if (last < end) readPieces(scan, last, end);
  return Math.max(last, end);
}

/** Takes up an address whose local part or domain may go on beyond its run. */
function readAddress(
  scan: Scan,
  from: number,
  to: number,
  localPart: string,
  domainPart: string,
  expected: ValueKind | null,
): number {
  const text = scan.text;
  let [start, end, local, domain] = [from, to, localPart, domainPart];
  if (domain === '' || isHalf(text, end, domain)) [end, domain] = restOfDomain(scan, end, domain);
  if (local === '') [start, local] = localBefore(scan, start, domain);
  else if (isFoldedInBrackets(scan, start) || isFlattened(scan, start)) {
    start = scan.previousStart;
    local = text.slice(scan.previousStart, scan.previousEnd).replace(/=$/, '') + local;
  }
  if (domain === '' || (local === '' && !/^[^.].*\.\D/s.test(domain))) {
    // no address: what stands on both sides of the sign is looked at by itself
    readPieces(scan, from, to);
    return Math.max(to, from + 1);
  }
  const bare = local.replace(/^"(.*)"$/s, '$1');
  if (expected === 'id' || scan.field === 'ids') {
    scan.add(start, end, 'messageId', bare, domain);
    scan.learnDomain(domain);
    return end;
  }
  if (isRuleAddress(`${bare}@${domain}`.toLowerCase())) {
    scan.add(start, end, 'keep', '');
    return end;
  }
  const open = text[start - 1] === '<' ? start - 1 : -1;
  const least = scan.finds.at(-1)?.end ?? 0;
  const display =
    open >= 0 && scan.field !== 'addresses' ? displayBefore(text, open, Math.max(least, open - 160)) : null;
  if (display !== null) scan.name(display.start, display.end);
  scan.add(start, end, local === '' ? 'host' : 'address', bare === '' ? domain : bare, domain);
  if (local === '') {
    const find = scan.finds.pop() as Find;
    scan.finds.push({ ...find, start: end - domain.length });
  }
  scan.learn(bare, domain);
  const comment = scan.field === 'addresses' ? null : nameInComment(text, end);
  if (comment !== null) {
    scan.name(comment.start, comment.end);
    return comment.end;
  }
  return end;
}

/** `jane@[192.0.2.1]`, `jane@(comment)example.net`, `jane@ example.net`, and what a fold tore off. */
function restOfDomain(scan: Scan, end: number, domain: string): [end: number, domain: string] {
  const text = scan.text;
  if (domain === '' && text[end] === '[') {
    const length = text.slice(end, end + 64).indexOf(']') + 1;
    if (length > 0) return [end + length, text.slice(end, end + length)];
  }
  let at = end;
  if (domain === '' && text[at] === '(') {
    const close = text.slice(at, at + 64).indexOf(')');
    if (close > 0) at += close + 1;
  }
  // `jane@cust= omer.org`: a soft line break of which somebody made a blank
  if (domain !== '' && text.startsWith('= ', at)) at += 2;
  const isSpaced = domain === '' && at === end;
  if (isSpaced || isFold(text, at)) {
    const most = at + 16;
    while (at < most && isSpace(text.charCodeAt(at))) at++;
  }
  let last = at;
  while (last < at + 255 && (isWord(text.charCodeAt(last)) || /[.-]/.test(text[last] ?? ''))) last++;
  while (last > at && /[.-]/.test(text[last - 1] ?? '')) last--;
  const rest = text.slice(at, last);
  const whole = domain + rest;
  return rest !== '' && /\.[\p{L}\d-]{2,63}$/u.test(whole) ? [last, whole] : [end, domain];
}

/** The local part before an `@` that begins its run: quoted, before a comment, before blanks. */
function localBefore(scan: Scan, at: number, domain: string): [start: number, local: string] {
  const text = scan.text;
  if (text[at - 1] === '"') {
    const from = Math.max(0, at - 1 - 256);
    const head = text.slice(from, at - 1);
    let quote = head.lastIndexOf('"');
    while (quote > 0 && head[quote - 1] === '\\') quote = head.lastIndexOf('"', quote - 1);
    if (quote >= 0 && !head.slice(quote).includes('\n')) return [from + quote, text.slice(from + quote, at)];
  }
  let end = at;
  if (text[at - 1] === ')') {
    const from = Math.max(0, at - 64);
    const open = text.slice(from, at).lastIndexOf('(');
    if (open > 0) {
      let start = from + open;
      while (start > 0 && from + open - start < 64 && isRun(text.charCodeAt(start - 1))) start--;
      if (start < from + open) return [start, text.slice(start, from + open)];
    }
  } else {
    const least = at - 16;
    while (end > least && isSpace(text.charCodeAt(end - 1))) end--;
  }
  const isNear = end === scan.previousEnd && end < at && domain.includes('.');
  // `jane= @example.net`: a soft line break of which somebody made a blank
  const word = isNear ? text.slice(scan.previousStart, end).replace(/=$/, '') : '';
  return /[\p{L}\p{M}\d]$/u.test(word) && !isProtected(word.toLowerCase()) ? [scan.previousStart, word] : [at, ''];
}

/** `<jane.r` at a line's end and `oe@example.net>` in the next. */
function isFoldedInBrackets(scan: Scan, start: number): boolean {
  const end = scan.previousEnd;
  return (
    start > end &&
    start - end < 8 &&
    scan.text[scan.previousStart - 1] === '<' &&
    isFold(scan.text, end) &&
    !/[^\s]/.test(scan.text.slice(end, start))
  );
}

/** `jane.r= oe@example.net`: a soft line break of which somebody made a blank. */
function isFlattened(scan: Scan, start: number): boolean {
  if (scan.previousEnd !== start - 1 || !scan.text.startsWith('= ', start - 2)) return false;
  const before = scan.text.slice(scan.previousStart, scan.previousEnd - 1);
  return /^[\p{L}\d._+-]{1,64}$/u.test(before) && valueKind(before.toLowerCase()) === undefined;
}

function isFold(text: string, at: number): boolean {
  return /^[ \t]{0,4}\r?\n[ \t]/.test(text.slice(at, at + 8));
}

/** Whether a domain is torn at its end: no dot yet, or nothing behind the last, and a folded line to go on in. */
function isHalf(text: string, end: number, domain: string): boolean {
  if (domain.includes('.')) return false;
  return isFold(text, text[end] === '.' || text[end] === '-' ? end + 1 : end) || text.startsWith('= ', end);
}
