import { microsoftNdrTable, registry, registryText } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftSenderQuota } from './source.ts';

/** 5.2.2 twice: whose quota it is. */
export const fullMailboxAgainstSenderQuota: SideBySide = {
  kind: 'side-by-side',
  slug: 'full-mailbox-against-sender-quota',
  title: '5.2.2: their mailbox is full, or you have sent too much',
  inShort:
    'At Microsoft 5.2.2 says "quota" in two senses. With "mailbox full" or "QuotaExceededException" it is the mailbox of the recipient that has run out of room. With "Submission quota exceeded" it is you: your mailbox has sent more than Microsoft allows, and the recipient has nothing to do with it. Who reads the code alone counts good addresses as full.',
  sides: [
    {
      name: 'Mailbox full',
      examples: [
        {
          line: '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionQuotaExceeded',
          rule: 'exchange/mailbox-full',
        },
        {
          line: "452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to https://support.google.com/mail/?p=OverQuotaTemp a1-2002si100.4 - gsmtp",
          rule: 'gmail/mailbox-full',
        },
      ],
    },
    {
      name: 'Submission quota exceeded',
      examples: [
        { line: '550 5.2.2 Submission quota exceeded', rule: 'microsoft-365/submission-quota-exceeded' },
        {
          line: "The message can't be submitted because the sender's submission quota was exceeded.",
          rule: 'microsoft-365/submission-quota-exceeded',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'This is what the code is for. The registry wants it as a temporary failure, 4.2.2.',
        'Nothing: no registered code means this. The nearest is X.4.5, congestion.',
      ],
    },
    {
      aspect: 'Whose limit it is',
      says: [
        'The room of the mailbox of the recipient.',
        'The number of messages or recipients that the sending mailbox may reach. Microsoft speaks of 10,000 recipients in a day.',
      ],
    },
    {
      aspect: 'Who says it',
      says: ['The server of the recipient, when it delivers.', 'Your own Exchange Online, before anything goes out.'],
    },
    {
      aspect: 'Who has to act',
      says: [
        'The recipient clears room. You can only tell them another way.',
        'You wait, and your administrator checks whether somebody else sends from the account.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: [
        'Not by this. A mailbox that stays full for many weeks is one that nobody reads.',
        'No. Every recipient of that day gets the same answer.',
      ],
    },
    {
      aspect: 'May I send it again?',
      says: [
        'Yes: once a day, later once a week. Pause the address after three refusals within a month.',
        'Yes, when the day is over, and more slowly. Use a service for bulk mail if it is a large mailing.',
      ],
    },
    {
      aspect: 'What to check first',
      says: ['Whether the words name a mailbox or storage.', 'Whether the words name a sender or a submission.'],
    },
    {
      aspect: 'What settles it',
      says: [
        'Other recipients of the same mailing are accepted.',
        'Every recipient is refused from one moment on, at all domains alike.',
      ],
    },
  ],
  relatedCodes: ['X.2.2', 'X.3.1', 'X.4.5'],
  relatedComparisons: ['unknown-recipient-at-microsoft'],
  sources: [microsoftNdrTable, microsoftSenderQuota, registry, registryText, editors],
};
