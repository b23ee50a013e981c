import type { SearchKind } from '@whybounce/core/search';
import { counted } from './figures.ts';
import { shell } from './shell.ts';

/** The search that opens over a page. */
export const searchWording = {
  title: shell.sections.search,
  label: 'Code, provider, or words of a bounce',
  close: shell.help.close,
  results: 'Results',
  hint: 'Type a code such as 5.7.26, a provider, a server name, or paste a line of the bounce. What you type stays in your browser.',
  preparing: 'Getting the search ready…',
  count: (shown: number, isAll: boolean): string =>
    shown === 0
      ? 'No page has these words. Try fewer words, or only the code.'
      : isAll
        ? counted(shown, 'page')
        : `The ${shown} best pages; there are more`,
  all: 'See all results',
  failed: (why: string): string => `${why} “See all results” searches on the server.`,
} as const;

/** What a result is, beside its title. */
export const resultKinds: Readonly<Record<SearchKind, string>> = {
  entry: 'Refusal',
  code: 'Code',
  system: 'Provider',
  comparison: 'Comparison',
  cause: 'Cause',
  reason: 'Reason',
};
