import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};

const belief: Source = { name: 'What the list is: general knowledge', read: '2026-10', grade: 'believed' };

export default define({
  name: 'DRBL (work.drbl.imedia.ru)',
  kind: 'blocklist',
  marks: ['work.drbl.imedia.ru'],
  entries: [
    {
      id: 'listed-ip',
      codes: ['550'],
      text: ['work.drbl.imedia.ru', 'listed in work.drbl.imedia.ru'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address or its network is on a shared Russian blocklist that the recipient’s server asks.',
      steps: [
        'Ask the recipient’s mail administrator who keeps the entry and why.',
        'Stop the cause and ask that keeper for removal.',
      ],
      sources: [sisimai, belief],
      status: 'observed',
      matches: ['550 192.0.2.25 listed in work.drbl.imedia.ru'],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net'],
    },
  ],
});
