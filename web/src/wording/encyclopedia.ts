import type { Action } from '@whybounce/core';
import type { Grade, SystemKind } from '@whybounce/knowledge';
import { counted, grouped, plural } from './figures.ts';
import { deedSentence, resendWords } from './outcome.ts';
import { type Sentence, sentence, type Wrap } from './sentence.ts';

/** What several kinds of page of the encyclopedia say. */
export const encyclopedia = {
  breadcrumb: 'Where this page stands',
  contents: 'On this page',
  decode: 'Open in the decoder',
  from: <E>(host: E): Sentence<E> => sentence<E>`said by ${host}`,
  copyReply: 'this reply',
  unregistered: 'not registered',
  expertShares:
    'A share says how many of 100 such refusals have that cause: an expert’s estimate, not a count. What the bounce itself says, read in the decoder, moves it.',
  whoActs: (owner: string) => `Acts: ${owner}`,
  othersShare: (count: number) => plural(count, { one: 'One other cause.', other: `${grouped(count)} other causes.` }),
  more: (count: number) => `${grouped(count)} more`,
  decodeYours: <E>(link: Wrap<E>): Sentence<E> =>
    sentence<E>`Have the bounce at hand? ${link('Paste it into the decoder')}. It reads the words, the host and the codes together, in your browser.`,
  resend: <E>(action: Action, strong: Wrap<E>, soft: Wrap<E>): Sentence<E> =>
    sentence<E>`${strong(`${resendWords(action)}.`)} ${deedSentence(action)} ${soft(action.why)}`,
  steps: 'What to do',
  apart: 'The code taken apart',
  whoSays: 'Who says it',
  wordings: 'Wording that many servers share',
  relatedCodes: 'Codes beside it',
  vendorPages: 'Pages of the provider',
  see: 'See also',
  comparisons: 'Comparisons',
  sources: 'Sources',
  read: <E>(grade: Grade, date: E): Sentence<E> => sentence<E>`(${gradeNames[grade]}, read ${date})`,
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

export const entries = (count: number): string => counted(count, 'refusal');
