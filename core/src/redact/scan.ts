import { addressesInLocal } from './address-run.ts';
import { isWord } from './character.ts';
import type { FieldKind, ValueKind } from './field.ts';
import type { Find, Kind } from './find.ts';
import { canonicalHost, organisationOf } from './host-name.ts';
import { ipv6At, ipv6OfNibbles, NIBBLES } from './ip-address.ts';
import { keptFrom } from './known-hosts.ts';
import type { LearnedWords } from './learned-words.ts';
import type { PlainView } from './plain-view.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { isProtected } from './vocabulary.ts';

/** One pass over a text: what was found so far, what is learned on the way, and what the words so far lead to expect. */
export class Scan {
  readonly view: PlainView;
  readonly text: string;
  readonly source: string;
  readonly learned: LearnedWords;
  readonly pseudonyms: Pseudonyms;
  readonly finds: Find[] = [];
  readonly isJson: boolean;
  /** The field whose value is read, where it begins, and how many finds there were before. */
  field: FieldKind | null = null;
  fieldStart = 0;
  fieldFinds = 0;
  /** What the next run is if it begins at this offset; whether it is quoted, and one of a list. */
  expected: ValueKind | null = null;
  expectedAt = -1;
  isQuotedValue = false;
  isListValue = false;
  /** The run before. */
  previousStart = 0;
  previousEnd = 0;
  /** The run that is read. */
  runStart = 0;
  /** Up to here the page of a known host is named. */
  pageEnd = 0;
  /** Boundaries of MIME: their lines must agree with their parameter. */
  readonly boundaries: ReadonlySet<string>;

  constructor(source: string, view: PlainView, learned: LearnedWords, pseudonyms: Pseudonyms) {
    this.source = source;
    this.view = view;
    this.text = view.text;
    this.learned = learned;
    this.pseudonyms = pseudonyms;
    this.boundaries = boundariesOf(view.text);
    this.isJson = /^\s{0,64}[[{]\s{0,64}["{[]/.test(view.text);
  }

  /** Takes up a find. What it overlaps was a part of it, and goes with it. */
  add(from: number, end: number, kind: Kind | 'keep', original: string, domain?: string): void {
    let start = from;
    while (this.finds.length > 0 && (this.finds.at(-1) as Find).end > start)
      start = Math.min(start, (this.finds.pop() as Find).start);
    this.finds.push(domain === undefined ? { start, end, kind, original } : { start, end, kind, original, domain });
  }

  /** Takes up a name, and learns it. */
  name(start: number, end: number, name = this.text.slice(start, end)): void {
    this.add(start, end, 'name', this.learned.learnName(oneLine(name)));
  }

  /** Takes up a local part without its domain. */
  user(start: number, end: number): true {
    const local = this.text.slice(start, end);
    this.add(start, end, 'user', local);
    this.learned.learnLocalPart(local);
    return true;
  }

  /** Takes up an id. */
  id(start: number, end: number): true {
    this.add(start, end, 'id', this.text.slice(start, end));
    return true;
  }

  /** Takes up a host. Returns whether it stays as it is. */
  host(start: number, end: number): boolean {
    const host = this.text.slice(start, end);
    this.add(start, end, 'host', host);
    for (const ip of ipsIn(host)) this.pseudonyms.reserve(ip);
    const name = canonicalHost(host);
    if (name.length <= 255 && name.includes('.') && keptFrom(name) >= 0) return true;
    this.learnDomain(host);
    return false;
  }

  /** Takes up an IPv4 address. */
  ip(start: number, end: number, ip: string): void {
    this.pseudonyms.reserve(ip);
    this.add(start, end, 'ip', ip);
  }

  /** An IPv6 address that begins at an offset; returns where to go on, at least one character behind `at`. */
  ipv6(at: number, start: number): number {
    const found = ipv6At(this.text, start);
    if (found === null || isWord(this.text.charCodeAt(start - 1))) return at + 1;
    // `face::book` is none, `2001:db8::9id` is one with something clinging to it
    const shown = this.text.slice(start, found.end);
    const clings = isWord(this.text.charCodeAt(found.end));
    if (clings && (shown.split(':').length < 4 || !/\d/.test(shown))) return at + 1;
    this.pseudonyms.reserve(shown);
    if (found.mapped !== null) this.pseudonyms.reserve(found.mapped);
    this.pseudonyms.reserve(found.canonical);
    this.add(start, found.end, 'ip', shown);
    return found.end;
  }

  /** Learns whatever an address gives away of other places in which it may stand. */
  learn(local: string, domain: string): void {
    this.learned.learnLocalPart(local);
    this.learnDomain(domain);
    for (const inner of addressesInLocal(local)) {
      this.learned.learnLocalPart(inner.local);
      if (inner.domain !== null) this.learnDomain(inner.domain);
    }
  }

  /** Learns a host and its organisation, unless everybody may see it. */
  learnDomain(domain: string): void {
    if (domain.startsWith('[') || domain.length > 255) return;
    const host = canonicalHost(domain);
    if (!host.includes('.')) {
      if (!isProtected(host)) this.learned.learnHost(host);
      return;
    }
    if (keptFrom(host) >= 0) return;
    this.learned.learnHost(host);
    this.learned.learnDomain(organisationOf(host));
  }

  /** Says what the run that begins at an offset is. */
  expect(kind: ValueKind, at: number, isQuoted: boolean, isList = false): void {
    this.isListValue = isList;
    this.expected = kind;
    this.expectedAt = at;
    this.isQuotedValue = isQuoted;
  }

  /** The run before, in lower case, where only blanks, quotes and brackets stand between; else empty. */
  previousWord(start: number): string {
    const between = start - this.previousEnd;
    if (between < 1 || between > 4 || this.previousEnd - this.previousStart > 24) return '';
    for (let at = this.previousEnd; at < start; at++) if (!/[\s"'<(]/.test(this.text[at] ?? '')) return '';
    return this.text.slice(this.previousStart, this.previousEnd).toLowerCase();
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
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
