import { decodeEncodedWords } from '../message/encoded-word.ts';
import { readAddresses } from './address-reader.ts';
import { isDigit, isLetter, isRun, isUnspaced, isWord } from './character.ts';
import { beginLine, closeField } from './field-reader.ts';
import type { Find } from './find.ts';
import { looksLikeBase64 } from './identifier.ts';
import { isReporterName } from './name-clue.ts';
import { homes, readPieces } from './piece-reader.ts';
import { oneLine, type Scan } from './scan.ts';
import { readUrl } from './url-reader.ts';
import { readIdValue, readValue } from './value-reader.ts';
import { isAllProtected, isProtected } from './vocabulary.ts';

/** A run longer than this is no word of anybody: it is left out as a whole. */
const MAX_RUN = 4_096;
/** Base64 from this length on is content, not an id. */
const MIN_CONTENT = 80;

/** `2026-05-27T14:29:59.412Z`, `2026-05-27 16:29:59+02:00` */
const timestamp = /\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/y;

/** The address of a network card. */
const mac = /(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])/y;

/** Encoded words with nothing but white space between: one value. */
const encodedWords =
  /=\?[^?\s]{1,64}\?[bBqQ]\?[^?\s]{0,1024}\?=(?:\s{1,8}=\?[^?\s]{1,64}\?[bBqQ]\?[^?\s]{0,1024}\?=){0,64}/y;

/** `/O=ORG/OU=…/CN=RECIPIENTS/CN=JANE`: how Exchange names a mailbox. */
const x500 = /\/o=[^/\n]{1,64}(?:\/(?:ou|cn)=[^/\n]{1,128}(?=\/)){0,8}\/(?:ou|cn)=[^\s/"'<>,;)\]]{1,128}/iy;

/** Finds all originals. Takes time linear to the text. */
export function findOriginals(scan: Scan): Find[] {
  const text = scan.text;
  let at = beginLine(scan, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) {
      at++;
      if (code === 0x0a || text.charCodeAt(at) !== 0x0a) at = beginLine(scan, at);
    } else if (isRun(code)) at = readRunAt(scan, at);
    else {
      if (code === 0x5c) readBackslash(scan, at);
      at = code === 0x3a && text.charCodeAt(at + 1) === 0x3a ? scan.ipv6(at, at) : at + 1;
    }
  }
  closeField(scan, text.length);
  return scan.finds;
}

/** Delimits the run that begins at an offset and reads it. Returns where to go on. */
function readRunAt(scan: Scan, begin: number): number {
  const text = scan.text;
  let start = begin;
  let end = start + 1;
  while (isRun(text.charCodeAt(end))) {
    const code = text.charCodeAt(end);
    // 宛先jane@…: the script changes, and with it the word
    if (code >= 0x80 !== text.charCodeAt(end - 1) >= 0x80 && changesScript(scan, end)) break;
    end++;
  }
  if (end - start > MAX_RUN) return readLongRun(scan, start, end);
  if (text.charCodeAt(start) === 0x3d && text.charCodeAt(start + 1) === 0x3f) {
    const encoded = readEncodedWord(scan, start);
    if (encoded > 0) return encoded;
  }
  while (
    start < end &&
    /['*~]/.test(text[start] ?? '') &&
    !(text[start] === '~' && isLetter(text.charCodeAt(start + 1)))
  )
    start++;
  if (start === end) return end;
  scan.runStart = start;
  const next = readRun(scan, start, end);
  scan.previousStart = start;
  scan.previousEnd = Math.max(start, Math.min(next, end));
  return Math.max(next, begin + 1);
}

function changesScript(scan: Scan, at: number): boolean {
  const [before, here] = [scan.text.charCodeAt(at - 1), scan.text.charCodeAt(at)];
  return isWord(before) && isWord(here) && isUnspaced(before) !== isUnspaced(here);
}

function readLongRun(scan: Scan, start: number, end: number): number {
  let at = start;
  while (at < end && !isWord(scan.text.charCodeAt(at))) at++;
  if (at < end) scan.add(start, end, 'block', `[${end - start} characters left out]`);
  return end;
}

function readEncodedWord(scan: Scan, start: number): number {
  encodedWords.lastIndex = start;
  const found = encodedWords.exec(scan.text);
  if (found === null) return -1;
  const end = start + found[0].length;
  const decoded = oneLine(decodeEncodedWords(scan.source.slice(scan.view.sourceOf(start), scan.view.sourceOf(end))));
  if (isReporterName(decoded) || isAllProtected(decoded)) scan.add(start, end, 'keep', '');
  else scan.name(start, end, decoded.trim());
  return end;
}

/** Decides what a run is. */
function readRun(scan: Scan, start: number, end: number): number {
  const text = scan.text;
  const expected = scan.expectedAt === start || scan.expectedAt === start - 1 ? scan.expected : null;
  const first = text.charCodeAt(start);
  const after = text.charCodeAt(end);
  if (after === 0x3a) {
    const scheme = text.startsWith('://', end) ? schemeLength(text, start, end) : 0;
    if (scheme > 0) {
      readPart(scan, start, end - scheme);
      return readUrl(scan, end + 3);
    }
    const ip = readIpv6Before(scan, start, end);
    if (ip > 0) return ip;
    mac.lastIndex = start;
    const hardware = mac.exec(text);
    if (hardware !== null) {
      scan.id(start, start + hardware[0].length);
      return start + hardware[0].length;
    }
  }
  if (isDigit(first)) {
    timestamp.lastIndex = start;
    const time = timestamp.exec(text);
    if (time !== null) return start + time[0].length;
  }
  if (indexWithin(text, 0x40, start, end) >= 0) return readAddresses(scan, start, end, expected);
  if (scan.field === 'ids') {
    const next = readIdValue(scan, start, end, true);
    if (next > 0) return next;
  }
  if (expected !== null) {
    const next = readValue(scan, start, end, expected, scan.isQuotedValue);
    if (next > 0) return next;
  }
  const slash = indexWithin(text, 0x2f, start, end);
  if (slash >= 0) {
    x500.lastIndex = slash;
    const distinguished = x500.exec(text);
    if (distinguished !== null) {
      readPart(scan, start, distinguished.index);
      scan.id(distinguished.index, distinguished.index + distinguished[0].length);
      return Math.max(end, distinguished.index + distinguished[0].length);
    }
  }
  const content = readBase64(scan, start, end);
  return content > 0 ? content : readPieces(scan, start, end);
}

/** The beginning of a run that goes on in something else. */
function readPart(scan: Scan, start: number, end: number): void {
  if (start >= end) return;
  if (indexWithin(scan.text, 0x40, start, end) >= 0) readAddresses(scan, start, end, null);
  else readPieces(scan, start, end);
}

/** Base64 with its signs: an id, or content where it is long. */
function readBase64(scan: Scan, start: number, end: number): number {
  const text = scan.text;
  if (end - start < 8) return -1;
  const equals = indexWithin(text, 0x3d, start, end);
  const isKeyed = equals > start && equals - start <= 24 && equals < end - 8;
  const from = isKeyed && /^[A-Za-z_-]+$/.test(text.slice(start, equals)) ? equals + 1 : start;
  let to = end;
  while (to > from && /[.,?!&]/.test(text[to - 1] ?? '')) to--;
  const run = text.slice(from, to);
  if (!/[+/=]/.test(run) && run.length < MIN_CONTENT) return -1;
  if (!looksLikeBase64(run) || (run.startsWith('/') && from < scan.pageEnd)) return -1;
  if (run.length >= MIN_CONTENT && !/^[0-9A-Fa-f]+$/.test(run))
    scan.add(from, to, 'block', `[base64, ${run.length} characters left out]`);
  else scan.id(from, to);
  return end;
}

/** `C:\Users\jane`, `\\server\share`, `COMPANY\jane` */
function readBackslash(scan: Scan, at: number): void {
  const text = scan.text;
  const isNear = scan.previousEnd === at;
  const word = isNear ? text.slice(scan.previousStart, at) : '';
  if (homes.has(word.toLowerCase())) scan.expect('user', at + 1, true);
  else if (/^[A-Z][A-Z0-9-]{1,14}$/.test(word) && !isProtected(word.toLowerCase()) && isRun(text.charCodeAt(at + 1))) {
    if ((scan.finds.at(-1)?.end ?? 0) <= scan.previousStart) scan.host(scan.previousStart, at);
    scan.expect('user', at + 1, true);
  } else if (!isRun(text.charCodeAt(at - 1)) && /^\\[\p{L}\d_-]{2,63}\\/u.test(text.slice(at, at + 66)))
    scan.expect('host', at + 1, true);
}

/** An IPv6 address where the run before a colon ends in its first group; -1 where there is none. */
function readIpv6Before(scan: Scan, start: number, end: number): number {
  const text = scan.text;
  let from = end;
  while (from > start && from > end - 5 && /[0-9A-Fa-f]/.test(text[from - 1] ?? '')) from--;
  if (end - from > 4 || from === end || isWord(text.charCodeAt(from - 1))) return -1;
  const found = scan.finds.length;
  const next = scan.ipv6(end - 1, from);
  if (next === end) return -1;
  const ip = scan.finds.splice(found);
  readPart(scan, start, from);
  scan.finds.push(...ip);
  return next;
}

/** Like `indexOf`, which would go on behind the run, and so take quadratic time for a text without the sign. */
function indexWithin(text: string, code: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** The length of a scheme at the end of a run; 0 where there is none. */
function schemeLength(text: string, start: number, end: number): number {
  const scheme = /[A-Za-z]{1,8}$/.exec(text.slice(Math.max(start, end - 9), end))?.[0] ?? '';
  return /^(?:https?|ftps?|sftp|smtps?|imaps?|pop3?s?|ldaps?|wss?|file|hxxps?)$/i.test(scheme) ? scheme.length : 0;
}
