import type { Source } from '../define.ts';
import { define } from '../define.ts';

const mailgun: Source = {
  name: 'Mailgun help 25099259504411, classified bounces, search excerpt',
  read: '2026-10',
  grade: 'read',
};
const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};

const reset = 'https://csi.cloudmark.com/en/reset/';

export default define({
  name: 'Cloudmark Sender Intelligence',
  kind: 'filter',
  links: { delist: reset },
  entries: [
    {
      id: 'sender-intelligence',
      codes: ['550', '554', '5.7.1'],
      text: ['listed on Cloudmark CSI-Global', 'blocked using Cloudmark Sender Intelligence', 'csi.cloudmark.com'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is on Cloudmark’s list of spam sources, which many internet providers and gateways use.',
      steps: [
        'Stop the source of spam or of hits on unknown addresses behind the IP address.',
        'Ask for a reset of the address on Cloudmark’s page.',
        'Send again in small amounts after the reset.',
      ],
      link: reset,
      sources: [mailgun, manual],
      status: 'observed',
      matches: [
        '554 5.7.1 192.0.2.25 listed on Cloudmark CSI-Global. AUP#RBL',
        '550 5.7.1 Service unavailable; client [192.0.2.25] blocked using Cloudmark Sender Intelligence (Visit http://csi.cloudmark.com/reset-request/ if you feel this is in error)',
        '554 Connection refused, see https://csi.cloudmark.com/en/reset/',
      ],
      mustNotMatch: ['550 5.7.1 Service unavailable; client [192.0.2.25] blocked using prs.proofpoint.com'],
    },
  ],
});
