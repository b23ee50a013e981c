import type { Kind, Step } from '@whybounce/core';
import { stageNames } from '@whybounce/core/stage-names';
import type { CohortView, FactView, LinkView, PatternView, RateView, StepView } from '../answer/shapes.ts';
import { capital, clock, counted, exactPercent, grouped, percent, plural, roughSize } from './figures.ts';
import { allTogether, bandNames, dimensionNames, kindForms, questions, unknownRate } from './outcome.ts';
import { type Sentence, sentence, type Wrap } from './sentence.ts';

/** The decoder's own words. */
export const decoder = {
  title: 'Why did my mail bounce?',
  description:
    'Paste any bounce, SMTP reply, mail log or webhook: who must act, why it was refused and what to do now. Read in your browser; nothing is sent.',
  heading: 'Why did it bounce?',
  lead: 'Paste what came back. You see who must act, why, and what to do now.',
  label: 'A bounce, a server’s reply, log lines or a webhook',
  placeholder: '550 5.1.1 <jo@example.net>: Recipient address rejected…',
  private: 'It is read in this page. Nothing is sent.',
  privateForm: 'Without JavaScript the server reads it in memory; it is neither stored nor logged.',
  submit: 'Decode',
  files: 'Choose files',
  folder: 'Choose a folder',
  drop: 'Or drop files anywhere: .eml, .msg, mailboxes, folders, logs, exports.',
  dropHere: 'Drop to decode',
  clear: 'Start again',
  examples: 'Or try an example',
  reading: 'Reading…',
  failed: 'The engine stopped. Your text is still here: change it or load the page again.',
  readingProgress: (percentDone: string, events: string) => `${percentDone} read, ${events}`,
  pastedLarge: (size: string) => `Pasted text (${size}), too long to show in the field`,
  newAnswer: (owner: string, resend: string) => `${questions.who}: ${owner}. Resend? ${resend}.`,
} as const;

/** Examples as their buttons say them. */
export const exampleNames = {
  'access-denied': 'Microsoft 365: access denied',
  'no-such-user': 'Gmail: no such user',
  blocklist: 'Spamhaus: IP address listed',
  dmarc: 'Gmail: DMARC refused it',
  'mailbox-full': 'Postfix log: mailbox full, later delivered',
} as const;

/** The words of an answer. */
export const answer = {
  ...questions,
  why: 'Why',
  whyOpen: 'No single cause is likely enough to be named yet. The likeliest first:',
  whyNamed: 'The likeliest cause, and what else it may be:',
  whyOne: 'Only one thing can be the cause:',
  moreCauses: (count: number) =>
    plural(count, { one: 'One more, less likely', other: `${grouped(count)} more, less likely` }),
  causeActs: (owner: string) => `Then it is for ${owner} to act.`,
  nobodyActs: 'Then nobody needs to act.',
  evidence: 'What speaks for and against it',
  evidenceEffect: { for: 'For:', against: 'Against:' },
  quoteNumber: (number: number) => `quote ${number}`,
  weights: 'Shares and weights are an expert’s estimate, not measurements.',
  steps: 'Do this now',
  verify: <E>(sign: string, strong: Wrap<E>): Sentence<E> =>
    sentence<E>`${strong('How you know that it is repaired:')} ${sign}`,
  ask: 'A question that would tell more',
  askHow: (how: string) => `How to find out: ${how}`,
  skip: 'I cannot tell',
  answered: (given: string) => `You said: ${given}`,
  leftOpen: 'left open',
  takeBack: 'Take back',
  checkSaw: (seen: string) => `A check saw: ${seen}`,
  check: 'Check this with the DNS',
  checkSends:
    'A check runs on the service, not in this page. These values go to it, and nothing else of the bounce. Nothing is sent before you open one of them.',
  checkGo: { domain: 'Check where the mail goes', ip: 'Check who sent it', mx: 'Check the mail server' },
  newTab: '(in a new tab)',
  checkBack: 'What the check sees can then be handed back to this page, which ranks the causes anew.',
  observedOffer: (subject: string, count: number) =>
    `A check of ${subject} saw ${plural(count, { one: 'one thing', other: `${grouped(count)} things` })}. Use ${plural(count, { one: 'it', other: 'them' })} for this bounce?`,
  observedUse: 'Yes, use it',
  observedDecline: 'No',
  settled: 'No further question would tell more.',
  theirWords: 'What they said',
  whole: 'In full',
  wholeRegion: 'Text of the whole input',
  readFrom: <E>(quote: E): Sentence<E> => sentence<E>`Read from ${quote}`,
  before: (bytes: number) => `${capital(roughSize(bytes))} before this are not shown`,
  after: (bytes: number) => `${capital(roughSize(bytes))} after this are not shown`,
  escalate: 'If they must act: send them this',
  packet: 'What their administrator needs',
  packetFacts: 'For their mail administrator',
  packetSummary: 'Two sentences that anybody can forward',
  packetMissing: (label: string) => `Missing: ${label}.`,
  packetComplete: (share: string) => `${share} of what helps them is known.`,
  packetOwnLog: (tool: string) => `Find it in your own log: ${tool}`,
  packetRedact: 'Replace addresses, hosts and ids by pseudonyms',
  packetMarkdown: 'Copy as Markdown',
  checklist: (system: string) => `Checklist for the other side: ${system}`,
  checklistReads: 'Every command only reads.',
  checklistCanSay: 'What it can say:',
  checklistUse: 'Use this as an answer',
  packetBadAddress: 'This is no IP address. Write one such as 203.0.113.7.',
  checklistPaste: 'Paste what the command printed',
  checklistRead: 'What does it say?',
  facts: 'What the bounce states',
  copyLink: 'Copy a link to these words',
  linkCopied: 'Link copied. It holds the server’s words with pseudonyms, after the #: no server sees them.',
  linkInAddress: 'The clipboard is closed to this page. The link stands in the address bar: copy it there.',
  print: 'Print',
  answer: 'The answer',
  details: 'Everything about this refusal',
  reason: <E>(link: E, confidence: number): Sentence<E> => sentence<E>`${link} (${percent(confidence)} sure)`,
  back: 'Back to the list',
} as const;

/** What a link to a system's own pages is called. */
export const linkNames: Readonly<Record<LinkView['kind'], (system: string) => string>> = {
  documentation: (system) => `What ${system} writes about it`,
  postmaster: (system) => `Postmaster page of ${system}`,
  delist: (system) => `Ask ${system} to lift the block`,
  'feedback-loop': (system) => `Complaint reports of ${system}`,
};

export const factNames: Readonly<Record<FactView['id'], string>> = {
  recipient: 'Recipient',
  originalRecipient: 'Recipient before forwarding',
  sender: 'Return path',
  remoteHost: 'Server that refused',
  remoteIp: 'Its IP address',
  reportingMta: 'Server that reported',
  sendingIp: 'Your sending IP address',
  stage: 'Refused at',
  replyCode: 'Reply code',
  enhancedStatus: 'Enhanced status code',
  timestamp: 'Time',
  messageId: 'Message-ID',
  subject: 'Subject',
  blocklists: 'Blocklists named',
  retryHint: 'The server says to wait',
  authentication: 'Authentication seen by the server',
  input: 'Read from',
  format: 'Read as',
  dialect: 'Written by',
  trust: 'Proof that it is genuine',
};

/** Values that are ids, as people call them; others stand as they are. */
export const factValues: Readonly<Partial<Record<FactView['id'], Readonly<Record<string, string>>>>> = {
  stage: stageNames,
  format: {
    dsn: 'delivery status notification (DSN)',
    ndr: 'non-delivery report (NDR)',
    arf: 'abuse report (ARF)',
    mdn: 'disposition notification (MDN)',
    log: 'mail log',
    webhook: 'webhook',
    reply: 'SMTP reply',
  },
  trust: {
    verified: 'yes',
    unverified: 'none: somebody else could have written it',
  },
};

/** The words of many bounces. */
export const overview = {
  heading: (events: string) => `What ${events} say`,
  kind: <E>(kind: Kind, count: number, strong: Wrap<E>): Sentence<E> =>
    sentence<E>`${strong(grouped(count))} ${plural(count, kindForms[kind])}`,
  standsOut: 'What stands out',
  nothingStandsOut: 'No part of the mail failed markedly more often than the rest.',
  noRate: 'No delivery was read, so nobody knows the bounce rate. Read the whole log to see it.',
  rate: 'Bounce rate',
  rateText: <E>({ rate, failures, attempts, low, high, band }: RateView, name: E, strong: Wrap<E>): Sentence<E> => {
    const share = rate === null ? unknownRate : exactPercent(rate);
    const sure = `likely between ${exactPercent(low)} and ${exactPercent(high)}`;
    return sentence<E>`${name} ${share}: ${grouped(failures)} of ${grouped(attempts)}, ${sure}. ${strong(`${capital(bandNames[band])}.`)}`;
  },
  cohort: ({ dimension, name }: Pick<CohortView, 'dimension' | 'name'>) => `${dimensionNames[dimension]} ${name}`,
  /** @param name the cohort @param only the cohort inside which alone it fails */
  pattern: <E>(
    { failures, attempts, expected, since, domains, dimension }: PatternView,
    name: E,
    only: E | null,
  ): Sentence<E> => {
    const alone = only === null ? '' : sentence<E>` at ${only} alone`;
    const spread = dimension === 'domain' || domains < 2 ? '' : ` at ${counted(domains, 'domain')}`;
    const first = since === null ? '' : `, first ${clock(since)}`;
    return sentence<E>`${name}${alone}: ${refused(failures, attempts)}${spread} (${usual(expected)})${first}.`;
  },
  /** @param said what was said, with its page */
  repair: <E>(count: number, of: number, said: E, strong: Wrap<E>): Sentence<E> =>
    sentence<E>`${strong(`${grouped(count)} of ${grouped(of)} failures`)} have one thing to repair: ${said}.`,
  /** What was said in a pattern, and how often. */
  said: <E>(link: E, count: number): Sentence<E> => sentence<E>`${link} ${grouped(count)}`,
  sameMail: <E>(names: Sentence<E>): Sentence<E> => sentence<E>`The very same mail: ${names}.`,
  /** @param rule the rule that began to speak; null where all failures together are meant */
  step: <E>(
    { kind, isFirstSeen, since, until, attempts, failures, expected }: StepView,
    rule: E | null,
    strong: Wrap<E>,
  ): Sentence<E> => {
    const begin = strong(isFirstSeen ? `New from ${clock(since)}` : `More from ${clock(since)}`);
    const what = rule ?? allTogether[kind as Step['kind']];
    const before = isFirstSeen ? 'never seen before' : usual(expected);
    const over = until === null ? '' : `, over by ${clock(until)}`;
    return sentence<E>`${begin}: ${what}, ${refused(failures, attempts)} (${before})${over}.`;
  },
  ratesAbove: 'Rates above the limits beside these',
  byOwner: questions.who,
  byDeed: 'What to do with the addresses',
  byReason: 'Reasons',
  bySystem: 'Providers',
  byDomain: 'Domains',
  list: 'Every bounce',
  filtered: (name: string, events: string) => `Only ${name}: ${events}.`,
  showAll: 'Show all',
  previous: 'Previous',
  next: 'Next',
  range: (from: string, to: string, total: string) => `${from} to ${to} of ${total}`,
  export: (events: string) => `Save these ${events} as`,
  others: (count: string) => `${count} more`,
} as const;

function refused(failures: number, attempts: number): string {
  return `${grouped(failures)} of ${grouped(attempts)} refused`;
}

function usual(expected: number): string {
  return `${grouped(expected)} would be usual`;
}
