import type { Grade, SystemKind } from '@whybounce/knowledge';
import { counted } from './outcome.ts';

/** What several kinds of page of the encyclopedia say. */
export const encyclopedia = {
  breadcrumb: 'Where this page stands',
  contents: 'On this page',
  crumbs: {
    codes: 'Codes',
    providers: 'Providers',
    compare: 'Compare',
    causes: 'Causes',
    reasons: 'Reasons',
  },
  decode: 'Open in the decoder',
  from: 'said by',
  copyReply: 'this reply',
  unregistered: 'not registered',
  expertShares:
    'The shares are an expert’s start, not measurements. What the bounce itself says, read in the decoder, moves them.',
  whoActs: (owner: string) => `Acts: ${owner}`,
  othersShare: (count: number) => (count === 1 ? 'One other cause.' : `${count} other causes.`),
  more: (count: number) => `${count} more`,
  decodeYours: 'Have the bounce at hand?',
  decodeYoursLink: 'Paste it into the decoder',
  decodeYoursWhy: 'It reads the words, the host and the codes together, in your browser.',
  see: 'See also',
  comparisons: 'Comparisons',
  sources: 'Sources',
  readOn: 'read',
  stale: 'older than a year: check before you rely on it',
  gradesExplained:
    'Measured: checked against real replies. Read: taken from the source. Believed: our judgement, not proven.',
} as const;

/** Grades of a source, as a reader understands them. */
export const gradeNames: Readonly<Record<Grade, string>> = {
  measured: 'measured',
  read: 'read',
  'read-paraphrased': 'read, in our words',
  believed: 'believed',
};

/** What a system is, in the singular. */
export const systemKindNames: Readonly<Record<SystemKind, string>> = {
  'mailbox-provider': 'mailbox provider',
  gateway: 'mail gateway',
  filter: 'spam or virus filter',
  mta: 'mail server',
  'sending-platform': 'sending platform',
  blocklist: 'blocklist',
  wording: 'wording that many servers share',
};

export const entries = (count: number): string =>
  count === 1 ? '1 refusal' : `${count.toLocaleString('en')} refusals`;

export const systemsCount = (count: number): string => counted(count, 'system');
