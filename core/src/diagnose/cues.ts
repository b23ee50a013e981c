import { cueGrams } from '../generated/rule-index.ts';
import { GramIndex } from '../text/gram-index.ts';
import { normalise } from '../text/normalise.ts';
import { type Span, wordsSpan } from '../text/words-span.ts';
import { cueLinesOf } from './cue-lines.ts';
import { table } from './weights.ts';

/** Words of a refusal that speak for or against causes. */
export interface FoundCue {
  /** Number of the observation. */
  readonly observation: number;
  /** The words as the cue has them. */
  readonly words: string;
}

const lines = table.cues.flatMap(({ observation, text }) =>
  text.map((words) => ({ observation, words: normalise(words) })),
);
let index: GramIndex | undefined;

/** The cues whose words stand in a diagnostic, each once, by the first of its wordings that was found. */
export function findCues(diagnostic: string): FoundCue[] {
  index ??= new GramIndex(cueLinesOf(table), cueGrams);
  const found = new Map<number, number>();
  index.find(normalise(diagnostic), (line) => {
    const observation = lines[line]?.observation as number;
    const known = found.get(observation);
    if (known === undefined || line < known) found.set(observation, line);
  });
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([observation, line]) => ({ observation, words: lines[line]?.words as string }));
}

/** Where a cue stands in the diagnostic as it came, with the words themselves. */
export function quoteOf(words: string, diagnostic: string): { span: Span | null; quote: string | null } {
  const span = wordsSpan(words, diagnostic);
  return { span, quote: span === null ? null : diagnostic.slice(span[0], span[1]) };
}
