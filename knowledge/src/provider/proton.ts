import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const seen: Source = {
  name: 'Tables of RCPT answers in public address checkers, mail.protonmail.ch and mailsec.protonmail.ch',
  read: '2026-11',
  grade: 'read',
};
const mx = 'mail.protonmail.ch';

export default define({
  name: 'Proton Mail',
  kind: 'mailbox-provider',
  hosts: ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
  domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
  links: { documentation: 'https://proton.me/support/smtp-errors' },
  entries: [
    {
      id: 'spam-content',
      codes: ['550', '5.7.1'],
      text: ['Rejected by spam filter'],
      needsHost: true,
      reason: 'content.spam',
      meaning: "Proton's spam filter refused the message.",
      steps: [
        'Check that SPF, DKIM and DMARC pass.',
        'Cut links and wording down until a test passes.',
        'Ask the recipient to add you to their allow list.',
      ],
      sources: [manual],
      status: 'observed',
      matches: [
        { line: '550 5.7.1 Rejected by spam filter (in reply to end of DATA command) (mx7.example.com)', host: mx },
      ],
      mustNotMatch: [
        { line: '550 5.1.1 <ann@example.com>: Recipient address rejected: Address does not exist', host: mx },
      ],
    },
    {
      id: 'no-such-account',
      codes: ['550', '5.1.1'],
      text: ['Recipient address rejected: Address does not exist'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'Proton has no mailbox or alias under this address.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [seen],
      status: 'observed',
      matches: [{ line: '550 5.1.1 <ann@example.com>: Recipient address rejected: Address does not exist', host: mx }],
      mustNotMatch: [
        { line: '550 5.7.1 Rejected by spam filter (in reply to end of DATA command) (mx7.example.com)', host: mx },
      ],
    },
  ],
});
