import type { Source } from '../define.ts';
import { define } from '../define.ts';

const seen: Source = {
  name: 'set-of-emails (BSD part), a refusal that names dnsbl.sorbs.net',
  read: '2026-10',
  grade: 'measured',
};
const closed: Source = { name: 'checks/dnsbl.json: SORBS shut down in June 2024', read: '2026-10', grade: 'believed' };

export default define({
  name: 'SORBS (closed)',
  kind: 'blocklist',
  marks: ['dnsbl.sorbs.net', 'dul.dnsbl.sorbs.net'],
  entries: [
    {
      id: 'dead-list',
      codes: ['550', '554', '5.7.1'],
      text: ['dnsbl.sorbs.net', 'dul.dnsbl.sorbs.net', 'sorbs.net/lookup', '.sorbs.net'],
      reason: 'reputation.ip-dnsbl',
      owner: 'recipient-admin',
      action: 'hold',
      meaning:
        'The recipient’s server still asks SORBS, a blocklist that was closed in June 2024. No removal from it is possible any more.',
      steps: [
        'Hold mail for this domain.',
        'Tell the recipient’s mail administrator by another way to stop using the closed list.',
        'If the reply is older than June 2024, look the IP address up on the lists that are alive.',
      ],
      sources: [seen, closed],
      status: 'observed',
      matches: [
        '521 5.7.1 Service unavailable; client [192.0.2.25] blocked using dnsbl.sorbs.net',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using dul.dnsbl.sorbs.net',
        '550 192.0.2.25 refused, see http://www.sorbs.net/lookup.shtml?192.0.2.25',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using spam.dnsbl.sorbs.net',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
