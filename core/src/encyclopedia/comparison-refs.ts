import { type Comparison, comparisons } from '@whybounce/knowledge/comparison';
import { overlaps, parseCode, type WrittenCode } from './written-code.ts';

/** A comparison as other pages name it. */
export interface ComparisonRef {
  readonly slug: string;
  readonly title: string;
}

export function comparisonRef({ slug, title }: Comparison): ComparisonRef {
  return { slug, title };
}

/** The entries that a comparison shows, `system/entry`. */
export function rulesOf(comparison: Comparison): string[] {
  return comparison.kind === 'verdicts'
    ? [comparison.rule]
    : comparison.sides.flatMap(({ examples }) => examples.map(({ rule }) => rule));
}

/** Comparisons that show an entry for which the test holds, in the order of their slugs. */
export function comparisonsShowing(test: (rule: string) => boolean): ComparisonRef[] {
  return comparisons.filter((comparison) => rulesOf(comparison).some(test)).map(comparisonRef);
}

/** Comparisons that are about a code or lead to it. */
export function comparisonsAbout(code: WrittenCode): ComparisonRef[] {
  const meets = (text: string): boolean => {
    const other = parseCode(text);
    return other !== null && overlaps(other, code);
  };
  return comparisons.filter(({ relatedCodes }) => relatedCodes.some(meets)).map(comparisonRef);
}
