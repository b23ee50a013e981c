import type { Source } from '../define.ts';
import { define } from '../define.ts';

const note: Source = {
  name: 'note.com sendmagic, SMTP reply codes of SoftBank (search excerpt)',
  url: 'https://note.com/sendmagic/n/n5afbf98aeb25',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'SoftBank',
  kind: 'mailbox-provider',
  hosts: ['softbank.ne.jp', 'softbank.jp'],
  domains: ['softbank.ne.jp', 'i.softbank.jp'],
  entries: [
    {
      id: 'invalid-recipient',
      codes: ['550'],
      text: ['Invalid recipient:'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning:
        'The address does not exist at SoftBank. Unlike other phone companies it takes mail that a filter drops, so this refusal is about the address.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [note],
      status: 'observed',
      matches: [{ line: '550 Invalid recipient: <ann@example.com>', host: 'mx.softbank.ne.jp' }],
      mustNotMatch: [{ line: '553 example.net does not exist', host: 'mx.softbank.ne.jp' }],
    },
    {
      id: 'sender-domain-missing',
      codes: ['553'],
      text: ['does not exist'],
      needsCode: true,
      needsHost: true,
      reason: 'dns.sender-domain',
      meaning:
        'The domain of the return path has no record in DNS at all. All mail from it fails here, whoever the recipient is.',
      steps: ['Check the return-path domain for a typing error.', 'Publish an MX, A or TXT record for it.'],
      sources: [note],
      status: 'observed',
      matches: [{ line: '553 example.net does not exist', host: 'mx.softbank.ne.jp' }],
      mustNotMatch: [{ line: '550 Invalid recipient: <ann@example.com>', host: 'mx.softbank.ne.jp' }],
    },
  ],
});
