import { diagnosisTable, ruleTable } from '@whybounce/knowledge';
import {
  autoReplySubjects,
  bouncePhrases,
  bounceSubjects,
  challengePhrases,
  delaySubjects,
  deliveredSubjects,
  readReceiptSubjects,
} from '@whybounce/knowledge/marker';
import { isAscii } from '../message/byte-string.ts';
import { commonWords } from './common-words.ts';

/**
 * The words by which refusals are read: whatever a redaction takes for a name, these must stay, or the redacted text
 * would be diagnosed otherwise than the original.
 */
interface Vocabulary {
  /** Words of letters and digits, lower case. */
  readonly words: ReadonlySet<string>;
  /** Names with dots that stand in the words of rules: blocklists, help pages, `storedrv.deliver`. */
  readonly dotted: ReadonlySet<string>;
  /** Words of the names of mail systems. */
  readonly systems: ReadonlySet<string>;
  /** Addresses that stand in the words of rules: where to ask for removal from a list. */
  readonly addresses: ReadonlySet<string>;
}

let vocabulary: Vocabulary | undefined;
let wideWords: ReadonlySet<string> | undefined;

/** Made when the first redactor is: it costs some milliseconds. */
function loaded(): Vocabulary {
  if (vocabulary === undefined) {
    const markers = [
      autoReplySubjects,
      bouncePhrases,
      bounceSubjects,
      challengePhrases,
      delaySubjects,
      deliveredSubjects,
      readReceiptSubjects,
    ].flatMap((list) => list.map(({ text }) => text));
    const cues = diagnosisTable.cues.flatMap(({ text }) => text);
    const names = ruleTable.systems.flatMap(({ kind, name }) => (kind === 'wording' ? [] : name));
    const lines = [ruleTable.words.lines, ...markers, ...cues, ...names].join('\n').toLowerCase();
    vocabulary = {
      words: new Set(lines.match(/[\p{L}\p{M}\p{N}]+/gu)),
      dotted: new Set(lines.match(/[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/g)),
      systems: new Set(
        names
          .join(' ')
          .toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu),
      ),
      addresses: new Set(lines.match(/[a-z0-9_.+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){1,8}/g)),
    };
  }
  return vocabulary;
}

/** Whether a word, in lower case, belongs to the words of refusals or to everyday language. */
export function isProtected(word: string): boolean {
  if (commonWords.has(word) || loaded().words.has(word)) return true;
  if (isAscii(word)) return false;
  wideWords ??= new Set(
    ruleTable
      .wideWords()
      .lines.toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu),
  );
  return wideWords.has(word);
}

/** The same for every word of a text: it has nobody's name in it. */
export function isAllProtected(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => isProtected(word.toLowerCase()));
}

/** Whether a word, in lower case, stands in the name of a mail system. */
export function isSystemName(word: string): boolean {
  return loaded().systems.has(word);
}

/** Whether an address, in lower case, stands in the words of a rule. */
export function isRuleAddress(address: string): boolean {
  return loaded().addresses.has(address);
}

/** Whether a name with dots, in lower case, stands in the words of a rule. */
export function isRuleName(name: string): boolean {
  return loaded().dotted.has(name);
}

/** All names with dots that stand in the words of rules and may be those of hosts. */
export function ruleHosts(): string[] {
  return [...loaded().dotted].filter((name) => /\.[a-z]{2,24}$/.test(name));
}
