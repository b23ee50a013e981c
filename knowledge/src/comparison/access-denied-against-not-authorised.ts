import { microsoftEdgeArticle, microsoftNdrTable, registry, registryText, rfc3463NoAnswer } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftEdgeBlocking, microsoftNotAuthorised, postfixStrings } from './source.ts';

/** 5.4.1 "Access denied" is about the address, 5.7.1 about everything else. */
export const accessDeniedAgainstNotAuthorised: SideBySide = {
  kind: 'side-by-side',
  slug: 'access-denied-against-not-authorised',
  title: '5.4.1 Access denied against 5.7.1 Not authorised',
  inShort:
    'Both say that access is denied, and they mean different things. 5.4.1 "Recipient address rejected: Access denied" comes from the edge of Microsoft 365 and is about the address: its directory does not have it. 5.7.1 is about the sender, the message or a rule, and mostly leaves the address out of it. So 5.4.1 asks whether the address is right; 5.7.1 asks what the receiver has against you, and only the words beside it tell.',
  sides: [
    {
      name: '5.4.1 Access denied',
      examples: [
        {
          line: '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/recipient-access-denied',
        },
        {
          line: '550 5.4.1 jane.roe@example.com: Relay Access Denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/relay-access-denied',
        },
      ],
    },
    {
      name: '5.7.1 Not authorised',
      examples: [
        {
          line: '550 5.7.1 Service unavailable, Client host [192.0.2.17] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.17 (AS16012611) [BN8NAM12FT047.eop-nam12.prod.protection.outlook.com]',
          rule: 'microsoft-365/spamhaus-ip',
        },
        {
          line: '550 5.7.1 Delivery not authorized, message refused [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
          rule: 'microsoft-365/delivery-not-authorised',
        },
        {
          line: '554 5.7.1 <board@example.net>: Recipient address rejected: Access denied',
          rule: 'postfix/recipient-access-denied',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'The host did not answer, and only for now. With a 5 in front the code is outside the standard.',
        'The sender may not write to this recipient, by a filter for hosts or for recipients. The standard leaves open which.',
      ],
    },
    {
      aspect: 'What Microsoft means',
      says: [
        'The directory of the organisation does not have the address, so the edge refused it before any filtering. "Relay Access Denied" under the same code means that the server does not serve the domain.',
        'You have no permission for this recipient or group, a rule of the organisation stands against you, your IP address is blocked, or the message went to the wrong server.',
      ],
    },
    {
      aspect: 'When in the session',
      says: [
        'At RCPT TO, before the message is sent. Nobody has seen its content.',
        'At any time: at the greeting or MAIL FROM when it is your IP address, at RCPT TO when it is a rule for the recipient, after the message when it is content or authentication.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: [
        'Mostly, but not surely: addresses that the directory has not learnt of yet, hybrid mailboxes, public folders and dynamic groups get the same answer.',
        'Mostly not. Few servers say 5.7.1 of unknown users, and then their words name the user.',
      ],
    },
    {
      aspect: 'Who has to act',
      says: [
        'The sender checks the address. If it is right, or if the whole domain fails, the administrator of the recipient has to mend the directory.',
        'The sender, where the words name authentication, a blocklist or content. The administrator of the recipient, where they name a rule, a group or a permission.',
      ],
    },
    {
      aspect: 'May I send it again?',
      says: [
        'Once, after two days. Meanwhile hold the address; give it up when it is refused again while others at the domain are accepted.',
        'Not unchanged. Mend what the words name, then send again. Keep the address on the list.',
      ],
    },
    {
      aspect: 'What to check first',
      says: [
        'The spelling, then another address at the same domain that is known to work.',
        'The words after the code and the host that said them, then the stage at which they came.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'The other address is accepted: only this one is at fault. It is refused too: domain or route. Several organisations suddenly refuse addresses that they took before: look at yourself after all.',
        'Another sender reaches the same recipient: it is you. A plain text from you arrives: it is the content. Both fail: it is a rule of the recipient.',
      ],
    },
    {
      aspect: 'Typical words',
      says: [
        '"Recipient address rejected: Access denied", "All recipient addresses rejected : Access denied", "Relay Access Denied".',
        '"blocked using", "Unable to relay", "Delivery not authorized", "not accepted due to domain\'s DMARC policy", "AuthRequired".',
      ],
    },
    {
      aspect: 'The trap',
      says: [
        'AS(201806281) behind the words is an internal mark of Microsoft, no network number and no hint of spam.',
        'Postfix says "Recipient address rejected: Access denied" too, with 554 5.7.1: there somebody wrote a rule, and it may even be a rule of your own relay.',
      ],
    },
  ],
  relatedCodes: ['X.4.1', 'X.7.1'],
  relatedComparisons: [
    'access-denied-verdicts',
    'relay-denied-against-access-denied',
    'unknown-recipient-at-microsoft',
  ],
  sources: [
    microsoftNdrTable,
    microsoftEdgeArticle,
    microsoftEdgeBlocking,
    microsoftNotAuthorised,
    rfc3463NoAnswer,
    registry,
    registryText,
    postfixStrings,
    editors,
  ],
};
