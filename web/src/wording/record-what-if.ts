import type { Outcome } from '@whybounce/core/check';
import type { MailChange, MailFate, SpfVerdict } from '@whybounce/core/record';

/** The words of the page that tries a record before it is published. */
export const whatIfWording = {
  heading: 'What if',
  lead: 'A record that is not published yet, and some mail: what would become of it, before and after.',
  description:
    'Try an SPF, DMARC or DKIM record before you publish it: what becomes of your mail today, and what would become of it with the change.',
  record: {
    label: 'The record that you mean to publish',
    example: 'v=spf1 include:_spf.service.example -all',
    hint: 'An SPF or DMARC record, or lines of a zone file. It takes the place of what stands at its name.',
  },
  mail: (number: number) => `Mail ${number}`,
  mailHint:
    'One line for each way in which you send: the office, the newsletter, the shop. Without a return path it is postmaster@ the domain.',
  fields: {
    ip: { label: 'IP address that sends', example: '192.0.2.1' },
    sender: { label: 'Return path (MAIL FROM)', example: 'bounce@example.com' },
    from: { label: 'Domain in From', example: 'example.com' },
    dkim: { label: 'Domain of a valid DKIM signature', example: 'example.com' },
  },
  submit: 'Try it',
  again: 'Try it again',
  understood: 'What was understood',
  stands: (name: string, type: string) => `${type} at ${name}`,
  result: 'What would become of the mail',
  noMail: 'Add one mail to the form, at least its IP address, to see what would become of it.',
  caption: 'Each mail, today and with the change, to receivers that follow RFC 9989',
  columns: { mail: 'Mail', today: 'Today', then: 'With the change', change: 'Change' },
  mailOf: (ip: string, sender: string | null) => (sender === null ? ip : `${ip}, ${sender}`),
  spf: (verdict: SpfVerdict | null) => `SPF ${verdict ?? 'not asked'}`,
  noIp: (number: number) => `Mail ${number} has no IP address: write the one that connects to the receiver.`,
} as const;

export const mailChangeWords: Readonly<Record<MailChange, { readonly word: string; readonly outcome: Outcome }>> = {
  gained: { word: 'would pass', outcome: 'pass' },
  lost: { word: 'would fail', outcome: 'fail' },
  stricter: { word: 'treated more strictly', outcome: 'warn' },
  milder: { word: 'treated more mildly', outcome: 'info' },
  same: { word: 'the same', outcome: 'not-applicable' },
  unclear: { word: 'could not tell', outcome: 'could-not-determine' },
};

/** What receivers make of a mail. */
export function mailFateWords({ passes, asked, percent }: MailFate): string {
  if (passes === null) return 'could not tell';
  if (passes) return 'passes DMARC';
  const doing = {
    none: 'fails, delivered all the same',
    quarantine: 'fails, goes to spam',
    reject: 'fails, refused',
  };
  const words = asked === null ? 'fails, policy not known' : doing[asked];
  return percent < 100 && asked !== 'none' ? `${words} (${percent} of 100)` : words;
}
