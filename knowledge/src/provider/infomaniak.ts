import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual450: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/450.json',
  read: '2026-10',
  grade: 'measured',
};
const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Infomaniak',
  kind: 'mailbox-provider',
  hosts: ['infomaniak.ch', 'infomaniak.com'],
  domains: ['ik.me', 'ikmail.com'],
  entries: [
    {
      id: 'sender-domain-not-found',
      codes: ['450', '4.1.8'],
      text: ['Sender address rejected: Domain not found'],
      needsHost: true,
      reason: 'dns.sender-domain',
      meaning: 'The domain of the sender address could not be found in DNS.',
      steps: [
        'Check the return-path domain for a typing error.',
        'Check that the domain is paid for and that its name servers answer.',
        'Let the queue try again once it resolves.',
      ],
      sources: [manual450],
      status: 'observed',
      matches: [
        {
          line: '450 4.1.8 <news@example.com>: Sender address rejected: Domain not found',
          host: 'mta-gw.infomaniak.ch',
        },
      ],
      mustNotMatch: [{ line: '550 5.7.1 rejected by DMARC policy for example.com', host: 'mta-gw.infomaniak.ch' }],
    },
    {
      id: 'dmarc-policy',
      codes: ['550', '5.7.1'],
      text: ['rejected by DMARC policy for'],
      needsHost: true,
      reason: 'auth.dmarc',
      meaning: 'SPF and DKIM failed for the From domain, and its owner asks for such mail to be refused.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Check that the sending service uses a return path in your domain.',
        'Read the DMARC reports to find which sender fails.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 5.7.1 rejected by DMARC policy for example.net', host: 'mta-gw.infomaniak.ch' }],
      mustNotMatch: [
        {
          line: '450 4.1.8 <news@example.com>: Sender address rejected: Domain not found',
          host: 'mta-gw.infomaniak.ch',
        },
      ],
    },
  ],
});
