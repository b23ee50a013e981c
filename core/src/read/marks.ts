import type { Marker } from '@whybounce/knowledge/marker';
import { SHORTEST_WORD, WordFinder } from '../text/word-finder.ts';

/** Characters by which it is found which phrases may stand at a text's start. */
const KEY = 3;
/** With fewer phrases than this a search for each is the faster. */
const MANY = 24;

/** A list of phrases, made ready to be looked for. */
interface Phrases {
  /** Those for a text's start, by their first characters; shorter ones apart. */
  readonly starts: ReadonlyMap<string, readonly string[]>;
  readonly shortStarts: readonly string[];
  /** Those that may stand anywhere: by one pass for all, and the others by one for each. */
  readonly finder: WordFinder | null;
  readonly others: readonly string[];
}

/** The lists that were asked about. There are a handful, and each is made ready once. */
const ready = new WeakMap<readonly Marker[], Phrases>();

function phrasesOf(markers: readonly Marker[]): Phrases {
  let phrases = ready.get(markers);
  if (phrases === undefined) {
    const starts = markers.filter(({ at }) => at === 'start').map(({ text }) => text);
    const anywhere = markers.filter(({ at }) => at !== 'start').map(({ text }) => text);
    const words = anywhere.length < MANY ? [] : anywhere.filter(({ length }) => length >= SHORTEST_WORD);
    phrases = {
      starts: Map.groupBy(
        starts.filter(({ length }) => length >= KEY),
        (text) => text.slice(0, KEY),
      ),
      shortStarts: starts.filter(({ length }) => length < KEY),
      finder: words.length === 0 ? null : new WordFinder(words),
      others: words.length === 0 ? anywhere : anywhere.filter(({ length }) => length < SHORTEST_WORD),
    };
    ready.set(markers, phrases);
  }
  return phrases;
}

/** Whether one of the phrases stands in a text, at its start or anywhere as the phrase demands. `text` is lower case. */
export function hasMarker(text: string, markers: readonly Marker[]): boolean {
  if (text === '') return false;
  const { starts, shortStarts, finder, others } = phrasesOf(markers);
  if (starts.get(text.slice(0, KEY))?.some((words) => text.startsWith(words))) return true;
  if (shortStarts.some((words) => text.startsWith(words))) return true;
  if (others.some((words) => text.includes(words))) return true;
  let isFound = false;
  finder?.find(text, () => {
    isFound = true;
  });
  return isFound;
}

/** A subject without the signs of a mailing list, spam filter, reply or forward before it. */
export function bareSubject(subject: string): string {
  return subject.replace(
    /^(?:\s|(?:re|fwd?|aw|wg|tr|rv|sv|vs)(?:\[\d+\])?:|\[[^\]]{1,40}\]|\*{2,}[^*]{1,20}\*{2,})+/i,
    '',
  );
}
