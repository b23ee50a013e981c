import { findSystem, systemPage, systems } from '@whybounce/core/encyclopedia';
import { systemListText, systemText } from '../output/page/system-text.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

/** `whybounce provider microsoft-365`: everything that one system says; without a name all of them. Returns the exit code. */
export async function providerCommand(words: readonly string[], options: PageCommand): Promise<number> {
  const name = words.join(' ');
  if (name.trim() === '') return printPage(systems(), options, systemListText);
  const page = await systemPage(name);
  if (page === null)
    return sayNothingFound('system', name, findSystem(name).suggestions, 'All of them: whybounce provider');
  return printPage(page, options, systemText);
}
