import type { Entry, Proof } from '@whybounce/knowledge';
import { plainWords, quotedWords } from './quoted-words.ts';

/** What an entry is called: it has no title of its own, so its codes and its words are it. */
export interface EntryName {
  /** `system/entry` */
  readonly rule: string;
  /** `550 5.4.1`; empty where its replies have none. */
  readonly codes: readonly string[];
  /** The server's words, or what the slug says where the codes alone claim a reply. */
  readonly words: string;
  /** Whether the words are the server's own. */
  readonly isQuoted: boolean;
}

/** Names an entry by the first of its replies that shows its words. */
export function entryName(system: string, entry: Entry): EntryName {
  const { id, codes = [], text = [], matches } = entry;
  const [first = ''] = matches.map(lineOf);
  const quoted = quoteOf(text, matches.map(lineOf).map(wordsOf));
  return {
    rule: `${system}/${id}`,
    codes: codesOf(first, codes),
    words: quoted ?? sentenceOf(id),
    isQuoted: quoted !== null,
  };
}

/** `550 5.4.1 Recipient address rejected: Access denied`. */
export function sayName({ codes, words }: EntryName): string {
  return [...codes, words].join(' ');
}

function lineOf(proof: Proof): string {
  return typeof proof === 'string' ? proof : proof.line;
}

/** The reply without its codes, its lines joined (RFC 5321 section 4.2.1 repeats the code before each). */
function wordsOf(line: string): string {
  return line
    .split(/\r\n?|\n/)
    .map((part) => part.replace(codesAtStart, ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const codesAtStart = /^\s*(?:([2-5]\d\d)[ -])?\s*(?:#?([245]\.\d{1,3}\.\d{1,3})\b[ :-]?)?\s*/;

function quoteOf(patterns: readonly string[], replies: readonly string[]): string | null {
  for (const pattern of patterns)
    for (const reply of replies) {
      const quote = quotedWords(pattern, reply);
      if (quote !== null && quote !== '') return quote;
    }
  const [first] = patterns;
  return first === undefined ? null : plainWords(first);
}

/** The codes that the reply has, as the entry writes them: 5.7.612 as the range 5.7.606-649. */
function codesOf(line: string, own: readonly string[]): string[] {
  const [, reply, status] = codesAtStart.exec(line) ?? [];
  const codes: string[] = [];
  const replyCode = reply ?? own.find((code) => /^\d{3}$/.test(code));
  if (replyCode !== undefined) codes.push(replyCode);
  const statusCode = status === undefined ? own.find((code) => code.includes('.')) : writtenAs(status, own);
  if (statusCode !== undefined) codes.push(statusCode);
  return codes;
}

function writtenAs(status: string, own: readonly string[]): string {
  if (own.includes(status)) return status;
  const subject = status.slice(0, status.lastIndexOf('.') + 1);
  return own.find((code) => code.includes('-') && code.startsWith(subject)) ?? status;
}

/** `no-such-user` as `No such user`; a code in the slug (`x-1-6-moved`, `reply-450`) is said already. */
function sentenceOf(id: string): string {
  const words = id.replace(/^(?:x|\d+|reply)-\d+(?:-(?:to-)?\d+)*(?:-|$)/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
