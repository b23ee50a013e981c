import { grouped, plural } from './figures.ts';
import { type Sentence, sentence } from './sentence.ts';
import { shell } from './shell.ts';

/** What comparisons say. */
export const comparisonWording = {
  indexTitle: 'Bounce codes that are easily confused, compared',
  indexHeading: shell.sections.compare,
  indexDescription:
    'Codes and refusals that look alike and mean different things, side by side, and one line on which those who explain it contradict each other.',
  indexLead: 'Refusals that look alike and mean different things, side by side.',
  sideBySide: 'Side by side',
  aspect: 'Question',
  sayings: 'What they look like',
  line: 'The line',
  readAs: <E>(link: E): Sentence<E> => sentence<E>`Here it is read as ${link}`,
  tally: (count: number) => `What ${grouped(count)} publishers take it for`,
  withdrew: (count: number) =>
    plural(count, { one: 'One of them withdrew it.', other: `${grouped(count)} of them withdrew it.` }),
  verdicts: 'Who says what',
  verdictsCaption: 'What each publisher says of the line, in our words',
  who: 'Who',
  says: 'Says',
  takes: 'Takes it for',
  stated: 'When',
  /** When a verdict was stated; null where it does not say. */
  statedWhen: (when: string | null, isWithdrawn: boolean) =>
    [when, isWithdrawn ? 'withdrawn' : null].filter((part) => part !== null).join(', '),
  see: 'See for yourself',
  classifiers: 'How other classifiers file it',
  classifiersCaption: 'The class that each classifier gives it',
  classifier: 'Classifier',
  itsClass: 'Its class',
  hard: 'Hard bounce',
  yes: 'yes',
  no: 'no',
  notSaid: 'not said by class',
  noClass: 'no class for it',
  or: ' or ',
  judgement: 'Which of their classes fits is our judgement of their published lists.',
} as const;
