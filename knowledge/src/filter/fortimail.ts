import type { Source } from '../define.ts';
import { define } from '../define.ts';

const community: Source = {
  name: 'Fortinet community 410082, Troubleshooting Tip: Email is reject with the error message',
  url: 'https://community.fortinet.com/t5/FortiMail/Troubleshooting-Tip-Email-is-reject-with-the-error-message-This/ta-p/410082',
  read: '2026-11',
  grade: 'read',
};
const sample: Source = {
  name: 'A public paste of a refusal from 2015 (pastebin SBEX4mSP)',
  read: '2026-11',
  grade: 'read',
};
const ase: Source = {
  name: 'howtodo.co.il, refusal by FortiOS antispam, quoting Fortinet’s knowledge base',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Fortinet FortiMail and FortiGate',
  kind: 'filter',
  links: { documentation: 'https://docs.fortinet.com/product/fortimail' },
  entries: [
    {
      id: 'spam-link',
      codes: ['554', '5.7.1'],
      text: [
        'FortiGuard AntiSpam(SPAM URL:',
        'has been rejected. The email message was detected as spam. FortiGuard AntiSpam(SPAM URL:',
      ],
      reason: 'content.url',
      meaning: 'FortiGuard knows a link in the message, which the reply quotes, from spam or phishing.',
      steps: [
        'Replace the link that the reply names.',
        'If the site is clean, ask FortiGuard to review its rating.',
        'Send again after that.',
      ],
      link: 'https://www.fortiguard.com/services/as',
      sources: [community],
      status: 'documented',
      matches: [
        '554 5.7.1 This email from IP 192.0.2.25 has been rejected. The email message was detected as spam. FortiGuard AntiSpam(SPAM URL:https://shop.example.net/offer)',
      ],
      mustNotMatch: ['554 5.7.1 This email has been rejected. The email message was detected as spam.'],
    },
    {
      id: 'detected-as-spam',
      codes: ['554', '5.7.1'],
      text: ['has been rejected. The email message was detected as spam'],
      reason: 'content.spam',
      meaning: 'The FortiMail gateway in front of the recipient takes the message for spam.',
      steps: [
        'Look through links, wording and attachments for what a filter may take for spam, and change it.',
        'Check the sending IP address and the linked domains with FortiGuard.',
        'If the message is harmless, ask the recipient’s mail administrator to let it through.',
      ],
      sources: [community, sample],
      status: 'observed',
      matches: ['554 5.7.1 This email has been rejected. The email message was detected as spam.'],
      mustNotMatch: ['554 5.7.1 This email has been rejected. The attachment type is not allowed.'],
    },
    {
      id: 'fortios-spam-engine',
      codes: ['554', '5.7.1'],
      text: ['blocked because ASE reports it as spam'],
      reason: 'content.spam',
      meaning: 'The spam engine of a FortiGate firewall on the way takes the message for spam.',
      steps: [
        'Look through links and wording for what a filter may take for spam, and change it.',
        'Ask the recipient’s mail administrator to exempt the sender on the firewall.',
      ],
      sources: [ase],
      status: 'observed',
      matches: ['554 5.7.1 This message has been blocked because ASE reports it as spam.'],
      mustNotMatch: ['554 5.7.1 This message has been blocked because it contains a virus.'],
    },
  ],
});
