import type { CheckField, CheckKind } from '../answer/check/question.ts';
import { counted, plural } from './figures.ts';

/** The words of the check pages. */
export const checkPage = {
  hub: {
    title: 'Check a domain, an address, a server or a message',
    description:
      'Where mail for a domain goes, whether SPF, DKIM and DMARC hold, TLS, MTA-STS, DANE, reverse names and blocklists, with what to do.',
    heading: 'Check mail settings',
    lead: 'Half of all bounces are explained by what stands outside of them: DNS records, mail servers, blocklists.',
  },
  sent: 'What you write here goes to this service, which asks the DNS, mail servers and blocklists. No mail is sent and nothing is stored.',
  submit: 'Check',
  again: 'Check again',
  more: 'More to check with',
  progress: (done: number, of: number) => `${done} of ${counted(of, 'check')} made`,
  starting: 'Asking…',
  score: (score: number) => `${score} of 100`,
  noScore: 'Nothing could be determined',
  scoreNote: 'What could not be told costs nothing.',
  attention: 'What needs attention',
  nothingAmiss: 'Nothing of what could be checked is amiss.',
  seen: 'What was seen',
  fix: 'Do',
  publish: 'Ready to copy',
  copyOf: (title: string) => title,
  source: 'Where the rule stands',
  rest: (count: number) => plural(count, { one: 'One more in order', other: `${count} more in order` }),
  notRun: 'Not run',
  observed: {
    heading: 'For the diagnosis',
    lead: 'These observations speak for or against causes of a bounce.',
    use: 'Use them in the decoder that is open',
    sent: 'Handed to the decoder in this browser. Look at its tab.',
    nobody: 'No decoder with a bounce is open in this browser.',
  },
  took: (seconds: string, queries: number) => `${seconds} s, ${counted(queries, 'query')} to the DNS`,
  link: 'Address of this check',
  broken: 'The connection to the service was lost. What is shown came before that.',
} as const;

export const checkKindWords: Readonly<
  Record<
    CheckKind,
    { readonly name: string; readonly heading: string; readonly lead: string; readonly description: string }
  >
> = {
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
    lead: 'How it greets, encrypts and answers. Nothing is sent.',
    description: 'Check a mail server: connection, greeting, TLS, certificate, relaying, each with what to do.',
  },
};

export const checkFieldWords: Readonly<Record<CheckField, { readonly label: string; readonly example: string }>> = {
  domain: { label: 'Domain', example: 'example.com' },
  ip: { label: 'IP address that sends', example: '192.0.2.1' },
  host: { label: 'Mail server', example: 'mx1.example.com' },
  helo: { label: 'Name that it greets with (EHLO)', example: 'mail.example.com' },
  from: { label: 'Return path (MAIL FROM)', example: 'bounce@example.com' },
  selector: { label: 'DKIM selectors', example: 'selector1, selector2' },
};

/** The pages that check and write records, in the order in which they are shown. */
export const checkPages: readonly { readonly path: string; readonly name: string; readonly about: string }[] = [
  { path: '/check/domain', name: 'Domain', about: checkKindWords.domain.lead },
  { path: '/check/ip', name: 'Sending address', about: checkKindWords.ip.lead },
  { path: '/check/mx', name: 'Mail server', about: checkKindWords.mx.lead },
  {
    path: '/check/message',
    name: 'Message',
    about: 'A message file against some fifty tests and the rules for bulk senders.',
  },
  { path: '/check/spf', name: 'SPF tree', about: 'Every include, what it costs, and what breaks the limit of ten.' },
  { path: '/check/dmarc', name: 'DMARC', about: 'Which policy applies, by the old standard and by the new one.' },
  { path: '/check/mta-sts', name: 'MTA-STS', about: 'Whether the policy can be fetched and covers every mail server.' },
  { path: '/write/spf', name: 'Write SPF', about: 'The record with what you add, and what changes.' },
  { path: '/write/dmarc', name: 'Write DMARC', about: 'The next step from what is published.' },
  { path: '/write/mta-sts', name: 'Write MTA-STS', about: 'Policy, record and TLS reports.' },
  { path: '/check/what-if', name: 'What if', about: 'What a record would do before it is published.' },
];
