import { comparisonList, comparisonPage, suggestComparisons } from '@whybounce/core/encyclopedia';
import { comparisonListText, comparisonText } from '../output/page/comparison-text.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

/** `whybounce compare SLUG`: codes that are confused, side by side; without a slug all comparisons. Returns the exit code. */
export function compareCommand(slug: string | undefined, options: PageCommand): number {
  if (slug === undefined) return printPage(comparisonList(), options, comparisonListText);
  const page = comparisonPage(slug);
  if (page === null)
    return sayNothingFound('comparison', slug, suggestComparisons(slug), 'All of them: whybounce compare');
  return printPage(page, options, comparisonText);
}
