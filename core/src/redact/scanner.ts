import { decodeEncodedWords } from '../message/encoded-word.ts';
import { addressesInLocal, addressesInRun } from './address-run.ts';
import { isDigit, isLetter, isRun, isSpace, isUnspaced, isUpper, isWord } from './character.ts';
import { dottedKind, ipWithin } from './dotted-name.ts';
import { type FieldKind, fieldKind, type ValueKind, valueKind } from './field.ts';
import type { Find, Kind } from './find.ts';
import { canonicalHost, organisationOf } from './host-name.ts';
import { looksLikeBase64, looksLikeId } from './identifier.ts';
import { canonicalIpv4, ipv6At, ipv6OfNibbles, NIBBLES } from './ip-address.ts';
import { keptFrom } from './known-hosts.ts';
import type { LearnedWords } from './learned-words.ts';
import { displayBefore, hasLetters, isReporterName, looksLikeName, nameAfter, nameInComment } from './name-clue.ts';
import type { PlainView } from './plain-view.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { ownStretches } from './subject-line.ts';
import { isAllProtected, isProtected, isRuleAddress } from './vocabulary.ts';

/** A run longer than this is no word of anybody: it is left out as a whole. URLs reach 2 000. */
const MAX_RUN = 4_096;
/** Base64 from this length on is content, not an id. */
const MIN_CONTENT = 80;
/** RFC 2046 section 5.1.1 allows 70; some write more. */
const MAX_BOUNDARY = 120;
/** How far the closing quote of a value is looked for. */
const MAX_VALUE = 998;

/** `2026-05-27T14:29:59.412Z`, `2026-05-27 16:29:59+02:00` */
const timestamp = /\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/y;
/** What a Microsoft server writes behind its name: ` 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3]` */
const trace = /(\s{1,12})(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,7}Z)(\s{1,12})([0-9A-F]{12,20})(?=\])/y;
const mac = /(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?![\w:-])/y;
const encodedWords =
  /=\?[^?\s]{1,64}\?[bBqQ]\?[^?\s]{0,1024}\?=(?:\s{1,8}=\?[^?\s]{1,64}\?[bBqQ]\?[^?\s]{0,1024}\?=){0,64}/y;
const fieldName = /([\p{L}][\p{L}\d-]{0,63})[ \t]?:(?!\/\/|:)/uy;
const mboxLine = /From (\S{1,320}) {1,4}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /y;
/** The head of a log line: time, host, program. */
const syslogHead =
  /(?:<\d{1,3}>)?(?:\d )?(?:[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?) ([\p{L}\d._-]{1,255}) (?=[\w./-]{1,64}(?:\[\d{1,10}\])?:? )/uy;
const openers = /[ \t]{0,2}[[{(<"']{0,3}[ \t]?/y;
const colon = /(["']?)[ \t]{0,2}:[ \t]{0,3}((?:\[\s{0,32})?[[{(<"']{0,3})[ \t]?/y;
const spelledAddress = /at\s{1,4}[\w-]{1,63}(?:\s{1,4}dot\s{1,4}[\w-]{1,63}){1,5}/iy;
const x500 = /\/o=[^/\n]{1,64}(?:\/(?:ou|cn)=[^/\n]{1,128}(?=\/)){0,8}\/(?:ou|cn)=[^\s/"'<>,;)\]]{1,128}/iy;
/** Four octets with dashes between, wherever they stand in a word. */
const dashedIp =
  /(?:^|[^\d])(?:25[0-5]|2[0-4]\d|1?\d?\d)([-_])(?:25[0-5]|2[0-4]\d|1?\d?\d)\1(?:25[0-5]|2[0-4]\d|1?\d?\d)\1(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:$|[^\d])/;
/** Names that machines get from their makers and owners. */
const machineName =
  /^(?:desktop|laptop|win|pc|srv|server|vps|vm|host|node|macbook|imac|ec2|dc|ex|exch|mail)-?[a-z]*-?[a-z0-9]*\d[a-z0-9-]*$/i;

/** The keys of Authentication-Results (RFC 8601): `smtp.mailfrom=` */
const resultKey = /^(?:smtp|header|policy|body|dns)\.[a-z-]{1,24}$/i;

/** Words before a local part that stands alone. */
const userNouns = new Set(['user', 'username', 'userid', 'mailbox', 'account', 'login', 'alias', 'uid']);
/** Folders whose subfolders are named after users. */
const homes = new Set(['home', 'users', 'vmail', 'vhosts', 'mailboxes', 'maildirs', 'profiles', 'homes', 'settings']);
/** Tags of HTML that may stand alone in angle brackets. */
const tags = new Set(
  'a b br body center code div em font head hr html i img li ol p pre small span strong style table tbody td th title tr tt u ul'.split(
    ' ',
  ),
);

/** Everything that a text gives away, in its order, and what is learned on the way. */
export class Scanner {
  readonly #view: PlainView;
  readonly #text: string;
  readonly #source: string;
  readonly #learned: LearnedWords;
  readonly #pseudonyms: Pseudonyms;
  readonly #finds: Find[] = [];
  readonly #isJson: boolean;
  #field: FieldKind | null = null;
  #fieldStart = 0;
  #fieldFinds = 0;
  /** What the next run is if it begins at this offset. */
  #expected: ValueKind | null = null;
  #expectedAt = -1;
  #isQuotedValue = false;
  #isListValue = false;
  /** The run before. */
  #previousStart = 0;
  #previousEnd = 0;
  /** The run that is read. */
  #runStart = 0;
  /** Up to here the page of a known host is named. */
  #pageEnd = 0;
  /** Boundaries of MIME: their lines must agree with their parameter. */
  readonly #boundaries: ReadonlySet<string>;

  constructor(source: string, view: PlainView, learned: LearnedWords, pseudonyms: Pseudonyms) {
    this.#source = source;
    this.#view = view;
    this.#text = view.text;
    this.#learned = learned;
    this.#pseudonyms = pseudonyms;
    this.#boundaries = boundariesOf(view.text);
    this.#isJson = /^\s{0,64}[[{]\s{0,64}["{[]/.test(view.text);
  }

  /** Finds all originals. Takes time linear to the text. */
  scan(): Find[] {
    const text = this.#text;
    let at = this.#beginLine(0);
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || code === 0x0d) {
        at++;
        if (code === 0x0a || text.charCodeAt(at) !== 0x0a) at = this.#beginLine(at);
      } else if (isRun(code)) at = this.#run(at);
      else {
        if (code === 0x5c) this.#backslash(at);
        at = code === 0x3a && text.charCodeAt(at + 1) === 0x3a ? this.#ipv6(at, at) : at + 1;
      }
    }
    this.#closeField(text.length);
    return this.#finds;
  }

  #add(from: number, end: number, kind: Kind | 'keep', original: string, domain?: string): void {
    let start = from;
    // What was taken for something of its own turns out to be a part of this one, and goes with it.
    while (this.#finds.length > 0 && (this.#finds.at(-1) as Find).end > start)
      start = Math.min(start, (this.#finds.pop() as Find).start);
    this.#finds.push(domain === undefined ? { start, end, kind, original } : { start, end, kind, original, domain });
  }

  // Lines and fields

  #beginLine(lineStart: number): number {
    const text = this.#text;
    let at = lineStart;
    while (text[at] === '>' || (text[at] === ' ' && text[at - 1] === '>') || text[at] === '|') at++;
    const code = text.charCodeAt(at);
    const isFolded = code === 0x20 || code === 0x09;
    if (isFolded && this.#field !== null && !this.#isBlankLine(at)) return at;
    this.#closeField(lineStart);
    mboxLine.lastIndex = at;
    const sender = code === 0x46 ? mboxLine.exec(text)?.[1] : undefined;
    if (sender !== undefined && !sender.includes('@')) {
      this.#user(at + 5, at + 5 + sender.length);
      return at + 5 + sender.length;
    }
    if (code === 0x2d && text.charCodeAt(at + 1) === 0x2d) return this.#boundaryLine(at + 2);
    if (isDigit(code) || code === 0x3c || isUpper(code)) {
      syslogHead.lastIndex = at;
      const head = syslogHead.exec(text);
      const host = head?.[1];
      if (head !== null && host !== undefined) {
        const end = head.index + head[0].length - 1;
        this.#host(end - host.length, end);
        return end;
      }
    }
    if (!isLetter(code)) return at;
    fieldName.lastIndex = at;
    const name = fieldName.exec(text);
    if (name === null) return at;
    this.#field = fieldKind((name[1] ?? '').toLowerCase());
    const valueStart = at + name[0].length;
    this.#fieldStart = valueStart;
    this.#fieldFinds = this.#finds.length;
    if (this.#field === 'subject') return this.#subjectField(valueStart);
    if (this.#field === 'user') this.#expect('user', skipBlanks(text, valueStart), false);
    return this.#field === 'plain' || this.#field === 'user' ? at : valueStart;
  }

  #boundaryLine(start: number): number {
    if (this.#boundaries.size === 0) return start;
    const line = this.#text.slice(start, start + MAX_BOUNDARY + 8).split(/[\r\n]/, 1)[0] ?? '';
    const whole = line.trimEnd();
    const boundary = this.#boundaries.has(whole) ? whole : whole.replace(/--$/, '');
    if (!this.#boundaries.has(boundary)) return start;
    this.#boundary(start, start + boundary.length);
    return start + boundary.length;
  }

  /** The end keeps one pseudonym from being the beginning of another, which readers would take for the same. */
  #boundary(start: number, end: number): void {
    this.#finds.push({ start, end, kind: 'id', original: this.#text.slice(start, end), after: '.part' });
  }

  #isBlankLine(at: number): boolean {
    let end = at;
    while (this.#text[end] === ' ' || this.#text[end] === '\t') end++;
    return end >= this.#text.length || this.#text[end] === '\n' || this.#text[end] === '\r';
  }

  /** Where the value of a field ends that begins at an offset, folded lines and all. */
  #valueEnd(start: number): number {
    const text = this.#text;
    for (let at = start; ; ) {
      const newline = text.indexOf('\n', at);
      if (newline < 0) return text.length;
      const next = text[newline + 1];
      if ((next !== ' ' && next !== '\t') || this.#isBlankLine(newline + 1))
        return text[newline - 1] === '\r' ? newline - 1 : newline;
      at = newline + 1;
    }
  }

  #subjectField(valueStart: number): number {
    const end = this.#valueEnd(valueStart);
    const start = skipBlanks(this.#text, valueStart);
    if (start < end) this.#subject(start, end);
    return end;
  }

  /** Names what of a subject is the sender's own. */
  #subject(start: number, end: number): void {
    const shown = this.#text.slice(start, end);
    if (!shown.includes('=?')) {
      const own = ownStretches(shown);
      for (const [from, to] of own) this.#add(start + from, start + to, 'subject', oneLine(shown.slice(from, to)));
      // The words that stay are nobody's name, even if somebody is called so.
      if (own.length === 0) this.#add(start, end, 'keep', '');
      return;
    }
    const decoded = oneLine(
      decodeEncodedWords(this.#source.slice(this.#view.sourceOf(start), this.#view.sourceOf(end))),
    );
    const own = ownStretches(decoded);
    const [first] = own;
    if (first === undefined) {
      this.#add(start, end, 'keep', '');
      return;
    }
    const last = own.at(-1) ?? first;
    this.#add(start, end, 'subject', decoded.slice(first[0], last[1]));
    const find = this.#finds.pop() as Find;
    this.#finds.push({ ...find, before: decoded.slice(0, first[0]), after: decoded.slice(last[1]) });
  }

  /** What stands between the addresses of a field are display names. */
  #closeField(end: number): void {
    const field = this.#field;
    this.#field = null;
    if (field !== 'addresses' && field !== 'list' && field !== 'name') return;
    const inField = this.#finds.splice(this.#fieldFinds);
    let at = this.#fieldStart;
    for (const find of inField) {
      if (find.start > at) this.#displayNames(at, find.start);
      this.#finds.push(find);
      at = Math.max(at, find.end);
    }
    if (end > at) this.#displayNames(at, end);
  }

  #displayNames(start: number, end: number): void {
    const text = this.#text;
    let isQuoted = false;
    let from = start;
    for (let at = start; at <= end; at++) {
      const sign = at < end ? (text[at] ?? '') : ',';
      const ends = sign === '"' || (!isQuoted && /[,;:<>()\r\n]/.test(sign)) || at === end;
      if (!ends) continue;
      this.#displayName(from, at);
      if (sign === '"') isQuoted = !isQuoted;
      from = at + 1;
    }
  }

  #displayName(from: number, to: number): void {
    const text = this.#text;
    let [start, end] = [from, to];
    while (start < end && !isWord(text.charCodeAt(start))) start++;
    while (end > start && !isWord(text.charCodeAt(end - 1)) && text[end - 1] !== '.') end--;
    const name = text.slice(start, end);
    if (!hasLetters(name) || isReporterName(name)) return;
    this.#name(start, end);
  }

  #name(start: number, end: number, name = this.#text.slice(start, end)): void {
    this.#add(start, end, 'name', this.#learned.learnName(oneLine(name)));
  }

  // Values of keys

  #expect(kind: ValueKind, at: number, isQuoted: boolean, isList = false): void {
    this.#isListValue = isList;
    this.#expected = kind;
    this.#expectedAt = at;
    this.#isQuotedValue = isQuoted;
  }

  /** Notes what the value of a key is, where a word that ends at an offset is one. */
  #noteKey(start: number, end: number): void {
    if (end - start > 32) return;
    const kind = valueKind(this.#text.slice(start, end).toLowerCase());
    if (kind === undefined) return;
    const text = this.#text;
    if (text[end] === '=') {
      openers.lastIndex = end + 1;
      const opener = openers.exec(text)?.[0] ?? '';
      if (opener === '' || (opener === ' ' && kind !== 'host')) return;
      this.#expect(kind, end + 1 + opener.length, /["']/.test(opener));
      return;
    }
    colon.lastIndex = end;
    const found = colon.exec(text);
    if (found === null) return;
    const [whole, quote = '', opener = ''] = found;
    const isWritten =
      quote !== '' || kind === 'user' || kind === 'host' || kind === 'id' || (kind === 'mailbox' && opener !== '');
    if (isWritten) this.#expect(kind, end + whole.length, /["']/.test(opener), opener.includes('['));
  }

  /** Reads a run as the value of a key. Returns where to go on, -1 where its look decides as elsewhere. */
  #value(start: number, runEnd: number, kind: ValueKind, isQuoted: boolean): number {
    const text = this.#text;
    const quoted = isQuoted ? this.#quotedEnd(start) : -1;
    const content = quoted < 0 ? '' : text.slice(start, quoted);
    const run = text.slice(start, runEnd);
    switch (kind) {
      case 'subject':
        if (quoted < 0) return -1;
        this.#subject(start, quoted);
        return quoted;
      case 'name':
        if (/^cn=?$/i.test(text.slice(this.#previousStart, this.#previousEnd))) return this.#commonName(start);
        // `name="…"` are parameters of files and tags of HTML
        if (text[start - 2] === '=' && !/\.[A-Za-z]{1,5}$/.test(content)) return -1;
        if (quoted < 0 || content.includes('@') || !hasLetters(content) || isAllProtected(content)) return -1;
        if (/\.[A-Za-z]{1,5}$/.test(content)) return this.#value(start, runEnd, 'file', isQuoted);
        this.#name(start, quoted);
        return quoted;
      case 'file': {
        const end = quoted < 0 ? trimmedEnd(text, start, runEnd) : quoted;
        const name = text.slice(start, end);
        if (!/\.[A-Za-z0-9]{1,8}$/.test(name) || name.includes('/')) return -1;
        this.#add(start, end, 'file', name);
        return end;
      }
      case 'campaign':
      case 'list': {
        const end = quoted < 0 ? trimmedEnd(text, start, runEnd) : quoted;
        const name = text.slice(start, end);
        if (name === '' || name.includes('@') || /^\d{0,3}$/.test(name) || isAllProtected(name)) return -1;
        if (quoted < 0 && this.#isJson) return -1;
        this.#add(start, end, kind, name);
        // the next of a list
        const next = this.#isListValue && quoted >= 0 ? /^["']\s{0,4},\s{0,32}["']/.exec(text.slice(end, end + 40)) : null;
        if (next !== null) this.#expect(kind, end + next[0].length, true, true);
        return end;
      }
      case 'mailbox':
        if (run.includes('@') || content.includes('@') || content.includes('<')) return -1;
        if (quoted >= 0 && /\s/.test(content)) {
          if (isAllProtected(content) || !looksLikeName(content)) return -1;
          this.#name(start, quoted);
          return quoted;
        }
        return this.#valueUser(start, runEnd);
      case 'user':
        return run.includes('@') ? -1 : this.#valueUser(start, runEnd);
      case 'host': {
        const end = trimmedEnd(text, start, runEnd);
        const host = text.slice(start, end);
        if (!/^[\p{L}\d][\p{L}\d_-]{0,62}$/u.test(host) || isAllProtected(host) || /^\d{1,5}$/.test(host)) return -1;
        this.#host(start, end);
        return end;
      }
      case 'id':
        return this.#valueId(start, runEnd, isQuoted);
      case 'boundary': {
        const end = quoted < 0 ? runEnd : quoted;
        if (!this.#boundaries.has(text.slice(start, end))) return -1;
        this.#boundary(start, end);
        return end;
      }
    }
  }

  /** Where the quote closes that opened before an offset; -1 if it does not in reach. */
  #quotedEnd(start: number): number {
    const quote = this.#text[start - 1] ?? '"';
    const length = this.#text.slice(start, start + MAX_VALUE).search(quote === "'" ? /['\n]/ : /["\n]/);
    return length < 0 || this.#text[start + length] === '\n' ? -1 : start + length;
  }

  /** `CN=Jane Roe,OU=…` */
  #commonName(start: number): number {
    const length = this.#text.slice(start, start + 64).search(/[,;)>"/\n]/);
    if (length < 1 || isAllProtected(this.#text.slice(start, start + length))) return -1;
    this.#name(start, start + length);
    return start + length;
  }

  #valueUser(start: number, runEnd: number): number {
    const text = this.#text;
    let end = start;
    while (end < runEnd && !/[/?&#=!]/.test(text[end] ?? '')) end++;
    end = trimmedEnd(text, start, end);
    const user = text.slice(start, end);
    // a number without quotes must stay one for JSON
    if (user === '' || isAllProtected(user) || (this.#isJson && !this.#isQuotedValue && /^\d+$/.test(user))) return -1;
    this.#user(start, end);
    return end;
  }

  #valueId(start: number, runEnd: number, isQuoted: boolean): number {
    const text = this.#text;
    let end = runEnd;
    while (end > start && /[.,'!?&]/.test(text[end - 1] ?? '')) end--;
    const id = text.slice(start, end);
    if (id.length < 3 || id.includes('@') || isAllProtected(id)) return -1;
    if (this.#isJson && !isQuoted && /^-?\d+$/.test(id)) return -1;
    if (canonicalIpv4(id) !== null || /^\d{1,4}(?:\.\d{1,4}){1,2}$/.test(id)) return -1;
    if (!/\d/.test(id) && (id.length < 6 || isAllProtected(id))) return -1;
    this.#id(start, end);
    return end;
  }

  // Runs

  #run(begin: number): number {
    const text = this.#text;
    let start = begin;
    let end = start + 1;
    let isLong = false;
    while (isRun(text.charCodeAt(end))) {
      const code = text.charCodeAt(end);
      // 宛先jane@…: the script changes, and with it the word
      if (code >= 0x80 !== text.charCodeAt(end - 1) >= 0x80 && this.#changesScript(end)) break;
      end++;
    }
    if (end - start > MAX_RUN) isLong = true;
    if (isLong) return this.#longRun(start, end);
    if (text.charCodeAt(start) === 0x3d && text.charCodeAt(start + 1) === 0x3f) {
      const encoded = this.#encodedWord(start);
      if (encoded > 0) return encoded;
    }
    while (
      start < end &&
      /['*~]/.test(text[start] ?? '') &&
      !(text[start] === '~' && isLetter(text.charCodeAt(start + 1)))
    )
      start++;
    if (start === end) return end;
    this.#runStart = start;
    const next = this.#readRun(start, end);
    this.#previousStart = start;
    this.#previousEnd = Math.max(start, Math.min(next, end));
    return Math.max(next, begin + 1);
  }

  #changesScript(at: number): boolean {
    const [before, here] = [this.#text.charCodeAt(at - 1), this.#text.charCodeAt(at)];
    return isWord(before) && isWord(here) && isUnspaced(before) !== isUnspaced(here);
  }

  #longRun(start: number, end: number): number {
    let at = start;
    while (at < end && !isWord(this.#text.charCodeAt(at))) at++;
    if (at < end) this.#add(start, end, 'block', `[${end - start} characters left out]`);
    return end;
  }

  #encodedWord(start: number): number {
    encodedWords.lastIndex = start;
    const found = encodedWords.exec(this.#text);
    if (found === null) return -1;
    const end = start + found[0].length;
    const decoded = oneLine(
      decodeEncodedWords(this.#source.slice(this.#view.sourceOf(start), this.#view.sourceOf(end))),
    );
    if (isReporterName(decoded) || isAllProtected(decoded)) this.#add(start, end, 'keep', '');
    else this.#name(start, end, decoded.trim());
    return end;
  }

  #readRun(start: number, end: number): number {
    const text = this.#text;
    const expected = this.#expectedAt === start || this.#expectedAt === start - 1 ? this.#expected : null;
    const first = text.charCodeAt(start);
    const after = text.charCodeAt(end);
    if (after === 0x3a) {
      const scheme = text.startsWith('://', end) ? schemeLength(text, start, end) : 0;
      if (scheme > 0) {
        this.#part(start, end - scheme);
        return this.#url(end + 3);
      }
      const ip = this.#ipv6Before(start, end);
      if (ip > 0) return ip;
      mac.lastIndex = start;
      const hardware = mac.exec(text);
      if (hardware !== null) {
        this.#id(start, start + hardware[0].length);
        return start + hardware[0].length;
      }
    }
    if (isDigit(first)) {
      timestamp.lastIndex = start;
      const time = timestamp.exec(text);
      if (time !== null) return start + time[0].length;
    }
    if (indexWithin(text, 0x40, start, end) >= 0) return this.#addresses(start, end, expected);
    if (this.#field === 'ids') {
      const next = this.#valueId(start, end, true);
      if (next > 0) return next;
    }
    if (expected !== null) {
      const next = this.#value(start, end, expected, this.#isQuotedValue);
      if (next > 0) return next;
    }
    const slash = indexWithin(text, 0x2f, start, end);
    if (slash >= 0) {
      x500.lastIndex = slash;
      const distinguished = x500.exec(text);
      if (distinguished !== null) {
        this.#part(start, distinguished.index);
        this.#id(distinguished.index, distinguished.index + distinguished[0].length);
        return Math.max(end, distinguished.index + distinguished[0].length);
      }
    }
    const content = this.#base64(start, end);
    return content > 0 ? content : this.#pieces(start, end);
  }

  /** The beginning of a run that goes on in something else. */
  #part(start: number, end: number): void {
    if (start >= end) return;
    if (indexWithin(this.#text, 0x40, start, end) >= 0) this.#addresses(start, end, null);
    else this.#pieces(start, end);
  }

  /** Base64 with its signs: an id, or content where it is long. */
  #base64(start: number, end: number): number {
    const text = this.#text;
    if (end - start < 8) return -1;
    const equals = indexWithin(text, 0x3d, start, end);
    const isKeyed = equals > start && equals - start <= 24 && equals < end - 8;
    const from = isKeyed && /^[A-Za-z_-]+$/.test(text.slice(start, equals)) ? equals + 1 : start;
    let to = end;
    while (to > from && /[.,?!&]/.test(text[to - 1] ?? '')) to--;
    const run = text.slice(from, to);
    if (!/[+/=]/.test(run) && run.length < MIN_CONTENT) return -1;
    if (!looksLikeBase64(run) || (run.startsWith('/') && from < this.#pageEnd)) return -1;
    if (run.length >= MIN_CONTENT && !/^[0-9A-Fa-f]+$/.test(run))
      this.#add(from, to, 'block', `[base64, ${run.length} characters left out]`);
    else this.#id(from, to);
    return end;
  }

  // Addresses

  #addresses(start: number, end: number, expected: ValueKind | null): number {
    const text = this.#text;
    let last = start;
    for (const { start: from, end: to, local, domain } of addressesInRun(text, start, end)) {
      if (from > last) this.#pieces(last, from);
      const key =
        text[from - 1] === '=' && from > last ? /[\w-]{1,32}$/.exec(text.slice(last, from - 1))?.[0] : undefined;
      last = this.#address(
        from,
        to,
        local,
        domain,
        key === undefined ? expected : (valueKind(key.toLowerCase()) ?? null),
      );
    }
    if (last < end) this.#pieces(last, end);
    return Math.max(last, end);
  }

  /** Takes up an address whose local part or domain may go on beyond its run. */
  #address(from: number, to: number, localPart: string, domainPart: string, expected: ValueKind | null): number {
    const text = this.#text;
    let [start, end, local, domain] = [from, to, localPart, domainPart];
    if (domain === '' || isHalf(text, end, domain)) [end, domain] = this.#restOfDomain(end, domain);
    if (local === '') [start, local] = this.#localBefore(start, domain);
    else if (this.#isFoldedInBrackets(start)) {
      start = this.#previousStart;
      local = text.slice(this.#previousStart, this.#previousEnd) + local;
    }
    if (domain === '' || (local === '' && !/^[^.].*\.\D/s.test(domain))) {
      // no address: what stands on both sides of the sign is looked at by itself
      this.#pieces(from, to);
      return Math.max(to, from + 1);
    }
    const bare = local.replace(/^"(.*)"$/s, '$1');
    if (expected === 'id' || this.#field === 'ids') {
      this.#add(start, end, 'messageId', bare, domain);
      this.#learnDomain(domain);
      return end;
    }
    if (isRuleAddress(`${bare}@${domain}`.toLowerCase())) {
      this.#add(start, end, 'keep', '');
      return end;
    }
    const open = text[start - 1] === '<' ? start - 1 : -1;
    const least = this.#finds.at(-1)?.end ?? 0;
    const display =
      open >= 0 && this.#field !== 'addresses' ? displayBefore(text, open, Math.max(least, open - 160)) : null;
    if (display !== null) this.#name(display.start, display.end);
    this.#add(start, end, local === '' ? 'host' : 'address', bare === '' ? domain : bare, domain);
    if (local === '') {
      const find = this.#finds.pop() as Find;
      this.#finds.push({ ...find, start: end - domain.length });
    }
    this.#learn(bare, domain);
    const comment = this.#field === 'addresses' ? null : nameInComment(text, end);
    if (comment !== null) {
      this.#name(comment.start, comment.end);
      return comment.end;
    }
    return end;
  }

  #learn(local: string, domain: string): void {
    this.#learned.learnLocalPart(local);
    this.#learnDomain(domain);
    for (const inner of addressesInLocal(local)) {
      this.#learned.learnLocalPart(inner.local);
      if (inner.domain !== null) this.#learnDomain(inner.domain);
    }
  }

  #learnDomain(domain: string): void {
    if (domain.startsWith('[') || domain.length > 255) return;
    const host = canonicalHost(domain);
    if (!host.includes('.')) {
      if (!isProtected(host)) this.#learned.learnHost(host);
      return;
    }
    if (keptFrom(host) >= 0) return;
    this.#learned.learnHost(host);
    this.#learned.learnDomain(organisationOf(host));
  }

  /** `jane@[192.0.2.1]`, `jane@(comment)example.net`, `jane@ example.net`, and what a fold tore off. */
  #restOfDomain(end: number, domain: string): [end: number, domain: string] {
    const text = this.#text;
    if (domain === '' && text[end] === '[') {
      const length = text.slice(end, end + 64).indexOf(']') + 1;
      if (length > 0) return [end + length, text.slice(end, end + length)];
    }
    let at = end;
    if (domain === '' && text[at] === '(') {
      const close = text.slice(at, at + 64).indexOf(')');
      if (close > 0) at += close + 1;
    }
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
  #localBefore(at: number, domain: string): [start: number, local: string] {
    const text = this.#text;
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
    const isNear = end === this.#previousEnd && end < at && domain.includes('.');
    const word = isNear ? text.slice(this.#previousStart, end) : '';
    return word === '' || !isWord(text.charCodeAt(end - 1)) || isProtected(word.toLowerCase())
      ? [at, '']
      : [this.#previousStart, word];
  }

  /** `<jane.r` at a line's end and `oe@example.net>` in the next. */
  #isFoldedInBrackets(start: number): boolean {
    const end = this.#previousEnd;
    return (
      start > end &&
      start - end < 8 &&
      this.#text[this.#previousStart - 1] === '<' &&
      isFold(this.#text, end) &&
      !/[^\s]/.test(this.#text.slice(end, start))
    );
  }

  // Web addresses

  /** @param authority offset behind `://` */
  #url(authority: number): number {
    const text = this.#text;
    let end = authority;
    while (end < authority + MAX_RUN && isUrlSign(text.charCodeAt(end))) end++;
    while (end > authority && /[.,;:!?)'*\]}]/.test(text[end - 1] ?? '')) end--;
    const length = text.slice(authority, end).search(/[/?#]/);
    const hostEnd = length < 0 ? end : authority + length;
    const at = text.slice(authority, hostEnd).lastIndexOf('@');
    const hostStart = at < 0 ? authority : authority + at + 1;
    if (at >= 0) this.#add(authority, hostStart - 1, 'user', text.slice(authority, hostStart - 1));
    const port = /:\d{1,5}$/.exec(text.slice(hostStart, hostEnd))?.[0].length ?? 0;
    const host = text.slice(hostStart, hostEnd - port);
    if (host === '') return authority;
    if (host.startsWith('[') || canonicalIpv4(host) !== null) {
      const [from, to] = host.startsWith('[') ? [hostStart + 1, hostEnd - port - 1] : [hostStart, hostEnd - port];
      this.#ip(from, to, text.slice(from, to));
    } else if (keptFrom(canonicalHost(host).slice(0, 255)) >= 0 && host.length <= 255) {
      this.#host(hostStart, hostEnd - port);
      // what stands in its path is looked at like all other text
      this.#pageEnd = end;
      return hostEnd;
    } else this.#host(hostStart, hostEnd - port);
    this.#link(hostEnd, end);
    return Math.max(end, hostEnd);
  }

  /** Path and query of somebody's own page. */
  #link(start: number, end: number): void {
    let from = start;
    while (from < end && !isWord(this.#text.charCodeAt(from))) from++;
    if (from < end) this.#add(start + 1, end, 'link', this.#text.slice(start + 1, end));
  }

  // Pieces of runs: words, names with dots, ids

  #pieces(start: number, end: number): number {
    const text = this.#text;
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
      if (isUser && this.#homeOf(at, last)) {
        isUser = false;
        at = last;
        continue;
      }
      const next = this.#piece(at, last, end, isUser);
      const sign = text[last];
      isUser =
        sign === '/' && ((afterSlash && this.#isHome(start, at, last)) || (isUser && dottedHost(text.slice(at, last))));
      if (sign === '=') {
        const kind = last - at > 32 ? undefined : valueKind(text.slice(at, last).toLowerCase());
        if (kind !== undefined && last + 1 < end) {
          this.#previousStart = at;
          this.#previousEnd = last;
          this.#isQuotedValue = false;
          const valueEnd = text.slice(last + 1, end).search(/[&;]/);
          const value = this.#value(last + 1, valueEnd < 0 ? end : last + 1 + valueEnd, kind, false);
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
  #isHome(start: number, at: number, last: number): boolean {
    const folder = this.#text.slice(at, last).toLowerCase();
    return (
      homes.has(folder) ||
      ((folder === 'mail' || folder === 'spool') &&
        /(?:var|spool)\/$/i.test(this.#text.slice(Math.max(start, at - 8), at)))
    );
  }

  /** A user's folder; a domain's folder has those of its users below it. */
  #homeOf(at: number, last: number): boolean {
    const folder = this.#text.slice(at, last);
    if (isProtected(folder.toLowerCase()) || dottedHost(folder)) return false;
    this.#user(at, last);
    return true;
  }

  /** Returns the piece's end, or where to go on behind something that it begins. */
  #piece(from: number, to: number, runEnd: number, isUser: boolean): number {
    const text = this.#text;
    let [start, end] = [from, to];
    while (start < end && /[.-]/.test(text[start] ?? '')) start++;
    while (end > start && /[._-]/.test(text[end - 1] ?? '')) end--;
    if (start === end) return to;
    // 550-mx.example.net: the code of a reply
    if (/^[245]\d\d[-_]$/.test(text.slice(start, start + 4)) && isLetter(text.charCodeAt(start + 4))) start += 4;
    const word = text.slice(start, end);
    if (/^\d{5,24}$/.test(word) && this.#isNumericId(start, end, word)) this.#id(start, end);
    else if (/^[\d.-]+$/.test(word)) this.#numbers(start, word);
    else if (word.includes('.')) return this.#dotted(start, end, to, runEnd, word);
    else if (!this.#word(start, end, word, isUser)) this.#noteKey(start, end);
    else return this.#wordEnd(to);
    return to;
  }

  /** Where the last find ends, if it reaches beyond the word that began it. */
  #wordEnd(to: number): number {
    return Math.max(to, this.#finds.at(-1)?.end ?? 0);
  }

  /** Whether a host is named here: behind `from` and `by` of Received, HELO, before an address. */
  #isHostPlace(start: number, end: number): boolean {
    const previous = this.#previousWord(start);
    if (this.#field === 'received' && /^(?:from|by)$/.test(previous)) return true;
    return /^(?:helo|ehlo)$/.test(previous) || this.#isBeforeIp(end);
  }

  /** Digits with dots and dashes: addresses, ranges of them, codes, dates, long numbers. */
  #numbers(start: number, word: string): void {
    if (dashedIp.test(word)) {
      this.#host(start, start + word.length);
      return;
    }
    if (this.#field === 'received' && this.#previousWord(start) === 'id' && word.length > 4) {
      this.#id(start, start + word.length);
      return;
    }
    let at = start;
    for (const part of word.split('-')) {
      if (canonicalIpv4(part) !== null) this.#ip(at, at + part.length, part);
      else if (looksLikeId(part)) this.#longNumber(at, part);
      at += part.length + 1;
    }
  }

  #longNumber(start: number, digits: string): void {
    // without quotes JSON wants a number
    const isBare = this.#isJson && !/["\w]/.test(this.#text[start - 1] ?? '');
    if (!isBare) this.#id(start, start + digits.length);
    else this.#add(start, start + digits.length, 'id', `#${digits}`);
  }

  #dotted(start: number, end: number, to: number, runEnd: number, word: string): number {
    const text = this.#text;
    const kind = text[end] === '=' && resultKey.test(word) ? 'said' : dottedKind(word);
    if (kind === 'said' && /\d/.test(word) && /^(?:id|qid|msgid)$/.test(this.#previousWord(start))) {
      this.#id(start, end);
      return to;
    }
    if (kind === 'said' && this.#isHostPlace(start, end) && /[A-Za-z]/.test(word)) {
      this.#host(start, end);
      return to;
    }
    const within = kind === 'said' || kind === 'id' ? ipWithin(word) : null;
    if (kind === 'ip') this.#ip(start, end, word);
    else if (within !== null) {
      if (within.start > 0) this.#piece(start, start + within.start, start + within.start, false);
      this.#ip(start + within.start, start + within.end, word.slice(within.start, within.end));
      if (start + within.end < end) this.#piece(start + within.end, end, end, false);
    } else if (kind === 'id' || this.#isMessageToken(end)) this.#id(start, end);
    else if (kind === 'file') {
      if (start >= this.#pageEnd && !isAllProtected(word.slice(0, word.lastIndexOf('.'))))
        this.#add(start, end, 'file', word);
    } else if (kind === 'host' && !(start < this.#pageEnd && isPage(word))) {
      const isKept = this.#host(start, end);
      trace.lastIndex = end;
      const tag = text[start - 1] === '[' ? trace.exec(text) : null;
      if (tag !== null) {
        const [, gap = '', time = '', second = '', id = ''] = tag;
        const timeAt = end + gap.length;
        this.#id(timeAt, timeAt + time.length);
        this.#id(timeAt + time.length + second.length, timeAt + time.length + second.length + id.length);
        return timeAt + time.length + second.length + id.length;
      }
      if (
        !isKept &&
        start === this.#runStart &&
        end < runEnd &&
        /[/?#]/.test(text[end] ?? '') &&
        !/^[/]\d{1,5}$/.test(text.slice(end, runEnd))
      ) {
        const linkEnd = trimmedEnd(text, end, runEnd);
        this.#link(end, linkEnd);
        return runEnd;
      }
    }
    return to;
  }

  /** Google's ids: whatever stands before ` - gsmtp`. */
  #isMessageToken(end: number): boolean {
    return this.#text.startsWith(' - gsmtp', end);
  }

  /** A word without dots. Returns whether it was an original, or began one. */
  #word(start: number, end: number, word: string, isUser: boolean): boolean {
    const text = this.#text;
    const lower = word.toLowerCase();
    const protectedWord = isAllProtected(word);
    const previous = this.#previousWord(start);
    if (!protectedWord) {
      if (isUser) return this.#user(start, end);
      if (this.#isQueueId(start, end, word)) {
        this.#pseudonyms.noteQueueId(word);
        return this.#id(start, end);
      }
      if (dashedIp.test(word)) return this.#host(start, end) || true;
      if (this.#isHostPlace(start, end) && isHostWord(word)) return this.#host(start, end) || true;
      if (machineName.test(word)) return this.#host(start, end) || true;
      if (this.#isMessageToken(end) && /\d/.test(word)) return this.#id(start, end);
      if (looksLikeId(word)) return this.#id(start, end);
      const isId = this.#field === 'received' || /\d|^[A-F]+$/.test(word);
      if (/^(?:id|qid|msgid)$/.test(previous) && word.length > 4 && isId) return this.#id(start, end);
      if (userNouns.has(previous) && /^[a-z\d][a-z\d_+-]+$/.test(word) && /[a-z]/.test(word) && text[end] !== '=')
        return this.#user(start, end);
      if (text[start - 1] === '<' && /^>(?::|;|\.\.\.)/.test(text.slice(end, end + 4)) && !tags.has(lower))
        return this.#user(start, end);
    }
    if (lower === 'at' && previous !== '' && this.#spelled(start)) return true;
    const name = nameAfter(text, lower, end);
    if (name === null) return false;
    this.#name(name.start, name.end);
    return true;
  }

  /** The run before, in lower case, where only blanks, quotes and brackets stand between; else empty. */
  #previousWord(start: number): string {
    const between = start - this.#previousEnd;
    if (between < 1 || between > 4 || this.#previousEnd - this.#previousStart > 24) return '';
    for (let at = this.#previousEnd; at < start; at++) if (!/[\s"'<(]/.test(this.#text[at] ?? '')) return '';
    return this.#text.slice(this.#previousStart, this.#previousEnd).toLowerCase();
  }

  /** `jane at example dot net` */
  #spelled(start: number): boolean {
    const text = this.#text;
    spelledAddress.lastIndex = start;
    const found = spelledAddress.exec(text);
    if (found === null || this.#previousStart >= start) return false;
    const domain = found[0].replace(/^at\s+/i, '').replace(/\s+dot\s+/gi, '.');
    let from = this.#previousStart;
    // jane dot roe at …
    for (let dots = 0; dots < 3; dots++) {
      const before = /([\w-]{1,64})\s{1,4}dot\s{1,4}$/i.exec(text.slice(Math.max(0, from - 80), from));
      if (before === null) break;
      from -= before[0].length;
    }
    const local = text.slice(from, this.#previousEnd).replace(/\s+dot\s+/gi, '.');
    this.#add(from, start + found[0].length, 'address', local, domain);
    this.#learn(local, domain);
    return true;
  }

  /** `smtp[2106]: 6D0F41E0A1: to=…`, or the same at a line's beginning. */
  #isQueueId(start: number, end: number, word: string): boolean {
    const text = this.#text;
    if (text[end] !== ':' || word.length < 5 || word.length > 24 || !/^[0-9A-Za-z]+$/.test(word) || !/\d|^[A-F]+$/.test(word))
      return false;
    if (text.startsWith(']: ', start - 3)) return word.length > 5 || /^[0-9A-F]+$/.test(word);
    const isLineStart = start === 0 || text[start - 1] === '\n';
    return (isLineStart || text.startsWith(' for ', start - 5)) && text[end + 1] === ' ' && looksLikeId(word);
  }

  /** A queue id that has no letter by chance: in its place in a log, behind `id` and `queued as`. */
  #isNumericId(start: number, end: number, word: string): boolean {
    if (this.#isQueueId(start, end, word)) {
      this.#pseudonyms.noteQueueId(word);
      return true;
    }
    const previous = this.#previousWord(start);
    if (previous === 'id') return true;
    return previous === 'as' && this.#text.slice(Math.max(0, start - 12), start).toLowerCase().includes('queued as ');
  }

  /** `laptop[192.0.2.1]`, `laptop ([192.0.2.1])`, `laptop [IPv6:…]` */
  #isBeforeIp(end: number): boolean {
    return /^\)? ?\(?\[(?:IPv6:)?(?:\d{1,3}\.\d{1,3}\.|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:])/i.test(
      this.#text.slice(end, end + 24),
    );
  }

  /** `C:\Users\jane`, `\\server\share`, `COMPANY\jane` */
  #backslash(at: number): void {
    const text = this.#text;
    const isNear = this.#previousEnd === at;
    const word = isNear ? text.slice(this.#previousStart, at) : '';
    if (homes.has(word.toLowerCase())) this.#expect('user', at + 1, true);
    else if (
      /^[A-Z][A-Z0-9-]{1,14}$/.test(word) &&
      !isProtected(word.toLowerCase()) &&
      isRun(text.charCodeAt(at + 1))
    ) {
      if ((this.#finds.at(-1)?.end ?? 0) <= this.#previousStart) this.#host(this.#previousStart, at);
      this.#expect('user', at + 1, true);
    } else if (!isRun(text.charCodeAt(at - 1)) && /^\\[\p{L}\d_-]{2,63}\\/u.test(text.slice(at, at + 66)))
      this.#expect('host', at + 1, true);
  }

  // Originals

  #user(start: number, end: number): true {
    const local = this.#text.slice(start, end);
    this.#add(start, end, 'user', local);
    this.#learned.learnLocalPart(local);
    return true;
  }

  #id(start: number, end: number): true {
    this.#add(start, end, 'id', this.#text.slice(start, end));
    return true;
  }

  /** Takes up a host. Returns whether it stays as it is. */
  #host(start: number, end: number): boolean {
    const host = this.#text.slice(start, end);
    this.#add(start, end, 'host', host);
    for (const ip of ipsIn(host)) this.#pseudonyms.reserve(ip);
    const name = canonicalHost(host);
    if (name.length <= 255 && name.includes('.') && keptFrom(name) >= 0) return true;
    this.#learnDomain(host);
    return false;
  }

  #ip(start: number, end: number, ip: string): void {
    this.#pseudonyms.reserve(ip);
    this.#add(start, end, 'ip', ip);
  }

  /** An IPv6 address that begins at an offset; returns where to go on, at least one character behind `at`. */
  #ipv6(at: number, start: number): number {
    const found = ipv6At(this.#text, start);
    if (found === null || isWord(this.#text.charCodeAt(start - 1))) return at + 1;
    // `face::book` is none, `2001:db8::9id` is one with something clinging to it
    const clings = isWord(this.#text.charCodeAt(found.end));
    if (clings && !/\d.*:.*:.*:|:.*:.*:.*\d/.test(this.#text.slice(start, found.end))) return at + 1;
    this.#pseudonyms.reserve(this.#text.slice(start, found.end));
    if (found.mapped !== null) this.#pseudonyms.reserve(found.mapped);
    this.#pseudonyms.reserve(found.canonical);
    this.#add(start, found.end, 'ip', this.#text.slice(start, found.end));
    return found.end;
  }

  /** The same where the run before a colon ends in its first group; -1 where there is none. */
  #ipv6Before(start: number, end: number): number {
    const text = this.#text;
    let from = end;
    while (from > start && from > end - 5 && /[0-9A-Fa-f]/.test(text[from - 1] ?? '')) from--;
    if (end - from > 4 || from === end || isWord(text.charCodeAt(from - 1))) return -1;
    const found = this.#finds.length;
    const next = this.#ipv6(end - 1, from);
    if (next === end) return -1;
    const ip = this.#finds.splice(found);
    this.#part(start, from);
    this.#finds.push(...ip);
    return next;
  }
}

const octetsInName = /(\d{1,3})([._-])(\d{1,3})\2(\d{1,3})\2(\d{1,3})/;

/** Addresses that a host name may be made of: `dyn-203-0-113-7.example.net`, and turned about as in the DNS. */
function ipsIn(host: string): string[] {
  const found = octetsInName.exec(host.slice(0, 255));
  if (found === null) {
    const ipv6 = ipv6OfNibbles(host.split('.', NIBBLES));
    return ipv6 === null ? [] : [ipv6];
  }
  const [, a = '', , b = '', c = '', d = ''] = found;
  return [`${a}.${b}.${c}.${d}`, `${d}.${c}.${b}.${a}`];
}

/** The boundaries that a text declares. */
function boundariesOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, quoted, bare] of text.matchAll(/boundary\s{0,4}=\s{0,4}(?:"([^"\n]{1,120})"|([^\s;"]{1,120}))/gi))
    found.add(quoted ?? bare ?? '');
  return found;
}

/** White space folded, as names and subjects are compared. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return end;
}

/** Without the signs with which a sentence goes on behind a word. */
function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[.,;:!?'*=&/+-]/.test(text[last - 1] ?? '')) last--;
  return last;
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

/** What a web address consists of: all but blanks, quotes and angle brackets. */
function isUrlSign(code: number): boolean {
  return (
    isRun(code) ||
    code === 0x3a ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x5b ||
    code === 0x5d
  );
}

function isPieceSign(code: number): boolean {
  return isWord(code) || code === 0x2e || code === 0x2d || code === 0x5f;
}

function isFold(text: string, at: number): boolean {
  return /^[ \t]{0,4}\r?\n[ \t]/.test(text.slice(at, at + 8));
}

/** Whether a domain is torn at its end: no dot yet, or nothing behind the last, and a folded line to go on in. */
function isHalf(text: string, end: number, domain: string): boolean {
  return isFold(text, text[end] === '.' || text[end] === '-' ? end + 1 : end) && !domain.includes('.');
}

/** `lookup.lasso` in the path of a known host: a page, whatever its extension is. */
function isPage(word: string): boolean {
  const [stem = '', , more] = word.split('.', 3);
  return more === undefined && isProtected(stem.toLowerCase());
}

function isHostWord(word: string): boolean {
  return /^[\p{L}\d][\p{L}\d_-]{1,62}$/u.test(word) && !/^\d+$/.test(word);
}

function dottedHost(word: string): boolean {
  return word.includes('.') && dottedKind(word) === 'host';
}
