import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/KDDI.pm',
  read: '2026-10',
  grade: 'measured',
};
const note: Source = {
  name: 'note.com sendmagic, SMTP reply codes of au (search excerpt)',
  url: 'https://note.com/sendmagic/n/n875d8dcb6cb8',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'KDDI / au',
  kind: 'mailbox-provider',
  hosts: ['ezweb.ne.jp', 'msmx.au.com', 'au.com', 'uqmobile.jp'],
  domains: ['ezweb.ne.jp', 'au.com', 'uqmobile.jp'],
  entries: [
    {
      id: 'unknown-address',
      codes: ['550', '5.1.1'],
      text: ['>: User unknown'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The address does not exist at au. A reply that names the address is about the address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [sisimai, note],
      status: 'observed',
      matches: [{ line: '550 <ann@example.com>: User unknown', host: 'msmx.au.com' }],
      mustNotMatch: [{ line: '550 : User unknown', host: 'msmx.au.com' }],
    },
    {
      id: 'account-disabled',
      text: ['account is disabled'],
      needsHost: true,
      reason: 'recipient.disabled',
      meaning: 'au reports the account as closed.',
      steps: ['Stop mailing the address until the person gives you another one.'],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: "The user's account is disabled. 550 user unknown", host: 'lsean.ezweb.ne.jp' }],
      mustNotMatch: [{ line: 'The user account is temporarily limited', host: 'lsean.ezweb.ne.jp' }],
    },
    {
      id: 'unknown-or-refused',
      codes: ['550', '5.1.1'],
      text: ['user unknown'],
      needsHost: true,
      reason: 'recipient.unknown',
      action: 'hold',
      meaning: "The address does not exist, or the recipient's phone is set to refuse you: au says the same to both.",
      steps: [
        'Pause the address instead of deleting it.',
        'Ask the person another way whether the address is right and whether their phone lets your domain in.',
        'Suppress it when it fails again after a month.',
      ],
      sources: [sisimai, note],
      status: 'observed',
      matches: [{ line: '550 ann@example.com user unknown', host: 'lsean.ezweb.ne.jp' }],
      mustNotMatch: [{ line: '554 <ann@example.com>: Relay access denied', host: 'lsean.ezweb.ne.jp' }],
    },
    {
      id: 'refused-by-filter',
      codes: ['550'],
      text: [': User unknown'],
      needsHost: true,
      reason: 'recipient.not-allowed-sender',
      action: 'hold',
      classes: { sisimai: 'filtered' },
      meaning:
        'The reply names no address: this is how au refuses a sender whom the recipient does not let in. The mailbox is there.',
      steps: [
        'Pause the address instead of deleting it.',
        'Ask the person another way whether the address is right and whether their phone lets your domain in.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 : User unknown', host: 'lsean.ezweb.ne.jp' }],
      mustNotMatch: [{ line: '550 ann@example.com user unknown', host: 'lsean.ezweb.ne.jp' }],
    },
    {
      id: 'address-not-served',
      codes: ['554'],
      text: ['Relay access denied'],
      needsHost: true,
      reason: 'route.relay-denied',
      meaning:
        "au does not serve an address written like this: the domain is another company's or the address is malformed.",
      steps: ['Look for a doubled @, odd signs or a wrong domain in the address.', 'Correct it with the person.'],
      sources: [note],
      status: 'observed',
      matches: [{ line: '554 <ann@example.com>: Relay access denied', host: 'msmx.au.com' }],
      mustNotMatch: [{ line: '550 <ann@example.com>: User unknown', host: 'msmx.au.com' }],
    },
    {
      id: 'rejected-by-remote-server',
      text: ['Each of the following recipients was rejected by a remote mail server'],
      reason: 'recipient.not-allowed-sender',
      action: 'hold',
      classes: { sisimai: 'filtered' },
      meaning:
        'The report of au says only that the recipient was refused further inside. Mostly a filter of the recipient lets the sender not in; it is no word on whether the mailbox exists.',
      steps: [
        'Pause the address instead of deleting it.',
        'Ask the person another way whether the address is right and whether their phone lets your domain in.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['<ann@example.com> Each of the following recipients was rejected by a remote mail server.'],
      mustNotMatch: [{ line: "The user's account is disabled. 550 user unknown", host: 'lsean.ezweb.ne.jp' }],
    },
  ],
});
