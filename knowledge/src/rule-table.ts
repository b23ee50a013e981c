import type { CauseId } from './cause/index.ts';
import type { SystemKind } from './define.ts';
import type { Deed, Owner } from './vocabulary/action.ts';
import type { CrosswalkRow } from './vocabulary/crosswalk.ts';
import type { ReasonId } from './vocabulary/reason.ts';

/** What the matcher needs of an entry beside its words. Prose, sources and proofs stay out of its way. */
export interface RuleRow {
  readonly id: string;
  readonly reason: ReasonId;
  readonly codes: readonly string[];
  /** It has no words: its codes alone claim a reply. */
  readonly codeOnly?: true;
  readonly needsCode?: true;
  readonly needsHost?: true;
  readonly anywhere?: true;
  readonly weak?: true;
  readonly owner?: Owner;
  readonly action?: Deed;
  readonly causes?: Readonly<Partial<Record<CauseId, number>>>;
  readonly classes?: Partial<CrosswalkRow>;
  /** Only in overlays: the larger wins among rules of overlays. */
  readonly priority?: number;
}

/** What the matcher needs of a system. */
export interface SystemRow {
  readonly slug: string;
  readonly name: string;
  readonly kind: SystemKind;
  readonly hosts: readonly string[];
  readonly domains: readonly string[];
  readonly ruleCount: number;
  readonly rules: readonly RuleRow[];
}

/** Words to look for, with whose they are. */
export interface WordList {
  /** The marks of systems, then the words of rules, normalised (`Entry.text`), one a line. */
  readonly lines: string;
  /** For each line whose it is, as {@link packOwners} writes it. */
  readonly owners: string;
}

/** All systems, sorted by slug, as generated from their files. */
export interface RuleTable {
  readonly version: string;
  readonly systems: readonly SystemRow[];
  /** The words that are all ASCII. */
  readonly words: WordList;
  /** The others: a function, as most programs never meet a text that needs them. */
  readonly wideWords: () => WordList;
}

/** A table as it is stored: the rules of each system as JSON, parsed when one of them is first met. */
export interface PackedTable {
  readonly version: string;
  readonly systems: readonly (Omit<SystemRow, 'rules'> & { readonly rules: string })[];
  readonly words: WordList;
}

/** Stands for the quotes of JSON inside JSON: a string without escapes is parsed several times faster. */
const QUOTE = '~';

function quoteless(json: string): string {
  if (json.includes(QUOTE)) throw new RangeError(`"${QUOTE}" stands in the rules: use another sign for quotes here.`);
  return json.replaceAll('"', QUOTE);
}

/** A table as it is stored, without its wide words. */
export function packTable({ version, systems, words }: RuleTable): PackedTable {
  return {
    version,
    systems: systems.map((system) => ({ ...system, rules: quoteless(JSON.stringify(system.rules)) })),
    words,
  };
}

/** A stored table, ready for use. A program that reads one bounce needs the rules of three systems, not of a hundred. */
export function unpackTable({ version, systems, words }: PackedTable, wideWords: () => WordList): RuleTable {
  return {
    version,
    words,
    wideWords,
    systems: systems.map((system) => {
      let rules: readonly RuleRow[] | undefined;
      return {
        ...system,
        get rules(): readonly RuleRow[] {
          rules ??= JSON.parse(system.rules.replaceAll(QUOTE, '"')) as RuleRow[];
          return rules;
        },
      };
    }),
  };
}

/** Begins the part of an owners' string that is about rules. */
const RULES = '|';
/** A character for a step of 0; the following ones stand for 1, 2 … */
const ZERO = 0x30;
/** Largest step that one character says; a larger one is said by several. */
const MOST = 70;

/**
 * Owners as a string: ascending numbers of systems (of the marks), `|`, ascending numbers of rules (of
 * the words), each as the step from the one before, one character a step. JSON parses a string of ten
 * thousand characters in no time, and a list of ten thousand numbers not.
 */
export function packOwners(systems: readonly number[], rules: readonly number[]): string {
  return `${steps(systems)}${RULES}${steps(rules)}`;
}

function steps(numbers: readonly number[]): string {
  let last = 0;
  let text = '';
  for (const number of numbers) {
    let step = number - last;
    for (; step >= MOST; step -= MOST) text += String.fromCharCode(ZERO + MOST);
    text += String.fromCharCode(ZERO + step);
    last = number;
  }
  return text;
}

/** The inverse of {@link packOwners}: a number for each line of words, that of a rule, or -1 - that of a system for its marks. */
export function unpackOwners(packed: string, lines: number): Int32Array {
  const owners = new Int32Array(lines);
  let line = 0;
  let number = 0;
  let isRule = false;
  for (let at = 0; at < packed.length && line < lines; at++) {
    const unit = packed.charCodeAt(at);
    if (unit === 0x7c && !isRule) {
      isRule = true;
      number = 0;
      continue;
    }
    number += unit - ZERO;
    if (unit - ZERO === MOST) continue;
    owners[line++] = isRule ? number : -1 - number;
  }
  return owners;
}
