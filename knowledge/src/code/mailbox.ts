import type { EnhancedCode } from './define.ts';
import { registry, registryText } from './source.ts';

const sources = [registry, registryText];

/** Subject 2: the mailbox, which exists. */
export const mailboxCodes: readonly EnhancedCode[] = [
  {
    code: 'X.2.0',
    name: 'Other or undefined mailbox status',
    classes: [4, 5],
    means: 'Something about the mailbox caused this, and the code does not say what.',
    notAlways: 'It does not say that the mailbox is gone: the registry keeps this subject for mailboxes that exist.',
    replyCodes: ['any'],
    reasons: ['policy.generic', 'host.internal-error', 'recipient.disabled'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.2.1', 'X.2.2'],
    sources,
  },
  {
    code: 'X.2.1',
    name: 'Mailbox disabled, not accepting messages',
    classes: [4, 5],
    means: 'The mailbox exists, but takes no mail: for a while with 4.2.1, for good with 5.2.1.',
    notAlways:
      'Some servers give 5.2.1 for a mailbox that only gets too much mail at the moment, and that one is alive.',
    replyCodes: ['any'],
    reasons: ['recipient.disabled', 'host.internal-error', 'recipient.rate-limited'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.1.1', 'X.1.6', 'X.2.0', 'X.7.13'],
    sources,
  },
  {
    code: 'X.2.2',
    name: 'Mailbox full',
    classes: [4, 5],
    means: 'The mailbox has used up its room, and its owner has to clear some.',
    notAlways:
      'The registry wants this as a temporary failure, so 5.2.2 does not mean a dead address either. At Microsoft it can also be the sender who has used up a limit.',
    replyCodes: [552],
    reasons: ['recipient.over-quota', 'recipient.over-quota-long', 'rate.messages'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.2.3', 'X.3.1'],
    sources,
  },
  {
    code: 'X.2.3',
    name: 'Message length exceeds administrative limit',
    classes: [5],
    means: 'The message is larger than this one mailbox may take.',
    notAlways: 'The address is fine: a smaller message or a link goes through.',
    replyCodes: [552],
    reasons: ['content.too-big'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.2.2', 'X.3.4'],
    sources,
  },
  {
    code: 'X.2.4',
    name: 'Mailing list expansion problem',
    classes: [4, 5],
    means: 'The address is a mailing list, and the server could not resolve it into its members.',
    notAlways: 'It does not say that the list is gone, nor that you may not write to it: that would be X.7.2.',
    replyCodes: [450, 452],
    reasons: ['host.internal-error'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.7.2'],
    sources,
  },
];
