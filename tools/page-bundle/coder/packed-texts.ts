import type { Alphabet } from './speller.ts';
import type { WordCounts } from './word-numbers.ts';

/** What a text's lines are about, such as the name of the entry that each describes: under like names stands the like. */
export interface Keys {
  readonly lines: readonly string[];
  /** Whether each is about a block, up to the next empty line, and not about a line. */
  readonly byBlock: boolean;
}

/** Texts as they are stored. */
export interface PackedTexts {
  readonly words: WordCounts;
  readonly alphabet: Alphabet;
  /** Base64. */
  readonly bytes: string;
}

/** A text in its place among others. */
export interface TextPlan {
  readonly name: string;
  /** The name of an earlier text whose lines are its keys. */
  readonly keys?: string;
  readonly byBlock?: true;
}

/** The keys of a text, by the plan for it. */
export function keysOf({ keys, byBlock }: TextPlan, texts: ReadonlyMap<string, string>): Keys {
  const text = keys === undefined ? undefined : texts.get(keys);
  return { lines: text?.split('\n') ?? [], byBlock: byBlock === true };
}
