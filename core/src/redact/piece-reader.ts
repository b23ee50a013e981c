import { isLetter, isWord } from './character.ts';
import { dottedKind, ipWithin } from './dotted-name.ts';
import { valueKind } from './field.ts';
import { looksLikeId } from './identifier.ts';
import { canonicalIpv4 } from './ip-address.ts';
import type { Scan } from './scan.ts';
import { addLink } from './url-reader.ts';
import { noteKey, readValue, trimmedEnd } from './value-reader.ts';
import { isAllProtected, isProtected } from './vocabulary.ts';
import { dashedIp, isHostPlace, isMessageToken, isNumericId, readWord } from './word-reader.ts';

/** What a Microsoft server writes behind its name: ` 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3]` */
const trace = /(\s{1,12})(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z)(\s{1,12})([0-9A-F]{12,20})(?=\])/y;

/** The keys of Authentication-Results (RFC 8601): `smtp.mailfrom=` */
const resultKey = /^(?:smtp|header|policy|body|dns)\.[a-z-]{1,24}$/i;

/** Folders whose subfolders are named after users. */
export const homes = new Set([
  'home',
  'users',
  'vmail',
  'vhosts',
  'mailboxes',
  'maildirs',
  'profiles',
  'homes',
  'settings',
]);

/** Reads a run, or a part of one, word by word. Returns where to go on. */
export function readPieces(scan: Scan, start: number, end: number): number {
  const text = scan.text;
  let at = start;
  let isUser = false;
  let afterSlash = false;
  while (at < end) {
    while (at < end && !isPieceSign(text.charCodeAt(at))) {
      if (text[at] === '~') isUser = isLetter(text.charCodeAt(at + 1));
      afterSlash = text[at] === '/';
      at++;
    }
    let last = at;
    while (last < end && isPieceSign(text.charCodeAt(last))) last++;
    if (last === at) break;
    if (isUser && homeOf(scan, at, last)) {
      isUser = false;
      at = last;
      continue;
    }
    const next = readPiece(scan, at, last, end, isUser);
    const sign = text[last];
    isUser =
      sign === '/' && ((afterSlash && isHome(scan, start, at, last)) || (isUser && dottedHost(text.slice(at, last))));
    if (sign === '=') {
      const kind = last - at > 32 ? undefined : valueKind(text.slice(at, last).toLowerCase());
      if (kind !== undefined && last + 1 < end) {
        scan.previousStart = at;
        scan.previousEnd = last;
        scan.isQuotedValue = false;
        const valueEnd = text.slice(last + 1, end).search(/[&;]/);
        const value = readValue(scan, last + 1, valueEnd < 0 ? end : last + 1 + valueEnd, kind, false);
        if (value > 0) {
          at = value;
          continue;
        }
      }
    }
    if (next > last) return next;
    at = last;
  }
  return Math.max(at, end);
}

/** Whether a folder's name says that those in it are named after users: `/home/`, `/var/mail/`. */
function isHome(scan: Scan, start: number, at: number, last: number): boolean {
  const folder = scan.text.slice(at, last).toLowerCase();
  return (
    homes.has(folder) ||
    ((folder === 'mail' || folder === 'spool') &&
      /(?:var|spool)\/$/i.test(scan.text.slice(Math.max(start, at - 8), at)))
  );
}

/** A user's folder; a domain's folder has those of its users below it. */
function homeOf(scan: Scan, at: number, last: number): boolean {
  const folder = scan.text.slice(at, last);
  if (isProtected(folder.toLowerCase()) || dottedHost(folder)) return false;
  scan.user(at, last);
  return true;
}

/** Returns the piece's end, or where to go on behind something that it begins. */
function readPiece(scan: Scan, from: number, to: number, runEnd: number, isUser: boolean): number {
  const text = scan.text;
  let [start, end] = [from, to];
  while (start < end && /[.-]/.test(text[start] ?? '')) start++;
  while (end > start && /[._-]/.test(text[end - 1] ?? '')) end--;
  if (start === end) return to;
  // 550-mx.example.net: the code of a reply
  if (/^[245]\d\d[-_]$/.test(text.slice(start, start + 4)) && isLetter(text.charCodeAt(start + 4))) start += 4;
  const word = text.slice(start, end);
  if (/^\d{5,24}$/.test(word) && isNumericId(scan, start, end, word)) scan.id(start, end);
  else if (/^[\d.-]+$/.test(word)) readNumbers(scan, start, word);
  else if (word.includes('.')) return readDotted(scan, start, end, to, runEnd, word);
  else if (!readWord(scan, start, end, word, isUser)) noteKey(scan, start, end);
  else return wordEnd(scan, to);
  return to;
}

/** Where the last find ends, if it reaches beyond the word that began it. */
function wordEnd(scan: Scan, to: number): number {
  return Math.max(to, scan.finds.at(-1)?.end ?? 0);
}

/** Digits with dots and dashes: addresses, ranges of them, codes, dates, long numbers. */
function readNumbers(scan: Scan, start: number, word: string): void {
  if (dashedIp.test(word)) {
    scan.host(start, start + word.length);
    return;
  }
  if (scan.field === 'received' && scan.previousWord(start) === 'id' && word.length > 4) {
    scan.id(start, start + word.length);
    return;
  }
  let at = start;
  for (const part of word.split('-')) {
    if (canonicalIpv4(part) !== null) scan.ip(at, at + part.length, part);
    else if (looksLikeId(part)) addNumber(scan, at, part);
    at += part.length + 1;
  }
}

function addNumber(scan: Scan, start: number, digits: string): void {
  // without quotes JSON wants a number
  const isBare = scan.isJson && !/["\w]/.test(scan.text[start - 1] ?? '');
  if (!isBare) scan.id(start, start + digits.length);
  else scan.add(start, start + digits.length, 'number', digits);
}

function readDotted(scan: Scan, start: number, end: number, to: number, runEnd: number, word: string): number {
  const text = scan.text;
  const kind = text[end] === '=' && resultKey.test(word) ? 'said' : dottedKind(word);
  if (kind === 'said' && /\d/.test(word) && /^(?:id|qid|msgid)$/.test(scan.previousWord(start))) {
    scan.id(start, end);
    return to;
  }
  if (kind === 'said' && isHostPlace(scan, start, end) && /[A-Za-z]/.test(word)) {
    scan.host(start, end);
    return to;
  }
  const within = kind === 'said' || kind === 'id' ? ipWithin(word) : null;
  if (kind === 'ip') scan.ip(start, end, word);
  else if (within !== null) {
    if (within.start > 0) readPiece(scan, start, start + within.start, start + within.start, false);
    scan.ip(start + within.start, start + within.end, word.slice(within.start, within.end));
    if (start + within.end < end) readPiece(scan, start + within.end, end, end, false);
  } else if (kind === 'id' || isMessageToken(scan, end)) scan.id(start, end);
  else if (kind === 'file') {
    if (start >= scan.pageEnd && !isAllProtected(word.slice(0, word.lastIndexOf('.'))))
      scan.add(start, end, 'file', word);
  } else if (kind === 'host' && !(start < scan.pageEnd && isPage(word))) {
    const isKept = scan.host(start, end);
    trace.lastIndex = end;
    const tag = text[start - 1] === '[' ? trace.exec(text) : null;
    if (tag !== null) {
      const [, gap = '', time = '', second = '', id = ''] = tag;
      const timeAt = end + gap.length;
      scan.id(timeAt, timeAt + time.length);
      scan.id(timeAt + time.length + second.length, timeAt + time.length + second.length + id.length);
      return timeAt + time.length + second.length + id.length;
    }
    if (
      !isKept &&
      start === scan.runStart &&
      end < runEnd &&
      /[/?#]/.test(text[end] ?? '') &&
      !/^[/]\d{1,5}$/.test(text.slice(end, runEnd))
    ) {
      const linkEnd = trimmedEnd(text, end, runEnd);
      addLink(scan, end, linkEnd);
      return runEnd;
    }
  }
  return to;
}

function isPieceSign(code: number): boolean {
  return isWord(code) || code === 0x2e || code === 0x2d || code === 0x5f;
}

/** `lookup.lasso` in the path of a known host: a page, whatever its extension is. */
function isPage(word: string): boolean {
  const [stem = '', , more] = word.split('.', 3);
  return more === undefined && isProtected(stem.toLowerCase());
}

function dottedHost(word: string): boolean {
  return word.includes('.') && dottedKind(word) === 'host';
}
