import { search } from '@whybounce/core/encyclopedia';
import { searchText } from '../output/page/search-text.ts';
import { UsageError } from '../usage-error.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

/** Options of `whybounce search`. */
export interface SearchCommand extends PageCommand {
  readonly limit?: string;
}

/** `whybounce search WORDS`: pages that words, codes, hosts or a pasted reply lead to. Returns the exit code. */
export async function searchCommand(words: readonly string[], options: SearchCommand): Promise<number> {
  const limit = Number(options.limit ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new UsageError(`--limit ${options.limit}: write a whole number from 1 to 100.`);
  const query = words.join(' ');
  const results = await search(query, limit);
  if (results.length === 0)
    return sayNothingFound(
      'page about',
      query,
      [],
      'Fewer or other words may find it; a whole refusal is read by: whybounce "550 …"',
    );
  return printPage(results, options, searchText);
}
