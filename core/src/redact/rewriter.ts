import { isSpace, isUnspaced, isWord } from './character.ts';
import type { Find, Kind } from './find.ts';
import { pseudonymOf } from './find-pseudonym.ts';
import { isCapitalised, type Learned, type LearnedWords } from './learned-words.ts';
import { OffsetMap } from './offset-map.ts';
import type { PlainView } from './plain-view.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Most characters between two words of one name: `Roe, Jane`, `jane.roe`, a folded line. */
const MAX_BETWEEN = 4;

/** What may stand in place of a control character that no text needs. */
const NO_CONTROL = '\ufffd';

/** Control characters never reach output, save for line breaks, tabs, and those that switch to Japanese (ISO-2022). */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign, at: number) => {
    if (sign === '\n' || sign === '\r' || sign === '\t') return sign;
    return sign === '\u001b' && /^(?:[$(][@ABIJ]|\$\()/.test(text.slice(at + 1, at + 3)) ? sign : NO_CONTROL;
  });
}

/** Writes a text anew: finds replaced, and words of which it is known whom they name. */
export class Rewriter {
  readonly map = new OffsetMap();
  readonly #source: string;
  readonly #view: PlainView;
  readonly #learned: LearnedWords;
  readonly #pseudonyms: Pseudonyms;
  readonly #count: (kind: Kind) => void;
  readonly #parts: string[] = [];
  #length = 0;
  /** Up to here the source is written. */
  #from = 0;

  constructor(
    source: string,
    view: PlainView,
    learned: LearnedWords,
    pseudonyms: Pseudonyms,
    count: (kind: Kind) => void,
  ) {
    this.#source = source;
    this.#view = view;
    this.#learned = learned;
    this.#pseudonyms = pseudonyms;
    this.#count = count;
  }

  write(finds: readonly Find[]): string {
    let at = 0;
    for (const find of finds) {
      this.#words(at, find.start);
      if (find.kind !== 'keep') {
        this.#count(find.kind);
        this.#put(find.start, find.end, `${find.before ?? ''}${this.#say(find)}${find.after ?? ''}`);
      }
      at = find.end;
    }
    this.#words(at, this.#view.text.length);
    this.#copy(this.#source.length);
    return this.#parts.join('');
  }

  /** A host that stands without its domain is the one that was seen with it. */
  #say(find: Find): string {
    const host =
      find.kind === 'host' && !find.original.includes('.') ? this.#learned.hostOf(find.original) : find.original;
    return host === find.original ? pseudonymOf(find, this.#pseudonyms) : this.#pseudonyms.machine(host);
  }

  #put(start: number, end: number, pseudonym: string): void {
    const [from, to] = [this.#view.sourceOf(start), this.#view.sourceOf(end)];
    if (from < this.#from) return;
    this.#copy(from);
    this.map.add(from, to, this.#length, this.#length + pseudonym.length);
    this.#parts.push(pseudonym);
    this.#length += pseudonym.length;
    this.#from = to;
  }

  #copy(until: number): void {
    if (until <= this.#from) return;
    const text = withoutControls(this.#source.slice(this.#from, until));
    this.#parts.push(text);
    this.#length += text.length;
    this.#from = until;
  }

  /** Replaces what is known of the words between two finds. */
  #words(start: number, end: number): void {
    const { text } = this.#view;
    for (let at = start; at < end; ) {
      if (!isWord(text.charCodeAt(at))) {
        at++;
        continue;
      }
      let wordEnd = at + 1;
      while (wordEnd < end && isWord(text.charCodeAt(wordEnd))) wordEnd++;
      const known = this.#name(at, wordEnd, end);
      if (known > 0) at = known;
      else {
        if (isUnspaced(text.charCodeAt(at)) || isUnspaced(text.charCodeAt(wordEnd - 1))) this.#unspaced(at, wordEnd);
        at = wordEnd;
      }
    }
  }

  /** Replaces the longest name that begins with a word; returns its end, or -1. */
  #name(start: number, wordEnd: number, end: number): number {
    const { text } = this.#view;
    if (wordEnd - start > 64) return -1;
    let words = text.slice(start, wordEnd).toLowerCase().normalize('NFC');
    const most = this.#learned.mayBegin(words);
    if (most === 0) return -1;
    let best: Learned | null = null;
    let bestEnd = -1;
    for (let count = 1, last = wordEnd; ; count++) {
      const learned = this.#learned.find(words);
      if (learned !== undefined && (!learned.capitalisedOnly || isCapitalised(text.slice(start, last)))) {
        best = learned;
        bestEnd = last;
      }
      if (count >= most) break;
      let next = last;
      while (next < end && next - last < MAX_BETWEEN && isBetween(text.charCodeAt(next))) next++;
      if (next === last || next >= end || !isWord(text.charCodeAt(next))) break;
      last = next + 1;
      while (last < end && last - next <= 64 && isWord(text.charCodeAt(last))) last++;
      words += ` ${text.slice(next, last).toLowerCase().normalize('NFC')}`;
    }
    if (best === null) return -1;
    this.#putLearned(start, bestEnd, best);
    return bestEnd;
  }

  #putLearned(start: number, end: number, learned: Learned): void {
    const [kind, pseudonym] = this.#sayLearned(this.#view.text.slice(start, end).toLowerCase(), learned);
    this.#count(kind);
    this.#put(start, end, pseudonym);
  }

  /** What a known word is called: what it was seen as in just this writing, else what is told of it first here. */
  #sayLearned(shown: string, { user, host, name, domain }: Learned): [Kind, string] {
    const pseudonyms = this.#pseudonyms;
    if (user === shown) return ['user', pseudonyms.user(user)];
    if (host !== null && (host === shown || host.startsWith(`${shown}.`))) return ['host', pseudonyms.machine(host)];
    if (name !== null) return ['name', pseudonyms.name(name)];
    if (domain !== null) return ['domain', pseudonyms.domain(domain)];
    if (host !== null) return ['host', pseudonyms.machine(host)];
    return ['user', pseudonyms.user(user ?? shown)];
  }

  #unspaced(start: number, end: number): void {
    const { text } = this.#view;
    for (let at = start; at < end; ) {
      const { length, learned } = this.#learned.findUnspaced(text, at, end);
      if (learned !== null) this.#putLearned(at, at + length, learned);
      at += Math.max(1, length);
    }
  }
}

/** What may stand between two words of a name. */
function isBetween(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0x2e ||
    code === 0x2d ||
    code === 0x5f ||
    code === 0x2c ||
    code === 0x27 ||
    code === 0x2019
  );
}
