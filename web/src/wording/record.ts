import type { DnsStatus } from '@whybounce/core/dns';
import type { RecordChange } from '@whybounce/core/record';

/** The words that all pages about records share. */
export const recordWording = {
  sent: 'The domain goes to this service, which asks the DNS. Nothing is stored, and nothing is changed in your DNS.',
  domain: { label: 'Domain', example: 'example.com' },
  show: 'Show',
  showAgain: 'Show again',
  more: 'More to ask with',
  read: 'Read what is published',
  write: 'Write the record',
  writeAgain: 'Write it again',
  record: 'The record',
  recordAt: (name: string) => `TXT at ${name}`,
  findings: 'What is remarkable',
  noFindings: 'Nothing in it is amiss.',
  markedAs: (number: number) => `mark ${number} in the record`,
  markLabel: (numbers: readonly number[]) => `finding ${numbers.join(', ')}`,
  do: 'Do',
  publish: 'Ready to copy',
  publishName: 'Name',
  panelName: (name: string) => `(many panels want only ${name} here)`,
  tryFirst: 'Try it on mail before you publish it',
  publishType: 'Type',
  publishValue: 'Value',
  publishAddress: 'Address',
  publishAs: { TXT: 'TXT', file: 'file, text/plain' },
  copyOf: (name: string) => `the value for ${name}`,
  strings: (octets: number, strings: number) =>
    `The value has ${octets} octets, and one string of a TXT record holds 255. Most panels cut it themselves; for those that do not, here it is in ${strings} strings of one record:`,
  copyStrings: (name: string) => `the strings for ${name}`,
  changes: 'What changes',
  noChanges: 'Nothing changes: what is published is as good as what could be written.',
  staysBroken: 'Nothing changes: what is published is the same, and in error.',
  hold: 'Do not publish this yet',
  holdStep: 'Do not publish this yet: first mend what is named above, then write the record again.',
  moreChanges: (count: number) => `and ${count} more`,
  toDelete: 'Delete',
  toDeleteLead: (count: number) =>
    count === 1
      ? 'This one record takes the place of what stands there. Change it, or delete the old one: two records side by side count as none.'
      : `This one record takes the place of ${count} that stand there. Delete all of them: several records side by side count as none.`,
  refused: 'Not done as you wished',
  steps: 'What to do next',
  resultFindings: 'What to know of the new record',
  live: 'What is published now',
  nothingLive: (name: string) => `Nothing of this kind is published at ${name}.`,
  several: (name: string, count: number) =>
    `${name} has ${count} records of this kind. Receivers then take none of them.`,
  written: (name: string) => `What you pasted is taken for what is published at ${name}.`,
  unknown: (name: string, status: DnsStatus) =>
    `What is published at ${name} could not be read (${dnsStatusWords[status]}). It may well be that there is a record: nothing here says that there is none.`,
  unknownWrite:
    'So nothing is written yet: a second record beside one that could not be seen would break both. Try again, or paste into the form what your DNS panel shows.',
  published: {
    label: 'The record as it is published',
    hint: 'Only where it could not be read from the DNS. Copy it out of your DNS panel.',
    none: 'Nothing is published there: I looked it up in the DNS panel',
  },
  check: 'Check what is published',
} as const;

/** What an answer of the DNS means, for somebody who does not know its words. */
export const dnsStatusWords: Readonly<Record<DnsStatus, string>> = {
  found: 'there are records',
  'no-data': 'the name has no such record',
  'no-domain': 'the name does not exist',
  servfail: 'its name servers failed: SERVFAIL',
  refused: 'its name servers refused to answer: REFUSED',
  'not-implemented': 'its name servers do not know the question: NOTIMP',
  timeout: 'no answer came in time',
  unreachable: 'no name server could be reached',
  malformed: 'the answer could not be read',
  'over-budget': 'this look-up had used up its questions',
  'invalid-name': 'no such name can exist',
};

/** Changes of a record: a sign and a word, so that colour need not be seen. */
export const changeWords: Readonly<Record<RecordChange['kind'], { readonly sign: string; readonly word: string }>> = {
  kept: { sign: '=', word: 'stays' },
  added: { sign: '+', word: 'new' },
  removed: { sign: '−', word: 'goes' },
  changed: { sign: '~', word: 'changed' },
};

/** Why a page gives no answer. */
export const recordProblems = {
  badRange: (text: string) => `"${text}" is no IP address or range: write one such as 192.0.2.1 or 192.0.2.0/24.`,
  badReportPlace: (text: string) => `"${text}" is no place for reports: write a mail address or an https: address.`,
  badTerm: (text: string) => `"${text}" cannot be added to the record: write the domain that the service names.`,
  tooMany: (most: number) => `That is more than can be added at once: name at most ${most}.`,
} as const;
