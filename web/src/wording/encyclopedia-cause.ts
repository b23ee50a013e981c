import type { Owner } from '@whybounce/core';
import { capital, ownerNames } from './outcome.ts';
import { shell } from './shell.ts';

/** What pages of causes say. */
export const causeWording = {
  indexTitle: 'Why mail bounces: all causes',
  indexHeading: shell.sections.causes,
  indexDescription:
    'Every cause that can stand behind a bounce, by who must act: what speaks for and against it, the steps, and what shows that it is repaired.',
  indexLead: 'Why mail is refused, by who must act. One refusal can have several of these causes.',
  title: (says: string): string => `Why mail bounces: ${says}`,
  groups: (owner: Owner): string => capital(ownerNames[owner]),
  address: 'The address',
  aboutAddress: 'It may be taken off the list for this cause.',
  notAboutAddress: 'Keep it. This cause says nothing about the address.',
  verify: 'It is repaired when',
  evidence: 'What speaks for it and against it',
  evidenceLead:
    'Weights are an expert’s estimate, not measurements: +10 makes it ten times as likely against all else, −10 a tenth.',
  speaksFor: 'For it',
  speaksAgainst: 'Against it',
  observation: 'What is observed',
  weight: 'Weight',
  reasons: 'Refusals behind which it can stand',
  reasonsLead: 'Of 100 refusals of each kind so many have this cause, before anything else is known.',
  entries: 'Refusals in which it has a share of its own',
  policy: 'What is done with the address',
  policyAlways: 'Always, where nothing below applies',
  policyBehind: 'Where the refusal is of this kind:',
  policyWhen: 'Where this was observed:',
} as const;
