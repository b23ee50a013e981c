import { microsoftNdrTable, registry } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftDelist } from './source.ts';

/** Two bans of the sending IP address at Microsoft 365, and the way out of each. */
export const bannedIpByPortalAgainstByMail: SideBySide = {
  kind: 'side-by-side',
  slug: 'banned-ip-by-portal-against-by-mail',
  title: '5.7.606 to 5.7.649 against 5.7.511 at Microsoft: which ban the portal lifts',
  inShort:
    'Both mean that Microsoft 365 has banned the IP address that you send from, and neither has to do with the recipient. 5.7.606 to 5.7.649 you lift yourself, in the portal at sender.office.com. 5.7.511 the portal does not lift: write to delist@microsoft.com with the whole refusal, and Microsoft looks into it. Stop the cause first in both cases, or the ban comes back.',
  sides: [
    {
      name: '5.7.606 to 5.7.649',
      examples: [
        {
          line: '550 5.7.606 Access denied, banned sending IP [192.0.2.17]. To request removal from this list please visit https://sender.office.com/ and follow the directions. (AS16012609)',
          rule: 'microsoft-365/banned-sending-ip',
        },
      ],
    },
    {
      name: '5.7.511',
      examples: [
        {
          line: '550 5.7.511 Access denied, banned sender[192.0.2.17]. To request removal from this list please forward this message to delist@microsoft.com. AS(1430)',
          rule: 'microsoft-365/banned-ip-by-mail',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'Nothing: no detail above 30 is registered. It belongs to the family of X.7.1.',
        'Nothing: no detail above 30 is registered. It belongs to the family of X.7.1.',
      ],
    },
    {
      aspect: 'What Microsoft means',
      says: [
        'The IP address stands on the list of blocked senders.',
        'The IP address is blocked, and its mail has to be looked into before the block can go.',
      ],
    },
    {
      aspect: 'How the words differ',
      says: [
        '"banned sending IP", with the address of the portal.',
        '"banned sender", with a mail address for removal.',
      ],
    },
    {
      aspect: 'How to get out',
      says: [
        'Go to sender.office.com, give one mail address and the one IP address of the refusal, and follow the link in the answer.',
        'Write to delist@microsoft.com with the whole refusal and the IP address. The portal does not help.',
      ],
    },
    {
      aspect: 'How long it takes',
      says: [
        'Up to a day, now and then longer.',
        'Microsoft says that it answers within two days. How long the rest takes it does not say.',
      ],
    },
    {
      aspect: 'Who has to act',
      says: [
        'Whoever runs the IP address. On a shared one that is your sending platform.',
        'Whoever runs the IP address. On a shared one that is your sending platform.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: ['No. Keep every address that came back like this.', 'No. Keep every address that came back like this.'],
    },
    {
      aspect: 'May I send it again?',
      says: [
        'From this IP address only after removal, slowly. From a clean one at once.',
        'From this IP address only after Microsoft has confirmed it, slowly. From a clean one at once.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'Recipients of several organisations at Microsoft 365 are refused from this IP address, and accepted from another.',
        'Recipients of several organisations at Microsoft 365 are refused from this IP address, and accepted from another.',
      ],
    },
    {
      aspect: 'Not to be confused with',
      says: [
        '5.7.513: one organisation has put your IP address on its own list, and only its administrator can take it off.',
        '5.7.502 and 5.7.503 "banned sender": your own account is stopped. 5.7.800: one of your domains is banned. S3150 is the list of Outlook.com, which has a form of its own.',
      ],
    },
  ],
  relatedCodes: ['X.7.1'],
  relatedComparisons: ['access-denied-against-not-authorised'],
  sources: [microsoftNdrTable, microsoftDelist, registry, editors],
};
