import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'MailMarshal (Trustwave SEG)',
  kind: 'filter',
  entries: [
    {
      id: 'spam-profiler',
      codes: ['550'],
      text: ['Message refused by MailMarshal SpamProfiler'],
      reason: 'content.spam',
      meaning: 'The spam module of the recipient’s MailMarshal gateway takes the message for spam.',
      steps: [
        'Look through wording, links and attachments for what a filter may take for spam, and change it.',
        'If the message is harmless, ask the recipient’s mail administrator to release it and report it.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 Message refused by MailMarshal SpamProfiler'],
      mustNotMatch: ['550 Rule imposed mailbox access for anna@example.com refused'],
    },
    {
      id: 'mailbox-rule',
      codes: ['550'],
      text: ['Rule imposed mailbox access for'],
      reason: 'policy.transport-rule',
      meaning:
        'A rule of the recipient organisation keeps this mail from the mailbox. Nothing says that the mailbox is missing.',
      steps: [
        'Ask the recipient’s mail administrator which rule stopped the mail and have the sender permitted.',
        'Hold mail to this recipient until then.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 Rule imposed mailbox access for anna@example.com refused'],
      mustNotMatch: ['550 Rule imposed as 192.0.2.25 is blacklisted on bl.spamcop.net'],
    },
    {
      id: 'listed-ip-rule',
      codes: ['550'],
      text: ['Rule imposed as * is blacklisted on'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on the blocklist that the reply names, and a rule of the gateway refuses such mail.',
      steps: [
        'Look the IP address up on the list that the reply names.',
        'Stop the cause of the listing and have the address removed.',
        'Send again once it is clear.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['550 Rule imposed as 192.0.2.25 is blacklisted on dnsbl.example.net'],
      mustNotMatch: ['550 Rule imposed mailbox access for anna@example.com refused'],
    },
  ],
});
