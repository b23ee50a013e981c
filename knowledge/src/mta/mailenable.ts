import type { Source } from '../define.ts';
import { define } from '../define.ts';

const kumomta: Source = {
  grade: 'measured',
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
};
const paraphrased: Source = {
  grade: 'read-paraphrased',
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
};

export default define({
  name: 'MailEnable',
  kind: 'mta',
  entries: [
    {
      id: 'login-for-other-domains',
      codes: ['503', '530'],
      text: ['requires authentication when attempting to send to a non-local e-mail address'],
      reason: 'auth.submission',
      action: 'hold',
      meaning:
        'The server knows the domain of the recipient not as its own and passes mail on for logged-in users only.',
      steps: [
        'If it is your outgoing server, switch the login on in the sending program.',
        'Otherwise look up the MX records of the recipient domain: this server is not responsible for it.',
      ],
      sources: [kumomta],
      status: 'observed',
      matches: [
        '503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator',
      ],
      mustNotMatch: ['503 Bad sequence of commands: authentication not possible here'],
    },
    {
      id: 'unavailable-or-not-local',
      codes: ['550'],
      text: ['mailbox unavailable or not local'],
      reason: 'recipient.unknown',
      action: 'hold',
      meaning: 'The server has no such mailbox, or the domain is not its own.',
      steps: [
        'Check the address for a typing error.',
        'Look up the MX records of the domain: if the server does not belong there, it is not the mailbox that is wrong.',
        'Hold the address until that is clear.',
      ],
      sources: [paraphrased],
      status: 'observed',
      matches: ['550 Requested action not taken: mailbox unavailable or not local'],
      mustNotMatch: ['550 Requested action not taken: mailbox unavailable (mx7.example.com)'],
    },
  ],
});
