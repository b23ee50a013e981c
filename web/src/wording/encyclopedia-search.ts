import type { SearchKind } from '@whybounce/core/encyclopedia';

/** What the search and the page for what is not there say. */
export const searchWording = {
  title: (query: string): string => (query === '' ? 'Search' : `${query}: search`),
  heading: 'Search',
  description: 'Search every code, provider, refusal, cause and comparison by words, codes, hosts or a pasted refusal.',
  label: 'Words, a code, a host or a refusal',
  button: 'Search',
  found: (count: number): string => (count === 1 ? 'One page found' : `${count} pages found`),
  nothing: 'Nothing was found.',
  nothingTips: [
    'Leave out what is particular to your message: addresses, queue numbers, dates.',
    'Try the code alone, such as 5.7.1, or the name of the provider.',
    'Paste the whole bounce into the decoder: it reads more than words.',
  ],
  decoder: 'Open the decoder',
  start: 'Or start from a list:',
  kinds: {
    entry: 'Refusal',
    code: 'Code',
    system: 'Provider',
    comparison: 'Comparison',
    cause: 'Cause',
    reason: 'Reason',
  } satisfies Record<SearchKind, string>,
  notFoundTitle: 'No such page',
  notFoundHeading: 'There is no such page',
  notFoundDescription: 'This page does not exist.',
  notFoundPath: 'Nothing stands at',
  notFoundNear: 'Perhaps you were looking for:',
} as const;
