import { grouped, plural } from './figures.ts';
import { shell } from './shell.ts';

/** What pages of reasons say. */
export const reasonWording = {
  indexTitle: 'What a bounce can say: all reasons',
  indexHeading: shell.sections.reasons,
  indexDescription:
    'The closed list of reasons into which every refusal is sorted: causes behind each, who must act, codes, and the class in nine other classifiers.',
  indexLead:
    'What a refusal says, in a closed list. A reason is what the server says; a cause is why it happened, and several can stand behind one reason.',
  title: (says: string): string => `Refusals that say: ${says}`,
  id: 'Its id',
  family: 'It is about',
  why: 'Why',
  codes: 'Codes that mostly mean it',
  moreSystems: (count: number): string =>
    plural(count, { one: 'One more system', other: `${grouped(count)} more systems` }),
} as const;
