import type { Source } from '../define.ts';
import { define } from '../define.ts';

const rejected: Source = {
  name: 'Mandrill help, About Rejected Emails (reject reasons and the rejection list)',
  url: 'https://mandrill.zendesk.com/hc/en-us/articles/205582957-What-is-a-rejected-email-Rejection-Blacklist-',
  read: '2026-11',
  grade: 'read',
};
const clients: Source = {
  name: 'Reject reasons of the Mandrill API as its client libraries list them (hackage mandrill 0.5.6.0)',
  url: 'https://hackage.haskell.org/package/mandrill-0.5.6.0/docs/doc-index-R.html',
  read: '2026-11',
  grade: 'read',
};

const host = 'mail133-5.atl131.mandrillapp.com';

export default define({
  name: 'Mailchimp Transactional (Mandrill)',
  kind: 'sending-platform',
  hosts: ['mandrillapp.com', 'mandrill.com'],
  links: { documentation: 'https://mailchimp.com/developer/transactional/docs/' },
  entries: [
    {
      id: 'on-denylist',
      text: ['hard-bounce', 'soft-bounce', 'unsub', 'reject_reason: spam', 'reject_reason: custom'],
      needsHost: true,
      reason: 'suppressed.by-esp',
      meaning:
        'Mandrill never tried: the address is on your rejection list after a bounce, a complaint or an unsubscription, or because somebody entered it.',
      steps: [
        'Look up in the rejection list why the address is there and when the entry expires.',
        'Remove the entry only if the person confirms the address another way; never after a complaint or unsubscription.',
      ],
      sources: [rejected, clients],
      status: 'documented',
      matches: [
        { line: 'status: rejected, reject_reason: hard-bounce', host },
        { line: 'status: rejected, reject_reason: soft-bounce', host },
        { line: 'status: rejected, reject_reason: unsub', host },
        { line: 'status: rejected, reject_reason: spam', host },
        { line: 'status: rejected, reject_reason: custom', host },
      ],
      mustNotMatch: [
        '550 the soft-bounce address is not in use',
        { line: 'status: rejected, reject_reason: unsigned', host },
      ],
    },
    {
      id: 'sending-domain-not-set-up',
      text: ['reject_reason: unsigned'],
      needsHost: true,
      reason: 'auth.dkim',
      meaning:
        'Mandrill sends nothing from this domain, because its SPF and DKIM records or the proof of ownership are missing.',
      steps: ['Add the DKIM record that Mandrill shows and verify the sending domain in your account.', 'Send again.'],
      sources: [rejected],
      status: 'documented',
      matches: [{ line: 'status: rejected, reject_reason: unsigned', host }],
      mustNotMatch: [{ line: 'status: rejected, reject_reason: unsub', host }],
    },
    {
      id: 'invalid-sender',
      text: ['invalid-sender'],
      needsHost: true,
      reason: 'dns.sender-address',
      meaning: 'The sender address is not a valid one.',
      steps: ['Correct the From address in your software and send again.'],
      sources: [clients],
      status: 'documented',
      matches: [{ line: 'status: rejected, reject_reason: invalid-sender', host }],
      mustNotMatch: [{ line: 'status: rejected, reject_reason: hard-bounce', host }],
    },
    {
      id: 'test-mode-limit',
      text: ['test-mode-limit'],
      needsHost: true,
      reason: 'rate.messages',
      owner: 'sender',
      meaning: 'You have used up the messages that may be sent in test mode.',
      steps: ['Use a live key, or wait until the test allowance starts anew.'],
      sources: [clients],
      status: 'documented',
      matches: [{ line: 'status: rejected, reject_reason: test-mode-limit', host }],
      mustNotMatch: [{ line: 'status: rejected, reject_reason: rule', host }],
    },
    {
      id: 'own-rule',
      text: ['reject_reason: rule'],
      needsHost: true,
      reason: 'reputation.tenant-restricted',
      meaning: 'A rule that somebody set up in your own Mandrill account stopped the message.',
      steps: ['Look through the rules of your account and change the one that fits this message.', 'Send again.'],
      sources: [clients],
      status: 'documented',
      matches: [{ line: 'status: rejected, reject_reason: rule', host }],
      mustNotMatch: [{ line: 'status: rejected, reject_reason: test-mode-limit', host }],
    },
  ],
});
