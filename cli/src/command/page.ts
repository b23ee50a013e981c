import { EXIT_DECODED, EXIT_NOTHING } from '../exit-code.ts';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';

/** Options of every command that shows a page. */
export interface PageCommand {
  readonly format?: string;
}

/** Longest part of a wrong name that is repeated to whoever wrote it. */
const MAX_ECHO = 80;

/** Prints a page, or what was found, in the format that was asked for. */
export function printPage<P>(page: P, { format = 'pretty' }: PageCommand, text: (page: P) => string): number {
  if (format !== 'pretty' && format !== 'json')
    throw new UsageError(`--format ${format}: pages are printed as pretty or json.`);
  const sink = new Sink();
  sink.write(format === 'json' ? `${JSON.stringify(page, null, 2)}\n` : text(page));
  sink.flush();
  return EXIT_DECODED;
}

/** Says that nothing is called so, and what comes near or how to find it. */
export function sayNothingFound(what: string, name: string, suggestions: readonly string[], hint: string): number {
  const shown = name.length > MAX_ECHO ? `${name.slice(0, MAX_ECHO)}…` : name;
  const near = suggestions.length === 0 ? hint : `Did you mean ${suggestions.join(' or ')}?`;
  process.stderr.write(`whybounce: there is no ${what} "${terminalText(shown)}". ${near}\n`);
  return EXIT_NOTHING;
}
