import { looksLikeId } from './identifier.ts';
import { nameAfter } from './name-clue.ts';
import type { Scan } from './scan.ts';
import { readSubject } from './subject-reader.ts';
import { isAllProtected } from './vocabulary.ts';

/** Four octets with dashes between, wherever they stand in a word. */
export const dashedIp =
  /(?:^|[^\d])(?:25[0-5]|2[0-4]\d|1?\d?\d)([-_])(?:25[0-5]|2[0-4]\d|1?\d?\d)\1(?:25[0-5]|2[0-4]\d|1?\d?\d)\1(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:$|[^\d])/;

/** Names that machines get from their makers and owners. */
const machineName =
  /^(?:desktop|laptop|win|pc|srv|server|vps|vm|host|node|macbook|imac|ec2|dc|ex|exch|mail)-?[a-z]*-?[a-z0-9]*\d[a-z0-9-]*$/i;

const spelledAddress = /at\s{1,4}[\w-]{1,63}(?:\s{1,4}dot\s{1,4}[\w-]{1,63}){1,5}/iy;

/** Words before a local part that stands alone. */
const userNouns = new Set(['user', 'username', 'userid', 'mailbox', 'account', 'login', 'alias', 'uid']);

/** Tags of HTML that may stand alone in angle brackets. */
const tags = new Set(
  'a b br body center code div em font head hr html i img li ol p pre small span strong style table tbody td th title tr tt u ul'.split(
    ' ',
  ),
);

/** A word without dots. Returns whether it was an original, or began one. */
export function readWord(scan: Scan, start: number, end: number, word: string, isUser: boolean): boolean {
  const text = scan.text;
  const lower = word.toLowerCase();
  const protectedWord = isAllProtected(word);
  const previous = scan.previousWord(start);
  if (!protectedWord) {
    if (isUser) return scan.user(start, end);
    if (isQueueId(scan, start, end, word)) {
      scan.pseudonyms.noteQueueId(word);
      return scan.id(start, end);
    }
    if (dashedIp.test(word)) return scan.host(start, end) || true;
    if (isHostPlace(scan, start, end) && isHostWord(word)) return scan.host(start, end) || true;
    if (machineName.test(word)) return scan.host(start, end) || true;
    if (isMessageToken(scan, end) && /\d/.test(word)) return scan.id(start, end);
    if (looksLikeId(word)) return scan.id(start, end);
    const isId = scan.field === 'received' || /\d|^[A-F]+$/.test(word);
    if (/^(?:id|qid|msgid)$/.test(previous) && word.length > 4 && isId) return scan.id(start, end);
    if (userNouns.has(previous) && /^[a-z\d][a-z\d_+-]+$/.test(word) && /[a-z]/.test(word) && text[end] !== '=')
      return scan.user(start, end);
    if (text[start - 1] === '<' && /^>(?::|;|\.\.\.)/.test(text.slice(end, end + 4)) && !tags.has(lower))
      return scan.user(start, end);
  }
  if (lower === 'at' && previous !== '' && readSpelled(scan, start)) return true;
  if (lower === 'subject' && readInlineSubject(scan, end)) return true;
  const name = nameAfter(text, lower, end);
  if (name === null) return false;
  scan.name(name.start, name.end);
  return true;
}

/** Whether a host is named here: behind `from` and `by` of Received, HELO, before an address. */
export function isHostPlace(scan: Scan, start: number, end: number): boolean {
  const previous = scan.previousWord(start);
  if (scan.field === 'received' && /^(?:from|by)$/.test(previous)) return true;
  return /^(?:helo|ehlo)$/.test(previous) || isBeforeIp(scan, end);
}

/** Google's ids: whatever stands before ` - gsmtp`. */
export function isMessageToken(scan: Scan, end: number): boolean {
  return scan.text.startsWith(' - gsmtp', end);
}

/** `jane at example dot net` */
function readSpelled(scan: Scan, start: number): boolean {
  const text = scan.text;
  spelledAddress.lastIndex = start;
  const found = spelledAddress.exec(text);
  if (found === null || scan.previousStart >= start) return false;
  const domain = found[0].replace(/^at\s+/i, '').replace(/\s+dot\s+/gi, '.');
  let from = scan.previousStart;
  // jane dot roe at …
  for (let dots = 0; dots < 3; dots++) {
    const before = /([\w-]{1,64})\s{1,4}dot\s{1,4}$/i.exec(text.slice(Math.max(0, from - 80), from));
    if (before === null) break;
    from -= before[0].length;
  }
  const local = text.slice(from, scan.previousEnd).replace(/\s+dot\s+/gi, '.');
  scan.add(from, start + found[0].length, 'address', local, domain);
  scan.learn(local, domain);
  return true;
}

/** Longest subject within a line. */
const MAX_SUBJECT = 500;

/** What a subject within a line ends before: the next field, the client that Postfix names, a quotation mark. */
const subjectEnd = /\n|"|\s>|\s[A-Z][A-Za-z-]{1,40}: | from [\w.-]{1,255}\[|; from=</;

/** `reject: header Subject: Lunch with Jane from mx.example.net[192.0.2.7]`; ordinary words alone are none. */
function readInlineSubject(scan: Scan, end: number): boolean {
  if (!scan.text.startsWith(': ', end)) return false;
  const value = scan.text.slice(end + 2, end + 2 + MAX_SUBJECT);
  const length = value.search(subjectEnd);
  const subject = length < 0 ? value : value.slice(0, length);
  if (isAllProtected(subject)) return false;
  readSubject(scan, end + 2, end + 2 + subject.length);
  return true;
}

/** `smtp[2106]: 6D0F41E0A1: to=…`, or the same at a line's beginning. */
function isQueueId(scan: Scan, start: number, end: number, word: string): boolean {
  const text = scan.text;
  if (
    text[end] !== ':' ||
    word.length < 5 ||
    word.length > 24 ||
    !/^[0-9A-Za-z]+$/.test(word) ||
    !/\d|^[A-F]+$/.test(word)
  )
    return false;
  if (text.startsWith(']: ', start - 3)) return word.length > 5 || /^[0-9A-F]+$/.test(word);
  const isLineStart = start === 0 || text[start - 1] === '\n';
  return (isLineStart || text.startsWith(' for ', start - 5)) && text[end + 1] === ' ' && looksLikeId(word);
}

/** A queue id that has no letter by chance: in its place in a log, behind `id` and `queued as`. */
export function isNumericId(scan: Scan, start: number, end: number, word: string): boolean {
  if (isQueueId(scan, start, end, word)) {
    scan.pseudonyms.noteQueueId(word);
    return true;
  }
  const previous = scan.previousWord(start);
  if (previous === 'id') return true;
  return (
    previous === 'as' &&
    scan.text
      .slice(Math.max(0, start - 12), start)
      .toLowerCase()
      .includes('queued as ')
  );
}

/** `laptop[192.0.2.1]`, `laptop ([192.0.2.1])`, `laptop [IPv6:…]` */
function isBeforeIp(scan: Scan, end: number): boolean {
  return /^\)? ?\(?\[(?:IPv6:)?(?:\d{1,3}\.\d{1,3}\.|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:])/i.test(
    scan.text.slice(end, end + 24),
  );
}

function isHostWord(word: string): boolean {
  return /^[\p{L}\d][\p{L}\d_-]{1,62}$/u.test(word) && !/^\d+$/.test(word);
}
