import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = { name: 'Sample bounce mails of sisimai/set-of-emails', read: '2026-10', grade: 'measured' };

export default define({
  name: 'Verizon Wireless (messages to phones)',
  kind: 'mailbox-provider',
  hosts: ['vtext.com', 'vzwpix.com'],
  domains: ['vtext.com', 'vzwpix.com', 'mypixmessages.com'],
  entries: [
    {
      id: 'no-such-number',
      text: ['No valid recipients for this MM'],
      reason: 'recipient.unknown',
      meaning: 'No phone with this number takes picture messages at Verizon.',
      steps: ['Check the number before the @.', 'Stop sending to it unless the person confirms it another way.'],
      sources: [sisimai],
      status: 'observed',
      matches: ['Message could not be delivered to mobile. Error: No valid recipients for this MM'],
      mustNotMatch: ['554 5.5.1 Error: no valid recipients'],
    },
  ],
});
