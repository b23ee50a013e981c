import type { Owner } from '@whybounce/core';
import { grouped, plural } from './figures.ts';
import { ownerNames } from './outcome.ts';
import { type Sentence, sentence } from './sentence.ts';

/** How it is known that a system says so. */
const statuses = {
  documented: 'Documented by its maker.',
  observed: 'Observed in replies, not documented.',
} as const;

/** What pages of entries say. */
export const entryWording = {
  reason: 'Kind of refusal',
  statuses,
  saidBy: <E>(system: E, isWording: boolean, status: keyof typeof statuses): Sentence<E> =>
    isWording
      ? sentence<E>`Said by servers of many makers: ${system}. ${statuses[status]}`
      : sentence<E>`Said by ${system}. ${statuses[status]}`,
  why: 'Why it is refused',
  ownShares: 'These shares are for this very refusal.',
  reasonShares: 'These shares are those of every refusal of this kind.',
  stepsOf: (owner: Owner): string => (owner === 'nobody' ? 'Meanwhile' : `For ${ownerNames[owner]}`),
  stepsIf: 'If this is the cause:',
  aboutCause: 'More about this cause',
  moreCodes: 'Other codes that go with these words',
  moreCodesCount: (count: number) => `Other codes that go with these words (${grouped(count)})`,
  bent: (system: string) => `${system} means by it:`,
  examples: 'Examples',
  examplesLead: 'Replies that belong here. Yours may name other addresses and servers.',
  moreExamples: (count: number) => plural(count, { one: 'One more example', other: `${grouped(count)} more examples` }),
  notThis: 'Not this page if…',
  notThisLead: 'These look alike and mean something else.',
  isInstead: <E>(link: E): Sentence<E> => sentence<E>`That is ${link}`,
  isNothing: 'No page knows this one.',
  recognised: 'How it is recognised',
  words: 'By any of these words:',
  byCodes: 'By its codes alone, where no words say more.',
  needsCode: 'The words count only together with one of its codes.',
  needsHost: 'The words count only from a server of this system.',
  weak: 'The words are a hint: any plainer wording wins over them.',
  sameCode: 'With the same code here',
  sameReason: 'The same elsewhere',
  allRefusals: (system: string) => `All refusals of ${system}`,
  moreHere: (count: number, system: string) => `${grouped(count)} more at ${system}`,
  allOfReason: 'All refusals of this kind',
} as const;
