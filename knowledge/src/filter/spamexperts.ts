import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml; that SpamExperts writes these words is belief',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'SpamExperts (N-able Mail Assure)',
  kind: 'gateway',
  hosts: ['antispamcloud.com', 'spamexperts.com', 'spamexperts.eu', 'spamexperts.net'],
  marks: ['spamrl.com'],
  entries: [
    {
      id: 'sending-ip-listed',
      codes: ['550'],
      text: ['The sending IP * is listed on'],
      anywhere: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'The sending IP address is on the blocklist that the reply names.',
      steps: [
        'Look the IP address up on the list that the reply names.',
        'Stop the cause of the listing and have the address removed.',
        'Send again once it is clear.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: ['550 The sending IP (192.0.2.25) is listed on https://spamrl.com. Please resolve this and retry.'],
      mustNotMatch: [
        '550 A URL in this email (shop.example.net) is listed on https://spamrl.com. Please resolve and retry',
      ],
    },
    {
      id: 'link-listed',
      codes: ['550'],
      text: ['A URL in this email * is listed on'],
      anywhere: true,
      reason: 'content.url',
      meaning: 'A site linked in the message is on the domain blocklist that the reply names.',
      steps: [
        'Replace the link that the reply names, or have its domain taken off the list.',
        'Send again after that.',
      ],
      sources: [kumo],
      status: 'observed',
      matches: ['550 A URL in this email (shop.example.net) is listed on https://spamrl.com. Please resolve and retry'],
      mustNotMatch: ['550 The sending IP (192.0.2.25) is listed on https://spamrl.com. Please resolve this and retry.'],
    },
  ],
});
