import type { Area, Outcome } from '@whybounce/core/check';
import type { BulkCell } from '../answer/check/message-run.ts';
import type { CheckField, CheckKind } from '../answer/check/question.ts';
import { areaNames, outcomeNames } from './check.ts';
import { capital, clock, counted, grouped, plural } from './figures.ts';
import { type Sentence, sentence } from './sentence.ts';

/** The words of the check pages. */
export const checkPage = {
  hub: {
    title: 'Check a domain, an address, a server or a message',
    description:
      'Where mail for a domain goes, whether SPF, DKIM and DMARC hold, TLS, MTA-STS, DANE, reverse names and blocklists, with what to do.',
    heading: 'Check mail settings',
    lead: 'Many bounces are explained by what stands outside of them: DNS records, mail servers, blocklists.',
    all: 'All checks',
  },
  sent: 'This service asks the DNS, mail servers and blocklists about it. No mail is sent and nothing is stored.',
  submit: 'Check',
  again: 'Check again',
  more: (filled: number) => (filled === 0 ? 'More to check with' : `More to check with (${grouped(filled)} filled in)`),
  withoutScript: <E>(link: E): Sentence<E> =>
    sentence<E>`The check takes up to half a minute. Its result then opens by itself; where it does not, open ${link}.`,
  withoutScriptLink: 'the result',
  progress: (done: number, of: number) => `${done} of ${counted(of, 'check')} made`,
  starting: 'Asking…',
  running: 'Checking…',
  /** What a run says as a whole. */
  verdict: (broken: number, weak: number, told: number): string => {
    if (told === 0) return 'Nothing could be told';
    const breaks = `${grouped(broken)} to repair`;
    const weaknesses = `${grouped(weak)} to improve`;
    if (broken > 0) return weak > 0 ? `${breaks}, ${weaknesses}` : breaks;
    return weak > 0 ? `Nothing broken, ${weaknesses}` : 'All in order';
  },
  finished: (subject: string, verdict: string) => `${subject} is checked: ${verdict}.`,
  untold: (count: number) =>
    plural(count, {
      one: 'One check could not tell either way. That costs nothing.',
      other: `${grouped(count)} checks could not tell either way. That costs nothing.`,
    }),
  tally: 'Results',
  score: (score: number) => `Score ${score} of 100`,
  areas: 'Parts',
  attention: 'What needs attention',
  nothingAmiss: 'Nothing of what could be checked is amiss.',
  gathering: 'Gathering what comes first…',
  notChecked: 'not checked',
  nothingYet: 'Nothing amiss so far.',
  everything: 'Every check',
  /** Before the title of a check, for whoever goes by headings. */
  outcomeOf: (outcome: string) => `${capital(outcome)}:`,
  furtherOf: (area: Area) => `Pages about ${areaNames[area]}`,
  seen: 'What was seen',
  details: 'Details',
  fix: 'What to do',
  publish: 'Ready to copy',
  rule: (source: string) => `The rule: ${source}.`,
  notRun: (count: number) =>
    plural(count, { one: 'One check was not made', other: `${grouped(count)} checks were not made` }),
  observed: {
    heading: 'For the diagnosis of a bounce',
    lead: 'What was seen speaks for or against causes of a bounce. Is one open in the decoder, in another tab? Then the decoder can use it.',
    use: 'Hand to the decoder',
    sent: 'Handed to the decoder in this browser. Look at its tab.',
    nobody:
      'No decoder with a bounce is open in this browser. Open the decoder in another tab, paste the bounce there, then come back.',
  },
  took: (at: string, milliseconds: number, queries: number) =>
    `${clock(at)} · ${(milliseconds / 1000).toFixed(1)} s · ${counted(queries, 'query')} to the DNS`,
  broken:
    'The connection to the service was lost before the check was finished. What is shown came before that. Check again.',
  unreachable: 'The service could not be reached. Look whether you have a network, then check again.',
  changes: {
    heading: 'What changed since the earlier run',
    since: (at: string) => `The earlier run began ${clock(at)}.`,
    none: 'Nothing changed.',
    before: 'Before',
    after: 'Now',
    notMade: 'not made',
  },
  bulk: {
    heading: 'Rules for bulk senders',
    lead: 'What Google, Yahoo and Microsoft demand of those who send much, held against this message.',
    requirement: 'Rule',
    table: 'What each provider demands',
    notAsked: 'not asked',
    who: (of: 'everybody' | 'bulk', perDay: number | null, force: 'required' | 'recommended'): string => {
      const whom =
        of === 'everybody'
          ? 'of everybody'
          : perDay === null
            ? 'of bulk senders'
            : `from ${grouped(perDay)} messages a day`;
      return `${force} ${whom}`;
    },
  },
  save: 'Save this run (JSON)',
  saveWhy: 'Hand the file in with the next test of this mail to see what changed.',
} as const;

type KindWords = {
  readonly name: string;
  readonly heading: string;
  readonly lead: string;
  readonly description: string;
};

export const checkKindWords: Readonly<Record<CheckKind, KindWords>> = {
  domain: {
    name: 'Domain',
    heading: 'Check a domain',
    lead: 'Name servers, mail servers, SPF, DKIM, DMARC, TLS, MTA-STS, DANE and blocklists.',
    description:
      'Check what mail servers and the DNS say of a domain: MX, SPF, DKIM, DMARC, MTA-STS, DANE, TLS, blocklists, each with what to do.',
  },
  ip: {
    name: 'Sending address',
    heading: 'Check a sending IP address',
    lead: 'Its reverse name, its greeting, and the blocklists that have it.',
    description: 'Check an IP address that sends mail: reverse name, greeting, SPF, blocklists, each with what to do.',
  },
  mx: {
    name: 'Mail server',
    heading: 'Check a mail server',
    lead: 'How it greets, encrypts and answers. No mail is sent.',
    description: 'Check a mail server: connection, greeting, TLS, certificate, relaying, each with what to do.',
  },
};

export const checkFieldWords: Readonly<
  Record<CheckField, { readonly label: string; readonly example: string; readonly why: string }>
> = {
  domain: { label: 'Domain', example: 'example.com', why: 'What stands right of the @ in an address.' },
  ip: { label: 'IP address that sends', example: '192.0.2.1', why: 'Held against SPF and blocklists.' },
  host: { label: 'Mail server', example: 'mx1.example.com', why: 'Its name or its IP address.' },
  helo: {
    label: 'Name that it greets with (EHLO)',
    example: 'mail.example.com',
    why: 'Stands in the first Received line of a mail that it sent.',
  },
  from: {
    label: 'Return path (MAIL FROM)',
    example: 'bounce@example.com',
    why: 'Stands in Return-Path. The domain alone will do.',
  },
  selector: {
    label: 'DKIM selectors',
    example: 'selector1, selector2',
    why: 'What stands after s= in DKIM-Signature. The usual ones are tried anyway.',
  },
  refused: {
    label: 'Host that refused',
    example: 'mx.example.net',
    why: 'Held against where the mail of the domain goes today.',
  },
};

/** The page that tests a message. */
export const messagePage = {
  path: '/check/message',
  name: 'Message',
  heading: 'Test a message',
  nameless: 'The message',
  lead: 'A mail as it was sent or received, against some fifty tests and the rules for bulk senders.',
  description:
    'Test a mail file: SPF, DKIM, DMARC, ARC, headers, links, attachments, unsubscribing, and the rules of Google, Yahoo and Microsoft for bulk senders.',
  file: 'Message file (.eml)',
  fileWhy: (megabytes: number) => `With all its headers, at most ${megabytes} MB.`,
  text: 'Or its source, pasted',
  textWhy: 'In most mail programs: “Show original” or “View source”.',
  earlier: 'An earlier run to compare with (.json)',
  earlierWhy: 'The file that was saved below an earlier test.',
  more: 'Sending address, and an earlier run',
  submit: 'Test',
  sent: 'The whole message goes to this service, which reads it in memory and asks the DNS and blocklists about names and addresses in it. It is neither stored nor logged.',
  takes: 'This takes up to half a minute.',
  again: 'Test again',
  why: {
    ip: 'Read from the message where this is left empty.',
    helo: 'Read from the message where this is left empty.',
    from: 'Read from the message where this is left empty. The domain alone will do.',
  },
  heldOwn: 'Choose the file again to test it once more: the service has forgotten it.',
} as const;

/** The providers whose rules for bulk senders are held against a message. */
export const bulkProviderNames: Readonly<Record<string, string>> = {
  google: 'Google',
  yahoo: 'Yahoo',
  microsoft: 'Microsoft',
};

/** Whether a rule for bulk senders is kept. */
export const bulkStates: Readonly<Record<BulkCell['state'], string>> = {
  met: 'met',
  'not-met': 'not met',
  'could-not-tell': 'could not tell',
  'not-shown': 'no mail shows it',
  'does-not-apply': 'does not apply',
};

/** The shape beside it. */
export const bulkOutcomes: Readonly<Record<BulkCell['state'], Outcome>> = {
  met: 'pass',
  'not-met': 'fail',
  'could-not-tell': 'could-not-determine',
  'not-shown': 'info',
  'does-not-apply': 'not-applicable',
};

/** A page that checks or writes, as the hub shows it. */
export interface CheckPageWords {
  readonly path: string;
  readonly name: string;
  readonly about: string;
  /** Under which heading of the hub it stands. */
  readonly group: keyof typeof pageGroups;
}

/** What the pages of the hub do. */
export const pageGroups = {
  check: 'Check',
  record: 'Look at one record',
  write: 'Write a record',
} as const;

/** The pages that check and write records, in the order in which they are shown. */
export const checkPages: readonly CheckPageWords[] = [
  { path: '/check/domain', name: 'Domain', about: checkKindWords.domain.lead, group: 'check' },
  { path: '/check/ip', name: 'Sending address', about: checkKindWords.ip.lead, group: 'check' },
  { path: '/check/mx', name: 'Mail server', about: checkKindWords.mx.lead, group: 'check' },
  { path: messagePage.path, name: messagePage.name, about: messagePage.lead, group: 'check' },
  {
    path: '/check/spf',
    name: 'SPF tree',
    about: 'Every include, what it costs, and what breaks the limit of ten.',
    group: 'record',
  },
  {
    path: '/check/dmarc',
    name: 'DMARC',
    about: 'Which policy applies, by the old standard and by the new one.',
    group: 'record',
  },
  {
    path: '/check/mta-sts',
    name: 'MTA-STS',
    about: 'Whether the policy can be fetched and covers every mail server.',
    group: 'record',
  },
  { path: '/check/what-if', name: 'What if', about: 'What a record would do before it is published.', group: 'record' },
  { path: '/write/spf', name: 'Write SPF', about: 'The record with what you add, and what changes.', group: 'write' },
  { path: '/write/dmarc', name: 'Write DMARC', about: 'The next step from what is published.', group: 'write' },
  {
    path: '/write/dkim',
    name: 'Write DKIM',
    about: 'The record of a public key, and what it must look like.',
    group: 'write',
  },
  { path: '/write/mta-sts', name: 'Write MTA-STS', about: 'Policy, record and TLS reports.', group: 'write' },
  {
    path: '/write/bimi',
    name: 'Write BIMI',
    about: 'The record that shows your logo beside your mail.',
    group: 'write',
  },
];

/** What is counted, beside its number: `2 failed`, `1 warning`. */
export function tallyWords(outcome: Outcome, count: number): string {
  switch (outcome) {
    case 'warn':
      return plural(count, { one: 'warning', other: 'warnings' });
    case 'not-applicable':
      return plural(count, { one: 'does not apply', other: 'do not apply' });
    default:
      return outcomeNames[outcome];
  }
}

/** How grave a result is, beside its outcome: `failed, serious`. What is for information alone has no grade. */
export function gradeWords(outcome: string, severity: string | null): string {
  return capital(severity === null ? outcome : `${outcome}, ${severity}`);
}
