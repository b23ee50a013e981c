import type { BounceEvent } from '../event.ts';
import { type EncodedBlock, encodedBlocks } from './encoded-block.ts';
import { type Find, type Kind, kinds } from './find.ts';
import { pseudonymOf } from './find-pseudonym.ts';
import { LearnedWords } from './learned-words.ts';
import type { OffsetMap } from './offset-map.ts';
import { type PlainView, plainView } from './plain-view.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { redactFields } from './redact-event.ts';
import type { RedactedText } from './redacted-text.ts';
import { Rewriter } from './rewriter.ts';
import { Scan } from './scan.ts';
import { findOriginals } from './scanner.ts';

export type { RedactedText } from './redacted-text.ts';

/** What a caller knows better than the texts tell. */
export interface RedactOptions {
  /** Names of persons and companies; they are replaced wherever they stand, with their parts. */
  readonly names?: readonly string[];
  /** Whether a host or domain may be seen, lower case: the caller's own public ones, say. */
  readonly keepHosts?: (host: string) => boolean;
}

/** Words that look like pseudonyms: where they are originals, no pseudonym may be like them. */
const pseudonymLike =
  /\b(?:user|host|domain|id|name|subject|list|campaign|file|input)-\d{1,9}\b|\bid\d{4,12}\b|\b1d\d{14}\b|\b9\d{14}\b/gi;

/**
 * Replaces addresses, names, hosts, IP addresses and ids by pseudonyms: the same original always by the same one,
 * numbered as they come, so that what belongs together still does. What a diagnosis needs stays: codes, wording,
 * times, sizes, and the names of known mail systems.
 *
 * One redactor serves for all that is shared together. A name is known from the text in which it is first seen; what
 * only a later text gives away, earlier ones may still hold.
 */
export class Redactor {
  readonly #pseudonyms: Pseudonyms;
  readonly #learned = new LearnedWords();
  readonly #counts = new Map<Kind, number>();

  constructor({ names = [], keepHosts }: RedactOptions = {}) {
    this.#pseudonyms = new Pseudonyms(keepHosts);
    for (const name of names) this.#learned.learnName(name);
  }

  /** How many places were replaced so far, by kind of original. */
  get replaced(): Readonly<Record<Kind, number>> {
    return Object.fromEntries(kinds.map((kind) => [kind, this.#counts.get(kind) ?? 0])) as Record<Kind, number>;
  }

  /** Redacts any text: a reply, a mail with its headers, a log, the body of a web hook. Never throws. */
  text(text: string): string {
    return this.#write(text, this.#read(text)).text;
  }

  /** The same, with the way from old offsets to new ones. */
  textWithMap(text: string): RedactedText {
    const { text: redacted, map } = this.#write(text, this.#read(text));
    return { text: redacted, mapOffset: (at, edge) => map.map(at, edge) };
  }

  /** Redacts an event: every field that can hold an original. Spans of quotes are moved to where the words stand now. */
  event(event: BounceEvent): BounceEvent {
    return redactFields(event, {
      learn: (text) => void this.#read(text),
      text: (text) => this.text(text),
      textWithMap: (text) => this.textWithMap(text),
      find: (kind, original, domain) => {
        this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
        return pseudonymOf(domain === undefined ? { kind, original } : { kind, original, domain }, this.#pseudonyms);
      },
    });
  }

  /** Finds the originals of a text, and learns from it. */
  #read(text: string): { view: PlainView; finds: Find[] } {
    const blocks = encodedBlocks(text);
    const view = plainView(text, blocks, /quoted-printable/i.test(text));
    for (const [word] of view.text.matchAll(pseudonymLike)) this.#pseudonyms.reserve(word);
    const finds = findOriginals(new Scan(text, view, this.#learned, this.#pseudonyms));
    return { view, finds: withBlocks(finds, blocks, view) };
  }

  #write(text: string, { view, finds }: { view: PlainView; finds: Find[] }): { text: string; map: OffsetMap } {
    const rewriter = new Rewriter(text, view, this.#learned, this.#pseudonyms, (kind) =>
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1),
    );
    return { text: rewriter.write(finds), map: rewriter.map };
  }
}

/** Adds what stands for encoded blocks to the finds of a text. */
function withBlocks(finds: Find[], blocks: readonly EncodedBlock[], { gaps }: PlainView): Find[] {
  if (blocks.length === 0) return finds;
  const notes = blocks.map(({ start, end, encoding }, i): Find => {
    const at = gaps[i] ?? 0;
    return { start: at, end: at + 1, kind: 'block', original: `[${encoding}, ${end - start} characters left out]` };
  });
  const merged: Find[] = [];
  let next = 0;
  for (const find of finds) {
    while (next < notes.length && (notes[next] as Find).start < find.end) merged.push(notes[next++] as Find);
    if ((merged.at(-1)?.end ?? 0) <= find.start) merged.push(find);
  }
  return [...merged, ...notes.slice(next)];
}

/** Redacts one text by itself: see {@link Redactor}. */
export function redactText(text: string, options: RedactOptions = {}): string {
  return new Redactor(options).text(text);
}

/** Redacts one event by itself: see {@link Redactor}. */
export function redactEvent(event: BounceEvent, options: RedactOptions = {}): BounceEvent {
  return new Redactor(options).event(event);
}

/** Redacts one text, with the way from offsets in it to offsets in the redacted one. */
export function redactWithMap(text: string, options: RedactOptions = {}): RedactedText {
  return new Redactor(options).textWithMap(text);
}
