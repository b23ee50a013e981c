import { type Word, wordsOf } from './words.ts';

/** Where words of a refusal stand in a text: each with its counterpart. */
export interface Alignment {
  /** In the order of both. */
  readonly pairs: readonly { readonly said: Word; readonly written: Word }[];
  /** Share of the refusal's words that were found, from 0 to 1. */
  readonly share: number;
}

/** Words of a refusal that are looked for; the longest known ones have some two hundred. */
const MAX_WORDS = 400;
/** Words that may stand between: a line's code again, `>` signs have none. */
const SLACK = 24;

/**
 * Finds the place in a text where most words of a refusal stand close together, and pairs them in their
 * order. Words in between, such as the code that a folded reply repeats on every line, are passed over.
 * Time is linear in the text's length.
 *
 * @param from stretch of the text in which to look
 */
export function align(refusal: string, text: string, from = 0, to = text.length): Alignment {
  const said = wordsOf(refusal, 0, refusal.length, MAX_WORDS);
  const nothing = { pairs: [], share: 0 };
  if (said.length === 0) return nothing;
  const known = new Map<string, number>();
  for (const { word } of said) known.set(word, (known.get(word) ?? 0) + 1);
  const written = wordsOf(text, from, to);
  const width = said.length + (said.length >> 1) + SLACK;
  const first = densest(written, known, width);
  if (first === null) return nothing;
  // Where the address stands both before and behind the words, the first stretch that has all ends too early.
  const pairs = pairUp(said, written.slice(first, first + 2 * width));
  return { pairs, share: pairs.length / said.length };
}

/** The beginning of the first stretch of so many words that has the most of those that are looked for; null where none has any. */
function densest(written: readonly Word[], known: ReadonlyMap<string, number>, width: number): number | null {
  const left = new Map(known);
  const inside: number[] = [];
  let [oldest, found, most] = [0, 0, 0];
  let best: number | null = null;
  for (const [place, { word }] of written.entries()) {
    const lacking = left.get(word);
    if (lacking === undefined) continue;
    inside.push(place);
    left.set(word, lacking - 1);
    if (lacking > 0) found++;
    for (let first = inside[oldest] as number; place - first >= width; first = inside[oldest] as number) {
      const gone = (written[first] as Word).word;
      const count = (left.get(gone) as number) + 1;
      left.set(gone, count);
      if (count > 0) found--;
      oldest++;
    }
    if (found > most) {
      most = found;
      best = inside[oldest] as number;
    }
  }
  return best;
}

/** A pair is worth more where the words before it are a pair too: so repeated words go where the sentence is. */
const PAIR = 2;
const IN_A_ROW = 3;

/** The best pairing of two sequences of words in their order. */
function pairUp(said: readonly Word[], written: readonly Word[]): Alignment['pairs'] {
  const width = written.length + 1;
  const scores = new Int32Array((said.length + 1) * width);
  const isPair = new Uint8Array(scores.length);
  for (let i = said.length - 1; i >= 0; i--) {
    for (let j = written.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const [skipSaid, skipWritten] = [scores[at + width] as number, scores[at + 1] as number];
      let best = Math.max(skipSaid, skipWritten);
      if (said[i]?.word === written[j]?.word) {
        const behind = at + width + 1;
        const paired = (scores[behind] as number) + (isPair[behind] === 1 ? IN_A_ROW : PAIR);
        if (paired >= best) {
          best = paired;
          isPair[at] = 1;
        }
      }
      scores[at] = best;
    }
  }
  const pairs: { said: Word; written: Word }[] = [];
  for (let [i, j] = [0, 0]; i < said.length && j < written.length; ) {
    const at = i * width + j;
    if (isPair[at] === 1) pairs.push({ said: said[i++] as Word, written: written[j++] as Word });
    else if ((scores[at + width] as number) >= (scores[at + 1] as number)) i++;
    else j++;
  }
  return pairs;
}
