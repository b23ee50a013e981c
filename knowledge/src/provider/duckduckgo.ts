import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};
const mx = 'smtp-inbound1.duck.com';

export default define({
  name: 'DuckDuckGo (duck.com)',
  kind: 'mailbox-provider',
  hosts: ['duck.com'],
  domains: ['duck.com'],
  entries: [
    {
      id: 'message-denied',
      codes: ['550'],
      text: ['Message denied'],
      needsHost: true,
      reason: 'policy.generic',
      meaning: "DuckDuckGo's forwarding service refused the message and says nothing more.",
      steps: [
        'Check that SPF, DKIM and DMARC pass.',
        'Look the sending IP and the linked domains up on blocklists.',
        'Ask the person for their real address when it goes on.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: [{ line: '550 Message denied', host: mx }],
      mustNotMatch: [{ line: '550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown', host: mx }],
    },
  ],
});
