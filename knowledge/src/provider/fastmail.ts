import type { Source } from '../define.ts';
import { define } from '../define.ts';

const help: Source = {
  name: 'Fastmail help, why messages bounce back',
  url: 'https://www.fastmail.help/hc/en-us/articles/7010500320655-Why-messages-bounce-back',
  read: '2026-11',
  grade: 'read',
};
const log: Source = {
  name: 'Postfix log in a public repository, in1-smtp.messagingengine.com',
  read: '2026-11',
  grade: 'read',
};

const mx = 'in1-smtp.messagingengine.com';

export default define({
  name: 'Fastmail',
  kind: 'mailbox-provider',
  // Only the servers that receive: out*-smtp.messagingengine.com stand in the refusals of others.
  hosts: ['in1-smtp.messagingengine.com', 'in2-smtp.messagingengine.com'],
  domains: ['fastmail.com', 'fastmail.fm'],
  links: { documentation: 'https://www.fastmail.help/hc/en-us/articles/7010500320655-Why-messages-bounce-back' },
  entries: [
    {
      id: 'no-such-account',
      codes: ['550', '5.1.1'],
      text: ['User unknown in virtual mailbox table', 'Sorry, user address unknown'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'Fastmail has no mailbox under this address.',
      steps: ['Check the address for a typing error.', 'Ask the person another way before you drop it.'],
      sources: [help],
      status: 'documented',
      matches: [
        {
          line: '550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
          host: mx,
        },
        { line: '550 5.1.1 Sorry, user address unknown', host: mx },
      ],
      mustNotMatch: [{ line: '551 5.7.1 Not authorised to send from this header address', host: mx }],
    },
    {
      id: 'from-not-authorised',
      codes: ['551', '5.7.1'],
      text: ['Not authorised to send from this header address'],
      reason: 'dns.sender-address',
      meaning: 'A Fastmail user tried to send under an address that is not set up in the account.',
      steps: ['Add the address as a sending identity at Fastmail.', 'Or send with an address that is already set up.'],
      sources: [help],
      status: 'documented',
      matches: ['551 5.7.1 <ann@example.com>: Not authorised to send from this header address'],
      mustNotMatch: ['551 5.7.1 <ann@example.com>: User not local'],
    },
    {
      id: 'sender-not-fully-qualified',
      codes: ['504', '5.5.2'],
      text: ['Sender address rejected: need fully-qualified address'],
      needsHost: true,
      reason: 'dns.sender-address',
      meaning: 'The return address has no full domain, such as root at a bare host name.',
      steps: ['Let the server send with a full domain in its return address.'],
      sources: [log],
      status: 'observed',
      matches: [{ line: '504 5.5.2 <root@web1>: Sender address rejected: need fully-qualified address', host: mx }],
      mustNotMatch: [{ line: '504 5.5.2 <web1>: Helo command rejected: need fully-qualified hostname', host: mx }],
    },
  ],
});
