import { isDigit, isLetter, isUnspaced, isUpper, isWord } from './character.ts';
import { isProtected } from './vocabulary.ts';

/** What a word, or words in a row, were seen to name. Originals in lower case. */
export interface Learned {
  /** A local part that reads exactly so. */
  user: string | null;
  /** A host that is known by this label. */
  host: string | null;
  /** The organisation's domain whose first label this is. */
  domain: string | null;
  /** A person or company. */
  name: string | null;
  /** Every word is an ordinary one: they name somebody only where all are capitalised. */
  capitalisedOnly: boolean;
}

/** Longer names are known by their words only. */
const MAX_WORDS = 5;
/** Longest word or local part that is looked for again. */
const MAX_LENGTH = 64;
/** Shortest part of a name that is looked for by itself. */
const MIN_PART = 3;
/** Shortest label of a domain that is looked for by itself. */
const MIN_LABEL = 4;
/** Shortest `janeroe` that is looked for beside `jane roe`. */
const MIN_JOINED = 6;
/** Longest name in a script without spaces. */
const MAX_UNSPACED = 12;

/** Words whose bearer is known: of local parts, display names, hosts and domains that the texts so far named. */
export class LearnedWords {
  /** By their words in lower case with one space between. */
  readonly #byWords = new Map<string, Learned>();
  /** First words, each with the most words that a name beginning with it has. */
  readonly #longest = new Map<string, number>();
  /** Names of scripts without spaces. */
  readonly #unspaced = new Map<string, Learned>();
  #longestUnspaced = 0;

  /**
   * Learns the name of a person or company: the whole, turned about, written as one word, and its parts.
   *
   * @returns the name in the form that is the same for all ways to write it
   */
  learnName(display: string): string {
    const words = wordsOf(display);
    if (words.length === 0) return display;
    // "Roe, Jane" is Jane Roe
    const isTurned = words.length === 2 && /,/.test(display);
    const ordered = isTurned ? [...words].reverse() : words;
    const name = ordered.join(' ');
    if (words.every(isProtected)) {
      if (words.length > 1 && words.length <= MAX_WORDS) this.#learn(ordered, { name }).capitalisedOnly = true;
      return name;
    }
    if (words.length <= MAX_WORDS) {
      this.#learn(ordered, { name });
      if (words.length > 1) {
        this.#learn([...ordered.slice(-1), ...ordered.slice(0, -1)], { name });
        const joined = ordered.join('');
        if (joined.length >= MIN_JOINED) this.#learn([joined], { name });
      }
    }
    for (const part of words.length > 1 ? words : []) {
      if (part.length >= MIN_PART && !hasDigit(part) && !isProtected(part)) this.#learn([part], { name: part });
    }
    return name;
  }

  /** Learns a local part, and the name that it may be made of: `jane.roe`. */
  learnLocalPart(local: string): void {
    if (local.length > MAX_LENGTH) return;
    const user = local.toLowerCase();
    const plus = user.indexOf('+');
    if (plus > 0) this.learnLocalPart(user.slice(0, plus));
    const words = wordsOf(user);
    if (words.length === 0 || words.length > MAX_WORDS || words.every((word) => isProtected(word) || !hasLetter(word)))
      return;
    if (words.join('').length < MIN_PART) return;
    this.#learn(words, { user });
    if (words.length > 1 && words.length <= 3 && !words.some(hasDigit)) this.learnName(words.join(' '));
  }

  /** Learns a host: by its whole name where it has no dots, else by a first label that is a machine's. */
  learnHost(host: string): void {
    const label = host.slice(0, host.indexOf('.') < 0 ? host.length : host.indexOf('.')).toLowerCase();
    const isMachine = !host.includes('.') || (label.length >= MIN_LABEL && /[\d-]/.test(label));
    const words = wordsOf(label);
    if (!isMachine || words.length === 0 || words.length > MAX_WORDS || words.every(isProtected)) return;
    if (label.length >= MIN_PART && hasLetter(label)) this.#learn(words, { host: host.toLowerCase() });
  }

  /** Learns an organisation by the first label of its domain. */
  learnDomain(organisation: string): void {
    const label = organisation.slice(0, organisation.indexOf('.'));
    const words = wordsOf(label);
    if (
      label.length < MIN_LABEL ||
      words.length > MAX_WORDS ||
      words.every((word) => isProtected(word) || hasDigit(word))
    )
      return;
    this.#learn(words, { domain: organisation });
  }

  /** The whole name of a host by its first label; the label itself where none is known. */
  hostOf(label: string): string {
    const lower = label.toLowerCase();
    const host = this.#byWords.get(wordsOf(lower).join(' '))?.host;
    return host?.startsWith(`${lower}.`) === true ? host : label;
  }

  /** Whether a name may begin with this word: for most words of a text the answer is no. */
  mayBegin(word: string): number {
    return this.#longest.get(word) ?? 0;
  }

  find(words: string): Learned | undefined {
    return this.#byWords.get(words);
  }

  /** The longest name that stands at an offset of text without spaces; its length is 0 where there is none. */
  findUnspaced(text: string, at: number, end: number): { readonly length: number; readonly learned: Learned | null } {
    for (let length = Math.min(this.#longestUnspaced, end - at); length > 1; length--) {
      const learned = this.#unspaced.get(text.slice(at, at + length));
      if (learned !== undefined) return { length, learned };
    }
    return { length: 0, learned: null };
  }

  #learn(words: readonly string[], what: Partial<Learned>): Learned {
    const key = words.join(' ');
    let learned = this.#byWords.get(key);
    if (learned === undefined) {
      learned = { user: null, host: null, domain: null, name: null, capitalisedOnly: false };
      this.#byWords.set(key, learned);
      const [first = ''] = words;
      this.#longest.set(first, Math.max(words.length, this.#longest.get(first) ?? 0));
    }
    // Who was met first keeps the word: a later bearer of the same one reads alike.
    learned.user ??= what.user ?? null;
    learned.host ??= what.host ?? null;
    learned.domain ??= what.domain ?? null;
    learned.name ??= what.name ?? null;
    const [only = ''] = words;
    if (words.length === 1 && only.length > 1 && only.length <= MAX_UNSPACED && isUnspaced(only.charCodeAt(0))) {
      this.#unspaced.set(only, learned);
      this.#longestUnspaced = Math.max(this.#longestUnspaced, only.length);
    }
    return learned;
  }
}

/** The words of a name, in lower case. */
function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, 4 * MAX_LENGTH)
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]{1,64}/gu) ?? []
  );
}

function hasDigit(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isDigit(word.charCodeAt(at))) return true;
  return false;
}

function hasLetter(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isLetter(word.charCodeAt(at))) return true;
  return false;
}

/** Whether every word of a stretch begins with a capital. */
export function isCapitalised(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const isStart = isWord(text.charCodeAt(at)) && (at === 0 || !isWord(text.charCodeAt(at - 1)));
    if (isStart && isLetter(text.charCodeAt(at)) && !isUpper(text.charCodeAt(at))) return false;
  }
  return true;
}
