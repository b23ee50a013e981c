import type { Source } from '../define.ts';
import { define } from '../define.ts';

const belief: Source = { name: 'Belief, no source read', read: '2026-10', grade: 'believed' };
const clients: Source = {
  name: 'Postmark API error codes 400, 405 and 406 as carried by several client libraries',
  url: 'https://postmarkapp.com/developer/api/overview#error-codes',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Postmark',
  kind: 'sending-platform',
  hosts: ['mtasv.net', 'postmarkapp.com'],
  links: { documentation: 'https://postmarkapp.com/developer' },
  entries: [
    {
      id: 'inactive-recipient',
      text: [
        'You tried to send to recipient(s) that have been marked as inactive',
        'You tried to send to * that has been marked as inactive',
        'Inactive recipients are ones that have generated a hard bounce',
      ],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning:
        'Postmark never tried: the address is inactive in this message stream after a hard bounce, a complaint or a manual suppression.',
      steps: [
        'Look up in the suppressions of the stream why the address is inactive.',
        'Leave it off after a complaint; after a bounce, reactivate it only if the person confirms it another way.',
      ],
      link: 'https://postmarkapp.com/developer/api/suppressions-api',
      sources: [belief, clients],
      status: 'documented',
      matches: [
        'You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: anna@example.com. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.',
        'You tried to send to a recipient that has been marked as inactive. Inactive recipients are ones that have generated a hard bounce or a spam complaint.',
      ],
      mustNotMatch: ['550 5.2.1 The mailbox has been marked as inactive by its provider'],
    },
    {
      id: 'sender-signature-missing',
      text: ['is not a Sender Signature on your account'],
      anywhere: true,
      reason: 'reputation.tenant-restricted',
      meaning: 'Postmark takes no mail from this From address, because it is not confirmed in your account.',
      steps: ['Verify the sending domain or confirm the sender signature in your account.', 'Send again.'],
      sources: [clients],
      status: 'observed',
      matches: [
        "The 'From' address you supplied (news@example.net) is not a Sender Signature on your account. Please add and confirm this address in order to be able to use it.",
      ],
      mustNotMatch: ['550 The from address does not match a verified Sender Identity'],
    },
  ],
});
