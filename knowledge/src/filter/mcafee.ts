import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const broadcom: Source = {
  name: 'Broadcom 162445, examples of refusals by receiving servers; that the words are those of MX Logic is belief',
  url: 'https://knowledge.broadcom.com/external/article/162445/outbound-mail-returned-by-mailerdaemonme.html',
  read: '2026-11',
  grade: 'believed',
};

export default define({
  name: 'McAfee SaaS Email Protection (MX Logic)',
  kind: 'gateway',
  hosts: ['mxlogic.net'],
  entries: [
    {
      id: 'bounce-denied',
      codes: ['550', '554'],
      text: ['Denied [BounceDeny]'],
      reason: 'policy.generic',
      meaning: 'The filter refuses this message as an unwanted bounce, by a policy of the recipient organisation.',
      steps: [
        'Check that the mail was not sent with an empty envelope sender by mistake.',
        'If it was a real delivery report, drop it; the organisation does not want it.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['554 Denied [BounceDeny] (Mode: normal)'],
      mustNotMatch: ['554 Denied [a1b2c3.0.2] (Mode: normal)'],
    },
    {
      id: 'denied-by-filter',
      codes: ['550', '554'],
      text: ['(Mode: normal)'],
      reason: 'policy.generic',
      meaning: 'The filter refused the message by its spam verdict or a policy and gives only an internal number.',
      steps: [
        'Check the sending IP address on the blocklists and the message for spam-like content.',
        'Send the whole reply to the recipient’s mail administrator, who can look the number up.',
      ],
      sources: [broadcom],
      status: 'observed',
      matches: ['554 Denied [a1b2c3.0.2] (Mode: normal)'],
      mustNotMatch: ['554 5.7.1 Access denied'],
    },
  ],
});
