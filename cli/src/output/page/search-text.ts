import type { SearchKind, SearchResult } from '@whybounce/core/encyclopedia';
import { block } from '../layout.ts';
import { paint } from '../paint.ts';

/** The command that shows a page of each kind. */
const commands: Readonly<Record<SearchKind, string>> = {
  entry: 'rule',
  code: 'code',
  system: 'provider',
  comparison: 'compare',
  cause: 'cause',
  reason: 'reason',
};

/** What was found, each with the command that shows it. */
export function searchText(results: readonly SearchResult[]): string {
  return results
    .map(({ kind, id, title, snippet }) =>
      [
        block('', paint('bold', title)),
        ...(snippet === '' || snippet === title ? [] : [block('  ', snippet)]),
        block('  ', paint('dim', `whybounce ${commands[kind]} ${id}`)),
        '',
      ].join('\n'),
    )
    .join('\n');
}
