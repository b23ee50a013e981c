import { BitWriter } from './bit-writer.ts';
import { type CodeTree, classOf, codeTree, waysOf } from './code-tree.ts';
import { keysOf, type PackedTexts, type TextPlan } from './packed-texts.ts';
import { type Alphabet, WORD_END } from './speller.ts';
import { TextReader } from './text-reader.ts';
import { anyWord, spacedWord, TEXT_END } from './word.ts';
import { classesOfClasses, type WordCounts, WordNumbers } from './word-numbers.ts';

/**
 * Packs texts so that `TextReader` reads them in their order. The reader itself is run over them and
 * told each bit: so both always agree on what was foretold.
 *
 * @throws RangeError where a text does not come back as it was
 */
export function packTexts(plan: readonly TextPlan[], texts: ReadonlyMap<string, string>): PackedTexts {
  const all = plan.flatMap(({ name }) => wordsOf(texts.get(name) ?? ''));
  const counts = countOf(all);
  const words = wordCountsOf(counts);
  const alphabet = alphabetOf(counts.keys());
  const writer = new BitWriter();
  pushWords(writer, all, counts, words, alphabet);
  const reader = new TextReader(words, alphabet, writer);
  for (const step of plan) {
    if (reader.read(keysOf(step, texts)) !== texts.get(step.name))
      throw new RangeError(`The text ${step.name} does not come back as it was.`);
  }
  return { words, alphabet, bytes: Buffer.from(writer.finish()).toString('base64') };
}

/** The words of a text as the reader puts them together. */
export function wordsOf(text: string): string[] {
  const words = text.match(anyWord) ?? [];
  const isImplied = (word: string, i: number): boolean =>
    word === ' ' && spacedWord.test(words[i - 1] ?? '') && spacedWord.test(words[i + 1] ?? '');
  return [...words.filter((word, i) => !isImplied(word, i)), TEXT_END];
}

function countOf(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** How many items are in each class, for how often each occurs. */
function classesOf(counts: Iterable<number>): number[] {
  const classes: number[] = [];
  for (const count of counts) {
    const rank = classOf(count);
    while (classes.length <= rank) classes.push(0);
    classes[rank] = (classes[rank] as number) + 1;
  }
  return classes;
}

/** The sign for a new word counts as often as there are different words; of each word, all but the first time. */
function wordCountsOf(counts: ReadonlyMap<string, number>): WordCounts {
  const again = [...counts.values()].filter((count) => count > 1).map((count) => count - 1);
  return { classes: classesOf([counts.size, ...again]), different: counts.size };
}

function alphabetOf(words: Iterable<string>): Alphabet {
  const counts = countOf([...words].flatMap((word) => [...word, WORD_END]));
  const letters = [...counts].sort(([, a], [, b]) => classOf(a) - classOf(b)).map(([letter]) => letter);
  return { letters: letters.join(''), classes: classesOf(counts.values()) };
}

/** The turns to each symbol of a tree. */
function turnsOf(tree: CodeTree): (0 | 1)[][] {
  return [...waysOf(tree)].map((way) => {
    const turns: (0 | 1)[] = [];
    for (let rest = way; rest > 1; rest >>>= 1) turns.push((rest & 1) as 0 | 1);
    return turns;
  });
}

function pushWords(
  writer: BitWriter,
  all: readonly string[],
  counts: ReadonlyMap<string, number>,
  words: WordCounts,
  alphabet: Alphabet,
): void {
  const wordTurns = turnsOf(codeTree(words.classes));
  const classTurns = turnsOf(codeTree(classesOfClasses(words)));
  const letterTurns = turnsOf(codeTree(alphabet.classes));
  const letterNumbers = new Map([...alphabet.letters].map((letter, number) => [letter, number]));
  const numbers = new WordNumbers(words);
  const known = new Map<string, number>();
  const push = (turns: readonly (0 | 1)[][], number: number | undefined): void =>
    writer.push(turns[number as number] as (0 | 1)[]);
  for (const word of all) {
    const number = known.get(word);
    push(wordTurns, number ?? numbers.newWord);
    if (number !== undefined) continue;
    const count = counts.get(word) as number;
    const rank = count === 1 ? numbers.once : classOf(count - 1);
    push(classTurns, rank);
    for (const letter of [...word, WORD_END]) push(letterTurns, letterNumbers.get(letter));
    known.set(word, numbers.take(rank));
  }
}
