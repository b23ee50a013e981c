import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'read-paraphrased',
};
const closed: Source = {
  name: 'reviewmyemails, Which blocklists have shut down: NiX Spam in January 2025',
  url: 'https://reviewmyemails.com/emailalmanac/spam-filters-and-blocklists/major-blocklists-services/which-blocklists-have-shut-down-or-are-defunct',
  read: '2026-10',
  grade: 'read',
};

export default define({
  name: 'NiX Spam (closed)',
  kind: 'blocklist',
  marks: ['ix.dnsbl.manitu.net'],
  entries: [
    {
      id: 'dead-list',
      codes: ['550', '554', '5.7.1'],
      text: ['ix.dnsbl.manitu.net', 'blocked using ix.dnsbl.manitu.net', 'dnsbl.manitu.net/lookup'],
      reason: 'reputation.ip-dnsbl',
      owner: 'recipient-admin',
      action: 'hold',
      meaning:
        'The recipient’s server still asks NiX Spam, a blocklist that was closed in January 2025. No removal from it is possible any more.',
      steps: [
        'Hold mail for this domain.',
        'Tell the recipient’s mail administrator by another way to stop using the closed list.',
        'If the reply is older than 2025, look the IP address up on the lists that are alive.',
      ],
      sources: [sisimai, closed],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mail.ixlab.de (NiX Spam) as spamming',
        '550 192.0.2.25 refused, see http://www.dnsbl.manitu.net/lookup.php?value=192.0.2.25',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
