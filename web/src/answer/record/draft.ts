import type { RecordChange, RecordFinding } from '@whybounce/core/record';
import type { PublishedTexts } from './published.ts';

/** Something to publish, ready to be copied. */
export interface DraftPart {
  readonly name: string;
  /** `TXT`, or `file` for what a web server serves at the address in `name`. */
  readonly type: 'TXT' | 'file';
  readonly text: string;
}

/** What a page that writes records proposes. */
export interface Draft {
  readonly domain: string;
  readonly live: PublishedTexts;
  /** In the order in which it is to be published. */
  readonly parts: readonly DraftPart[];
  /** How it differs from what is published. */
  readonly changes: readonly RecordChange[];
  /** Records of which this one takes the place, so that never two stand there. */
  readonly toDelete: readonly { readonly name: string; readonly text: string }[];
  /** What is remarkable about the proposal itself: spans count in the text of the first part. */
  readonly findings: readonly RecordFinding[];
  /** What was not done as wished, as sentences. */
  readonly refused: readonly string[];
  /** What to know and do, as sentences. */
  readonly steps: readonly string[];
  /** The address at which what is published is checked; absent where the page names it beside other ways on. */
  readonly checkAt?: string | undefined;
}

/** Octets of one character-string of a TXT record (RFC 1035 section 3.3). */
const CHARACTER_STRING = 255;

/** A text in the character-strings that a TXT record has. */
export function characterStrings(text: string): string[] {
  const strings: string[] = [];
  for (let at = 0; at < text.length; at += CHARACTER_STRING) strings.push(text.slice(at, at + CHARACTER_STRING));
  return strings;
}
