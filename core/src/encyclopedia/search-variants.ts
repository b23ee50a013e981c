import { looseCodes } from './meant-codes.ts';
import { synonyms } from './search-synonyms.ts';
import { isNumeric } from './search-terms.ts';

/** Another way to write a term of a query. */
export interface Variant {
  readonly term: string;
  /** The term that was typed. */
  readonly typed: string;
  /** How much it counts, of 1. */
  readonly weight: number;
}

/** Shorter words turn into others too easily when two of their letters are swapped. */
const SHORTEST_SWAPPED = 4;
/** Longer words are typed by nobody. */
const LONGEST_SWAPPED = 40;
/** As MiniSearch weighs a typing error. */
const SWAPPED = 0.45;
/** A page that says the typed word itself comes before one that says another for it. */
const SYNONYM = 0.6;

/**
 * What a term of a query may mean beside what it says: a code without its dots, another word for the same
 * thing, and a word of which two neighbouring letters were swapped. The index's own typing errors count a
 * swap as two, which is more than short words may have.
 *
 * @param terms as the query has them, folded
 * @param isFiled whether a term stands in any page
 */
export function variantsOf(terms: readonly string[], isFiled: (term: string) => boolean): Variant[] {
  const taken = new Set(terms);
  const variants: Variant[] = [];
  const add = (typed: string, term: string, weight: number): void => {
    if (taken.has(term) || !isFiled(term)) return;
    taken.add(term);
    variants.push({ term, typed, weight });
  };
  for (const term of terms) {
    for (const code of looseCodes(term, isFiled)) add(term, code, 1);
    const others = Object.hasOwn(synonyms, term) ? (synonyms[term] ?? []) : [];
    for (const other of others) add(term, other, SYNONYM);
    if (isFiled(term) || isNumeric(term)) continue;
    for (const swapped of swapsOf(term)) add(term, swapped, (SWAPPED * term.length) / (term.length + 1));
  }
  return variants;
}

function swapsOf(term: string): string[] {
  if (term.length < SHORTEST_SWAPPED || term.length > LONGEST_SWAPPED) return [];
  return Array.from(
    { length: term.length - 1 },
    (_, i) => term.slice(0, i) + term.charAt(i + 1) + term.charAt(i) + term.slice(i + 2),
  );
}
