import { microsoftNdrTable, registry, registryText } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors, microsoftNotAuthorised, postfixStrings } from './source.ts';

/** Both come as 5.7.1 from Postfix and its kin. One is about the route, the other about a rule. */
export const relayDeniedAgainstAccessDenied: SideBySide = {
  kind: 'side-by-side',
  slug: 'relay-denied-against-access-denied',
  title: '5.7.1 Relay access denied against 5.7.1 Access denied',
  inShort:
    'One word makes the difference. "Relay access denied" means that the server which you reached does not take mail for that domain: the domain points at the wrong server, or your program did not sign in where it should have. "Access denied" without "relay" means that the server does take mail for the domain, and a rule stands against this recipient or against you. Neither says that the address is dead.',
  sides: [
    {
      name: 'Relay access denied',
      examples: [
        { line: '554 5.7.1 <sales@example.net>: Relay access denied', rule: 'postfix/relay-access-denied' },
        { line: '550 5.7.1 Unable to relay', rule: 'exchange/unable-to-relay' },
        { line: '550 5.7.1 <jane.roe@example.net>... Relaying denied', rule: 'sendmail/relaying-denied' },
        {
          line: "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
          rule: 'qmail/not-in-rcpthosts',
        },
      ],
    },
    {
      name: 'Access denied',
      examples: [
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
        'Not authorised, like everything under 5.7.1. It has no code for relaying.',
        'Not authorised, like everything under 5.7.1.',
      ],
    },
    {
      aspect: 'What the server means',
      says: [
        'I do not serve this domain, and I do not pass on mail for you.',
        'I serve this domain, and a rule forbids this recipient, or forbids it to you.',
      ],
    },
    {
      aspect: 'When in the session',
      says: ['At RCPT TO.', 'At RCPT TO, as a rule for the recipient.'],
    },
    {
      aspect: 'Is the address dead?',
      says: [
        'Unknown: this server was the wrong one to ask.',
        'Not by this. Some administrators write such a rule for addresses that have been closed, and nobody outside can tell.',
      ],
    },
    {
      aspect: 'Who has to act',
      says: [
        'The administrator of the recipient, where the MX names this server. You, where it is your own outgoing server: it wants you to sign in.',
        'The administrator of the recipient. You, where the server that refused is your own relay and the rule is yours.',
      ],
    },
    {
      aspect: 'May I send it again?',
      says: [
        'When the MX has changed, or when your program signs in. Until then hold all addresses of the domain.',
        'Not before somebody has changed the rule. Hold the address and keep it on the list.',
      ],
    },
    {
      aspect: 'What to check first',
      says: [
        'Whether the host that refused is one that the MX of the domain names now, or your own outgoing server.',
        'Whose server refused: look for the remote host in the report, and for your own rules if it is yours.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'Every address of the domain fails alike at this server.',
        'Another address at the domain is accepted, or another sender reaches this one.',
      ],
    },
    {
      aspect: 'The trap',
      says: [
        'Microsoft says "Relay Access Denied" under 5.4.1 and 5.7.64 as well.',
        'Microsoft says "Recipient address rejected: Access denied" under 5.4.1, and there it is the directory that does not have the address.',
      ],
    },
  ],
  relatedCodes: ['X.7.1', 'X.4.1'],
  relatedComparisons: ['access-denied-against-not-authorised', 'access-denied-verdicts'],
  sources: [postfixStrings, microsoftNdrTable, microsoftNotAuthorised, registry, registryText, editors],
};
