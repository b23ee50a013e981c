import { grouped, plural } from './figures.ts';
import { type Sentence, sentence } from './sentence.ts';
import { shell } from './shell.ts';

/** What the search and the page for what is not there say. */
export const searchWording = {
  title: (query: string): string => (query === '' ? shell.sections.search : `${query}: search`),
  heading: shell.sections.search,
  description: 'Search every code, provider, refusal, cause and comparison by words, codes, hosts or a pasted refusal.',
  label: 'Words, a code, a host or a refusal',
  button: shell.sections.search,
  found: (count: number): string => plural(count, { one: 'One page found', other: `${grouped(count)} pages found` }),
  nothing: 'Nothing was found.',
  nothingTips: [
    'Leave out what is particular to your message: addresses, queue numbers, dates.',
    'Try the code alone, such as 5.7.1, or the name of the provider.',
    'Paste the whole bounce into the decoder: it reads more than words.',
  ],
  decoder: 'Open the decoder',
  start: 'Or start from a list:',
  notFoundTitle: 'No such page',
  notFoundHeading: 'There is no such page',
  notFoundDescription: 'This page does not exist.',
  notFoundPath: <E>(path: E): Sentence<E> => sentence<E>`Nothing stands at ${path}.`,
  notFoundNear: 'Perhaps you were looking for:',
} as const;
