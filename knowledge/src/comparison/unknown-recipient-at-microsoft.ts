import { microsoftEdgeArticle, microsoftNdrTable, registry, registryText } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftEdgeBlocking, microsoftNotFound } from './source.ts';

/** Three ways in which Microsoft says that it does not have a recipient, and how sure each is. */
export const unknownRecipientAtMicrosoft: SideBySide = {
  kind: 'side-by-side',
  slug: 'unknown-recipient-at-microsoft',
  title: '5.1.1, 5.1.10 and 5.4.1 at Microsoft: three ways to say that nobody is there',
  inShort:
    'All three say that Microsoft 365 does not have the recipient, and they come from different places. 5.4.1 is said at the edge, to strangers, in words that name access. 5.1.10 is said further in, after a look-up of the address in the directory. 5.1.1 is said of an address or an old internal entry that leads to no mailbox. 5.1.10 and 5.1.1 are plain; 5.4.1 is not, so it is held where the others are given up. Outlook.com says 5.5.0 instead.',
  sides: [
    {
      name: '5.1.1',
      examples: [
        {
          line: '550 5.1.1 Bad destination mailbox address [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/bad-destination-mailbox',
        },
        { line: '550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found', rule: 'exchange/internal-address-not-found' },
      ],
    },
    {
      name: '5.1.10',
      examples: [
        {
          line: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
          rule: 'microsoft-365/recipient-not-found',
        },
      ],
    },
    {
      name: '5.4.1',
      examples: [
        {
          line: '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/recipient-access-denied',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'The mailbox does not exist. Microsoft keeps to it.',
        'The domain has a null MX and takes no mail at all. Microsoft means something else.',
        'The host did not answer, and only for now. Microsoft means something else.',
      ],
    },
    {
      aspect: 'What Microsoft means',
      says: [
        'No mailbox is behind the address: mistyped, gone or moved, or an old entry that the mail program remembers.',
        'The look-up of the address in the directory found no recipient.',
        'The address is not among those that the organisation takes mail for.',
      ],
    },
    {
      aspect: 'Where it is said',
      says: [
        'Inside Exchange, often to people of the same organisation.',
        'Inside Exchange, after the message was taken: to people of the organisation, and to strangers where the edge does not know all addresses.',
        'At the edge, to strangers, before the message is taken.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: [
        'As written, yes. If it comes to a colleague, clear the remembered entry and type the address anew before you believe it.',
        'As written, yes. If the refused address is not the one that you wrote to, a forwarding of the recipient leads nowhere, and theirs is alive.',
        'Mostly. A new alias, a hybrid mailbox, a public folder or a dynamic group that is not in the cloud looks the same.',
      ],
    },
    {
      aspect: 'Who has to act',
      says: [
        'The sender, with a correct address.',
        'The sender, with a correct address. The recipient, where a forwarding of theirs is broken. Their administrator, where a licence is missing.',
        'The sender first. The administrator of the recipient, where the address is right or the whole domain fails.',
      ],
    },
    {
      aspect: 'May I send it again?',
      says: [
        'Not to this address.',
        'Not to this address, save where the recipient has mended their forwarding.',
        'Once, after two days, and hold the address meanwhile.',
      ],
    },
    {
      aspect: 'What to check first',
      says: [
        'Spelling, and whether a mail program filled the address in.',
        'Spelling, and whether the refused address is the one that you wrote to.',
        'Spelling, and whether another address at the domain is accepted.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'The address typed anew is refused too.',
        'The administrator finds no such address among users, groups and contacts.',
        'It is refused again after two days while others at the domain are accepted.',
      ],
    },
    {
      aspect: 'The trap',
      says: [
        'An internal entry (X.500, IMCEAEX) in the refusal shows that a person is there under a newer entry.',
        'It may answer a message that you never sent: somebody used your address, and nothing is wrong with your list.',
        'The words name access, so people go and look for a block of their own server.',
      ],
    },
  ],
  relatedCodes: ['X.1.1', 'X.1.10', 'X.4.1', 'X.5.0'],
  relatedComparisons: ['access-denied-verdicts', 'access-denied-against-not-authorised'],
  sources: [
    microsoftNdrTable,
    microsoftNotFound,
    microsoftEdgeArticle,
    microsoftEdgeBlocking,
    registry,
    registryText,
    editors,
  ],
};
