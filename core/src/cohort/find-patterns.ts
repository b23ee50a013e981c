import { comparableDimensions } from './comparable.ts';
import { logHypergeometricTail } from './hypergeometric.ts';
import { BEYOND, type KeyTable } from './key-table.ts';
import { type Dimension, dimensions } from './outcome.ts';
import type { CohortKey, Pattern } from './pattern.ts';
import { type RateBandOptions, rateBand } from './rate-band.ts';
import { type Cell, type Counted, type Totals, wholeNumber } from './tally.ts';

/** How sure a pattern has to be, and how the bands lie. */
export interface PatternOptions extends RateBandOptions {
  /** Chance of any false pattern among all that are tested; 0.005 where absent. */
  readonly falseAlarm?: number;
}

/** Half of the false alarms that are promised: real mail varies more than chance alone would have it. */
const FALSE_ALARM = 0.005;
/** The spread rule: fewer than three addresses tell nothing about what they share. */
const MIN_ATTEMPTS = 3;
const MIN_FAILURES = 3;
/** What fails a little more often, however surely, did not go wrong. */
const MIN_RATIO = 2;
/** More things do not go wrong at once; beyond it the log itself is odd. */
const MAX_PATTERNS = 100;
const MAX_RULES = 3;
/** Tails that differ by less are equal, whatever the rounding of an engine's logarithm. */
const SAME = 1e-6;

const strength = (tail: number): number => Math.round(-tail / SAME);

/**
 * Finds the cohorts that failed beyond what the rest explains. Each is held against everything outside
 * of it (Fisher's exact test), and the chance of a false pattern is held down over all of them together
 * (Bonferroni and Holm, an equal share for each dimension, so that many domains do not drown few
 * campaigns). Of nested and overlapping cohorts the one that explains most is taken, its events are set
 * aside, and what is left is tested again: one cause gives one pattern.
 *
 * @param tally counts; without any delivery, and without totals, there is nothing to compare with
 * @param totals attempts per key, for senders whose deliveries are no events
 * @returns the strongest first, then by id
 * @throws RangeError for options that cannot be meant
 */
export function findPatterns(tally: Counted, options: PatternOptions = {}, totals: Totals = {}): Pattern[] {
  const falseAlarm = options.falseAlarm ?? FALSE_ALARM;
  if (!(falseAlarm > 0 && falseAlarm < 1))
    throw new RangeError(`falseAlarm is ${falseAlarm}: write a share between 0 and 1, such as ${FALSE_ALARM}.`);
  return new Search(tally, options, totals, Math.log(falseAlarm)).patterns();
}

/** Attempts and distinct failures of some cells. */
interface Sum {
  readonly attempts: number;
  readonly failures: number;
}

interface Suspect extends Sum {
  /** Number of the dimension and of the key. */
  readonly d: number;
  readonly key: number;
  /** log of the chance, without and with the correction. */
  readonly tail: number;
  readonly corrected: number;
  readonly rest: Sum;
}

class Search {
  readonly #tables: readonly KeyTable[];
  readonly #tally: Counted;
  readonly #options: PatternOptions;
  readonly #alpha: number;
  #cells: readonly Cell[];
  /** Attempts that are known only as totals, by dimension and key. */
  readonly #unseen: Float64Array[];
  /** Cohorts of each dimension that are tested, and dimensions that have any. */
  readonly #tested: number[];
  readonly #usable: readonly number[];
  readonly #dimensionsTested: number;

  constructor(tally: Counted, options: PatternOptions, totals: Totals, alpha: number) {
    this.#tables = tally.tables;
    this.#tally = tally;
    this.#options = options;
    this.#alpha = alpha;
    this.#cells = tally.cells();
    this.#unseen = dimensions.map((dimension, d) => this.#totalsBeyond(d, totals[dimension] ?? {}));
    const usable = comparableDimensions(this.#cells, totals);
    this.#usable = [...usable];
    this.#tested = dimensions.map((_, d) =>
      usable.has(d) ? this.#sums(d).attempts.filter((count, key) => key > BEYOND && count >= MIN_ATTEMPTS).length : 0,
    );
    this.#dimensionsTested = this.#tested.filter((count) => count > 0).length;
  }

  patterns(): Pattern[] {
    const found: { readonly pattern: Pattern; readonly tail: number }[] = [];
    while (found.length < MAX_PATTERNS) {
      const suspect = this.#strongest();
      if (suspect === null) break;
      found.push({ pattern: this.#explain(suspect), tail: suspect.tail });
      if ((this.#tested[suspect.d] as number) > 1) this.#tested[suspect.d] = (this.#tested[suspect.d] as number) - 1;
    }
    return found
      .sort((a, b) => strength(b.tail) - strength(a.tail) || (a.pattern.id < b.pattern.id ? -1 : 1))
      .map(({ pattern }) => pattern);
  }

  /** Attempts of a total beyond those that were seen as events. */
  #totalsBeyond(d: number, sent: Readonly<Record<string, number>>): Float64Array {
    const table = this.#tables[d] as KeyTable;
    const unseen = new Float64Array(table.size);
    for (const [key, total] of Object.entries(sent)) {
      const number = table.find(key) ?? BEYOND;
      unseen[number] = (unseen[number] as number) + wholeNumber(total);
    }
    if (Object.keys(sent).length > 0)
      for (const cell of this.#cells) {
        const key = cell.keys[d] as number;
        unseen[key] = Math.max(0, (unseen[key] as number) - cell.deliveries - cell.failures);
      }
    return unseen;
  }

  #sums(d: number): { readonly attempts: Float64Array; readonly failures: Float64Array } {
    const attempts = (this.#unseen[d] as Float64Array).slice();
    const failures = new Float64Array(attempts.length);
    for (const cell of this.#cells) {
      const key = cell.keys[d] as number;
      attempts[key] = (attempts[key] as number) + cell.deliveries + cell.distinct;
      failures[key] = (failures[key] as number) + cell.distinct;
    }
    return { attempts, failures };
  }

  /** The cohort that explains most; null where none stands out. */
  #strongest(): Suspect | null {
    let best: Suspect | null = null;
    for (const d of this.#usable) {
      const { attempts, failures } = this.#sums(d);
      const all = { attempts: attempts.reduce(add, 0), failures: failures.reduce(add, 0) };
      const correction = Math.log(this.#dimensionsTested * (this.#tested[d] as number));
      for (let key = BEYOND + 1; key < attempts.length; key++) {
        const sum = { attempts: attempts[key] as number, failures: failures[key] as number };
        const tail = tailAgainst(sum, less(all, sum));
        if (tail === null || tail + correction > this.#alpha) continue;
        const suspect = { d, key, ...sum, tail, corrected: tail + correction, rest: less(all, sum) };
        if (best === null || this.#isStronger(suspect, best)) best = suspect;
      }
    }
    return best;
  }

  /** Equal strength goes to the dimension that comes first, then to the key that does. */
  #isStronger(a: Suspect, b: Suspect): boolean {
    if (strength(a.tail) !== strength(b.tail)) return strength(a.tail) > strength(b.tail);
    return a.d === b.d && this.#key(a.d, a.key) < this.#key(b.d, b.key);
  }

  #key(d: number, number: number): string {
    return this.#tables[d]?.key(number) ?? '';
  }

  /** Writes a suspect down as a pattern and sets its events aside. */
  #explain(suspect: Suspect): Pattern {
    const { d, key } = suspect;
    const inside = this.#cells.filter((cell) => cell.keys[d] === key);
    const only = this.#narrow(suspect, inside);
    const part = only === null ? inside : inside.filter((cell) => cell.keys[only.d] === only.key);
    const unseen = only === null ? (this.#unseen[d]?.[key] as number) : 0;
    const { attempts, failures } = sumOf(part, unseen);
    const cohort = this.#cohort(d, key);
    const place = only === null ? null : this.#cohort(only.d, only.key);
    const pattern: Pattern = {
      ...cohort,
      id: place === null ? nameOf(cohort) : `${nameOf(cohort)}@${nameOf(place)}`,
      only: place,
      alternatives: only === null && unseen === 0 ? this.#alternatives(d, inside) : [],
      attempts,
      failures,
      expected: Math.round((100 * attempts * suspect.rest.failures) / suspect.rest.attempts) / 100,
      pValue: Number(Math.exp(Math.min(0, suspect.corrected)).toPrecision(2)),
      band: rateBand(failures, attempts, this.#options).band,
      since: part.reduce(
        (first: number | null, cell) =>
          cell.firstFailure === null || (first !== null && first <= cell.firstFailure) ? first : cell.firstFailure,
        null,
      ),
      addresses: part.reduce((sum, cell) => sum + cell.addresses, 0),
      domains: new Set(part.filter((cell) => cell.distinct > 0).map((cell) => cell.keys[0])).size,
      rules: this.#rulesOf(part),
    };
    const gone = new Set(part);
    this.#cells = this.#cells.filter((cell) => !gone.has(cell));
    if (only === null) (this.#unseen[d] as Float64Array)[key] = 0;
    return pattern;
  }

  /** The one part of a cohort outside of which it is like the rest; null where it failed as a whole. */
  #narrow(suspect: Suspect, inside: readonly Cell[]): { readonly d: number; readonly key: number } | null {
    const whole = sumOf(inside, this.#unseen[suspect.d]?.[suspect.key] as number);
    const groups: { readonly d: number; readonly key: number; readonly sum: Sum }[] = [];
    for (const d of this.#usable) {
      if (d === suspect.d) continue;
      const cells = new Map<number, Cell[]>();
      for (const cell of inside) {
        const key = cell.keys[d] as number;
        const known = cells.get(key);
        if (known === undefined) cells.set(key, [cell]);
        else known.push(cell);
      }
      for (const [key, part] of cells) if (key > BEYOND) groups.push({ d, key, sum: sumOf(part, 0) });
    }
    let best: { readonly d: number; readonly key: number; readonly tail: number } | null = null;
    const correction = Math.log(Math.max(1, groups.length));
    const margin = suspect.corrected - suspect.tail;
    for (const { d, key, sum } of groups) {
      const others = less(whole, sum);
      const tail = tailAgainst(sum, others);
      if (tail === null || tail + correction > this.#alpha) continue;
      const left = tailAgainst(others, suspect.rest);
      if (left !== null && left + margin <= this.#alpha) continue;
      if (best === null || strength(tail) > strength(best.tail)) best = { d, key, tail };
    }
    return best;
  }

  /** Cohorts of other dimensions that hold the very same cells. */
  #alternatives(d: number, inside: readonly Cell[]): CohortKey[] {
    return this.#usable.flatMap((other) => {
      const key = inside[0]?.keys[other] as number;
      if (other === d || key <= BEYOND || inside.some((cell) => cell.keys[other] !== key)) return [];
      const isSame = this.#cells.filter((cell) => cell.keys[other] === key).length === inside.length;
      return isSame ? [this.#cohort(other, key)] : [];
    });
  }

  #rulesOf(cells: readonly Cell[]): Pattern['rules'] {
    return [...this.#tally.rulesOf(cells)]
      .map(([number, failures]) => ({ rule: this.#tally.rules.key(number) ?? 'unknown', failures }))
      .sort((a, b) => b.failures - a.failures || (a.rule < b.rule ? -1 : 1))
      .slice(0, MAX_RULES);
  }

  #cohort(d: number, key: number): CohortKey {
    return { dimension: dimensions[d] as Dimension, key: this.#key(d, key) };
  }
}

/** log of the chance that a cohort fails so often if it is like the rest; null where it did not fail markedly more. */
function tailAgainst(cohort: Sum, rest: Sum): number | null {
  if (cohort.attempts < MIN_ATTEMPTS || cohort.failures < MIN_FAILURES || rest.attempts === 0) return null;
  if (cohort.failures * rest.attempts < MIN_RATIO * rest.failures * cohort.attempts) return null;
  return logHypergeometricTail(cohort.failures, cohort.attempts, rest.failures, rest.attempts);
}

function sumOf(cells: readonly Cell[], unseen: number): Sum {
  let attempts = unseen;
  let failures = 0;
  for (const cell of cells) {
    attempts += cell.deliveries + cell.distinct;
    failures += cell.distinct;
  }
  return { attempts, failures };
}

function less(all: Sum, part: Sum): Sum {
  return { attempts: all.attempts - part.attempts, failures: all.failures - part.failures };
}

const add = (a: number, b: number): number => a + b;

function nameOf({ dimension, key }: CohortKey): string {
  return `${dimension}:${key}`;
}
