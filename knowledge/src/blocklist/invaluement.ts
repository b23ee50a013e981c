import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};
const belief: Source = { name: 'Zone and removal page, general knowledge', read: '2026-10', grade: 'believed' };

export default define({
  name: 'invaluement',
  kind: 'blocklist',
  marks: ['sip.invaluement.com', 'uri.invaluement.com'],
  links: { delist: 'https://www.invaluement.com/removal/' },
  entries: [
    {
      id: 'listed-ip',
      codes: ['550', '554'],
      text: ['Blocked by ivmSIP', 'ivmSIP24', 'ivmSIP', 'sip.invaluement.com'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address, or the block around it, is on the invaluement list of senders of unwanted mail.',
      steps: [
        'Stop the cause: mail to people who did not ask for it.',
        'Ask invaluement for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://www.invaluement.com/removal/',
      sources: [kumo, belief],
      status: 'observed',
      matches: [
        '550 Blocked by ivmSIP - see https://www.invaluement.com/lookup/?item=192.0.2.25',
        '550 192.0.2.25 blocked by ivmSIP24',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using examplekey.sip.invaluement.com',
        '554 192.0.2.25 listed at ivmSIP',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
        '550 Blocked by ivmURI',
      ],
    },
    {
      id: 'listed-domain',
      codes: ['550', '554'],
      text: ['ivmURI', 'uri.invaluement.com'],
      reason: 'reputation.domain-list',
      meaning: 'A domain of the sender or of a link is on the invaluement domain list.',
      steps: [
        'Look up the domains of the sender and of all links.',
        'Replace the listed link, or stop the cause and ask invaluement for removal.',
        'Send again once it is clear.',
      ],
      link: 'https://www.invaluement.com/removal/',
      sources: [belief],
      status: 'observed',
      matches: ['550 Blocked by ivmURI: example.net', '550 example.net blocked using uri.invaluement.com'],
      mustNotMatch: ['550 Blocked by ivmSIP'],
    },
  ],
});
