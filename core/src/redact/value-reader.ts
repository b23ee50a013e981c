import { type ValueKind, valueKind } from './field.ts';
import { addBoundary } from './field-reader.ts';
import { canonicalIpv4 } from './ip-address.ts';
import { hasLetters, looksLikeName } from './name-clue.ts';
import type { Scan } from './scan.ts';
import { readSubject } from './subject-reader.ts';
import { isAllProtected } from './vocabulary.ts';

/** How far the closing quote of a value is looked for. */
const MAX_VALUE = 998;

/** What stands between `=` and a value. */
const openers = /[ \t]{0,2}[[{(<"']{0,3}[ \t]?/y;

/** `: ` with what stands around it, in headers, prose and JSON. */
const colon = /(["']?)[ \t]{0,2}:[ \t]{0,3}((?:\[\s{0,32})?[[{(<"']{0,3})[ \t]?/y;

/** Notes what the value of a key is, where a word that ends at an offset is one. */
export function noteKey(scan: Scan, start: number, end: number): void {
  if (end - start > 32) return;
  const kind = valueKind(scan.text.slice(start, end).toLowerCase());
  if (kind === undefined) return;
  const text = scan.text;
  if (text[end] === '=') {
    openers.lastIndex = end + 1;
    const opener = openers.exec(text)?.[0] ?? '';
    if (opener === '' || (opener === ' ' && kind !== 'host')) return;
    scan.expect(kind, end + 1 + opener.length, /["']/.test(opener));
    return;
  }
  colon.lastIndex = end;
  const found = colon.exec(text);
  if (found === null) return;
  const [whole, quote = '', opener = ''] = found;
  const isWritten =
    quote !== '' || kind === 'user' || kind === 'host' || kind === 'id' || (kind === 'mailbox' && opener !== '');
  if (isWritten) scan.expect(kind, end + whole.length, /["']/.test(opener), opener.includes('['));
}

/** Reads a run as the value of a key. Returns where to go on, -1 where its look decides as elsewhere. */
export function readValue(scan: Scan, start: number, runEnd: number, kind: ValueKind, isQuoted: boolean): number {
  const text = scan.text;
  const quoted = isQuoted ? quotedEnd(scan, start) : -1;
  const content = quoted < 0 ? '' : text.slice(start, quoted);
  const run = text.slice(start, runEnd);
  switch (kind) {
    case 'subject':
      if (quoted < 0) return -1;
      readSubject(scan, start, quoted);
      return quoted;
    case 'name':
      if (/^cn=?$/i.test(text.slice(scan.previousStart, scan.previousEnd))) return readCommonName(scan, start);
      // `name="…"` are parameters of files and tags of HTML
      if (text[start - 2] === '=' && !/\.[A-Za-z]{1,5}$/.test(content)) return -1;
      if (quoted < 0 || content.includes('@') || !hasLetters(content) || isAllProtected(content)) return -1;
      if (/\.[A-Za-z]{1,5}$/.test(content)) return readValue(scan, start, runEnd, 'file', isQuoted);
      scan.name(start, quoted);
      return quoted;
    case 'file': {
      const end = quoted < 0 ? trimmedEnd(text, start, runEnd) : quoted;
      const name = text.slice(start, end);
      if (!/\.[A-Za-z0-9]{1,8}$/.test(name) || name.includes('/')) return -1;
      scan.add(start, end, 'file', name);
      return end;
    }
    case 'campaign':
    case 'list': {
      const end = quoted < 0 ? trimmedEnd(text, start, runEnd) : quoted;
      const name = text.slice(start, end);
      if (name === '' || name.includes('@') || /^\d{0,3}$/.test(name) || isAllProtected(name)) return -1;
      if (quoted < 0 && scan.isJson) return -1;
      scan.add(start, end, kind, name);
      // the next of a list
      const next = scan.isListValue && quoted >= 0 ? /^["']\s{0,4},\s{0,32}["']/.exec(text.slice(end, end + 40)) : null;
      if (next !== null) scan.expect(kind, end + next[0].length, true, true);
      return end;
    }
    case 'mailbox':
      if (run.includes('@') || content.includes('@') || content.includes('<')) return -1;
      if (quoted >= 0 && /\s/.test(content)) {
        if (isAllProtected(content) || !looksLikeName(content)) return -1;
        scan.name(start, quoted);
        return quoted;
      }
      return readUserValue(scan, start, runEnd);
    case 'user':
      return run.includes('@') ? -1 : readUserValue(scan, start, runEnd);
    case 'host': {
      const end = trimmedEnd(text, start, runEnd);
      const host = text.slice(start, end);
      if (!/^[\p{L}\d][\p{L}\d_-]{0,62}$/u.test(host) || isAllProtected(host) || /^\d{1,5}$/.test(host)) return -1;
      scan.host(start, end);
      return end;
    }
    case 'id':
      return readIdValue(scan, start, runEnd, isQuoted);
    case 'type':
      // `email.delivered` is no host
      if (!/^[a-z_]{2,32}\.[a-z_]{2,32}$/.test(content) || !isAllProtected(content)) return -1;
      scan.add(start, quoted, 'keep', '');
      return quoted;
    case 'boundary': {
      const end = quoted < 0 ? runEnd : quoted;
      if (!scan.boundaries.has(text.slice(start, end))) return -1;
      addBoundary(scan, start, end);
      return end;
    }
  }
}

/** Where the quote closes that opened before an offset; -1 if it does not in reach. */
function quotedEnd(scan: Scan, start: number): number {
  const quote = scan.text[start - 1] ?? '"';
  const length = scan.text.slice(start, start + MAX_VALUE).search(quote === "'" ? /['\n]/ : /["\n]/);
  return length < 0 || scan.text[start + length] === '\n' ? -1 : start + length;
}

/** `CN=Jane Roe,OU=…` */
function readCommonName(scan: Scan, start: number): number {
  const length = scan.text.slice(start, start + 64).search(/[,;)>"/\n]/);
  if (length < 1 || isAllProtected(scan.text.slice(start, start + length))) return -1;
  scan.name(start, start + length);
  return start + length;
}

function readUserValue(scan: Scan, start: number, runEnd: number): number {
  const text = scan.text;
  let end = start;
  while (end < runEnd && !/[/?&#=!]/.test(text[end] ?? '')) end++;
  end = trimmedEnd(text, start, end);
  const user = text.slice(start, end);
  // a number without quotes must stay one for JSON
  if (user === '' || isAllProtected(user) || (scan.isJson && !scan.isQuotedValue && /^\d+$/.test(user))) return -1;
  scan.user(start, end);
  return end;
}

/** Reads a run as an id. Returns where to go on, -1 where it is none. */
export function readIdValue(scan: Scan, start: number, runEnd: number, isQuoted: boolean): number {
  const text = scan.text;
  let end = runEnd;
  while (end > start && /[.,'!?&]/.test(text[end - 1] ?? '')) end--;
  const id = text.slice(start, end);
  if (id.length < 3 || id.includes('@') || isAllProtected(id)) return -1;
  if (scan.isJson && !isQuoted && /^-?\d+$/.test(id)) return -1;
  if (canonicalIpv4(id) !== null || /^\d{1,4}(?:\.\d{1,4}){1,2}$/.test(id)) return -1;
  if (!/\d/.test(id) && (id.length < 6 || isAllProtected(id))) return -1;
  scan.id(start, end);
  return end;
}

/** Without the signs with which a sentence goes on behind a word. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[.,;:!?'*=&/+-]/.test(text[last - 1] ?? '')) last--;
  return last;
}
