import { entryPage, suggestEntries } from '@whybounce/core/encyclopedia';
import { entryText } from '../output/page/entry-text.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

/** `whybounce rule microsoft-365/recipient-access-denied`: the page of an entry. Returns the exit code. */
export async function ruleCommand(rule: string, options: PageCommand): Promise<number> {
  const page = await entryPage(rule);
  if (page === null)
    return sayNothingFound(
      'entry',
      rule,
      suggestEntries(rule),
      'An entry is written SYSTEM/ENTRY; whybounce provider SYSTEM lists those of one.',
    );
  return printPage(page, options, entryText);
}
