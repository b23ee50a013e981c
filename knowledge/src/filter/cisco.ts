import type { Source } from '../define.ts';
import { define } from '../define.ts';

const cisco: Source = {
  name: 'Cisco, Identify and Allow Poor SenderBase Reputation (200436) and AsyncOS 7.1 guide, search excerpts',
  url: 'https://www.cisco.com/c/en/us/support/docs/security/email-security-appliance/200436-Identify-and-allow-poor-SenderBase-Reput.html',
  read: '2026-10',
  grade: 'measured',
};
const guide: Source = {
  name: 'Cisco IronPort AsyncOS 7.1 for Email Advanced Configuration Guide, SPF verification settings',
  url: 'https://manualsbrain.com/it/manuals/1649627/?page=293',
  read: '2026-10',
  grade: 'read',
};
const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};
const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};

const host = 'esa1.example.iphmx.com';

export default define({
  name: 'Cisco Secure Email (IronPort ESA, Talos)',
  kind: 'gateway',
  hosts: ['iphmx.com'],
  links: { delist: 'https://talosintelligence.com/reputation_center' },
  entries: [
    {
      id: 'poor-ip-reputation',
      codes: ['554'],
      text: ["due to the sending MTA's poor reputation"],
      anywhere: true,
      reason: 'reputation.low',
      meaning: 'Cisco Talos rates the sending IP address so low that the recipient’s gateway closes the door at once.',
      steps: [
        'Look the IP address up at Talos and stop what has spoilt its reputation.',
        'Dispute the rating there once the cause is gone.',
        'The recipient’s administrator can let the address through meanwhile.',
      ],
      link: 'https://talosintelligence.com/reputation_center',
      sources: [cisco],
      status: 'documented',
      matches: [
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      ],
      mustNotMatch: [
        '554 Your access to submit messages to this e-mail system has been rejected.',
        '554 Message rejected due to poor reputation of a domain used in message transfer',
      ],
    },
    {
      id: 'spf-failed',
      codes: ['550', '5.7.1'],
      text: ['SPF unauthorized mail is prohibited'],
      anywhere: true,
      reason: 'auth.spf',
      meaning: 'The sending IP address is not allowed by the SPF record of the envelope sender’s domain.',
      steps: [
        'Add the sending service or IP address to the SPF record of the envelope sender’s domain.',
        'Send again once the record has spread.',
      ],
      sources: [cisco, guide],
      status: 'documented',
      matches: ['550 #5.7.1 SPF unauthorized mail is prohibited.'],
      mustNotMatch: ['451 #4.4.3 Temporary error occurred during SPF verification.'],
    },
    {
      id: 'spf-lookup-failed',
      codes: ['451', '4.4.3'],
      text: ['Temporary error occurred during SPF verification'],
      anywhere: true,
      reason: 'auth.spf',
      action: 'retry',
      meaning: 'The gateway could not finish the SPF check, because a DNS lookup failed for the moment.',
      steps: [
        'Let the queue try again.',
        'If it recurs, check that the name servers of the envelope sender’s domain answer for its SPF record and everything it includes.',
      ],
      sources: [guide],
      status: 'documented',
      matches: ['451 #4.4.3 Temporary error occurred during SPF verification.'],
      mustNotMatch: ['550 #5.7.1 SPF unauthorized mail is prohibited.'],
    },
    {
      id: 'poor-domain-reputation',
      codes: ['554'],
      text: ['due to poor reputation of a domain used in message transfer'],
      anywhere: true,
      reason: 'reputation.low',
      meaning:
        'Cisco Talos rates a domain of this mail low: that of the envelope sender, the From line or the sending host.',
      steps: [
        'Look up each of these domains at Talos.',
        'Check them on the domain blocklists, mend what is wrong and dispute the rating.',
        'Send less and only to people who want the mail until the rating recovers.',
      ],
      link: 'https://talosintelligence.com/reputation_center',
      sources: [kumo],
      status: 'observed',
      matches: ['554 Message rejected due to poor reputation of a domain used in message transfer'],
      mustNotMatch: ["554 Your access to this mail system has been rejected due to the sending MTA's poor reputation."],
    },
    {
      id: 'recipient-not-in-directory',
      codes: ['5.1.0'],
      text: ['Address rejected'],
      needsHost: true,
      needsCode: true,
      reason: 'recipient.unknown',
      meaning: 'The gateway asked the organisation’s directory, and the address is not in it.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [sisimai],
      status: 'observed',
      matches: [{ line: '550 #5.1.0 Address rejected.', host }],
      mustNotMatch: [
        { line: '450 4.7.1 <anna@example.com>: Recipient address rejected: Greylisted', host },
        { line: '550 5.7.1 <anna@example.com>: Sender address rejected: not allowed', host },
      ],
    },
    {
      id: 'sender-group-refused',
      codes: ['554'],
      text: ['to submit messages to this e-mail system has been rejected'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: 'The gateway’s list of senders turns this IP address or network away before any message is given.',
      steps: [
        'Look the IP address up at Talos and on the public blocklists.',
        'If it is clean, ask the recipient’s mail administrator to take it off their own list.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: ['554 Your access to submit messages to this e-mail system has been rejected.'],
      mustNotMatch: ["554 Your access to this mail system has been rejected due to the sending MTA's poor reputation."],
    },
  ],
});
