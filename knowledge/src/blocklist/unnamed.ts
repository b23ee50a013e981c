import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'Blocklist wording that names no list',
  kind: 'blocklist',
  entries: [
    {
      id: 'recipient-not-exempt',
      codes: ['550'],
      text: ['your IP has been found on a block list'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on a blocklist that the reply does not name, and this recipient has not asked for an exception.',
      steps: [
        'Look the IP address up on the common blocklists, stop the cause and have it removed.',
        'If it is nowhere listed, ask the recipient’s mail administrator which list they use.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: ['550 Recipient not on bypass list, your IP has been found on a block list'],
      mustNotMatch: ['550 Recipient not on the allowed list'],
    },
    {
      id: 'blocklisting-in-effect',
      codes: ['554'],
      text: ['Blocklisting in effect'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The recipient’s server refuses the sending IP address because of a blocklist that the reply does not name.',
      steps: [
        'Look the IP address up on the common blocklists, stop the cause and have it removed.',
        'If it is nowhere listed, ask the recipient’s mail administrator which list they use.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: ['554 192.0.2.25 Blocklisting in effect'],
      mustNotMatch: ['554 Greylisting in effect, try again later'],
    },
  ],
});
