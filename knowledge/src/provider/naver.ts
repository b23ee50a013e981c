import type { Source } from '../define.ts';
import { define } from '../define.ts';

const blog: Source = {
  name: 'puffinknight.tistory.com/102; kbit.tistory.com (search excerpts)',
  url: 'https://puffinknight.tistory.com/102',
  read: '2026-10',
  grade: 'read',
};
const ydr: Source = {
  name: 'your-digital-rights/yourdigitalrights.org issue 736, 2025-12',
  url: 'https://github.com/your-digital-rights/yourdigitalrights.org/issues/736',
  read: '2026-11',
  grade: 'read',
};
const code: Source = {
  name: 'Replies of smtp.naver.com quoted in public source code, find_string ids 25901753015 and 34122555613',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Naver',
  kind: 'mailbox-provider',
  hosts: ['naver.com'],
  domains: ['naver.com'],
  marks: ['nsmtp', 'realip.naver.com', 'help.naver.com/alias/mail'],
  links: { documentation: 'https://help.naver.com/alias/mail/newmail10.naver' },
  entries: [
    {
      id: 'ip-filtered',
      codes: ['421', '4.3.2'],
      text: ['is filtered and this connection will be closed'],
      reason: 'reputation.ip-private',
      meaning: 'Naver filters the sending IP address, mostly because it is not registered with it.',
      steps: [
        'Register the IP address at the page that the reply names.',
        'Publish an SPF record that names it.',
        'Look for spam or a hacked account.',
      ],
      sources: [blog],
      status: 'observed',
      matches: [
        '421 4.3.2 Your IP(192.0.2.44) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com',
      ],
      mustNotMatch: ['421 4.3.1 You send too many messages.'],
    },
    {
      id: 'too-many-messages',
      codes: ['421', '4.3.1'],
      text: ['You send too many messages'],
      reason: 'rate.messages',
      meaning: 'More mail came than Naver takes from you in this time.',
      steps: ['Keep the mail queued.', 'Spread the mailing over more hours.'],
      sources: [blog],
      status: 'observed',
      matches: [{ line: '421 4.3.1 You send too many messages.', host: 'mx1.naver.com' }],
      mustNotMatch: ['421 4.3.2 Your IP(192.0.2.44) is filtered and this connection will be closed.'],
    },
    {
      id: 'no-such-user',
      codes: ['550', '5.1.1'],
      text: ['No such user. For more information, go to https://help.naver.com', 'No such user * nsmtp'],
      anywhere: true,
      reason: 'recipient.unknown',
      meaning: 'The mailbox does not exist at Naver, or cannot receive mail.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [ydr],
      status: 'observed',
      matches: [
        '550 5.1.1 No such user. For more information, go to https://help.naver.com/alias/mail/newmail10.naver aBcD1eFgHiJkLm2n - nsmtp',
      ],
      mustNotMatch: [
        { line: '554 5.7.1 The sender address is unauthorized aBcD1eFgHiJkLm2n - nsmtp', host: 'smtp.naver.com' },
      ],
    },
    {
      id: 'sender-not-yours',
      codes: ['554', '5.7.1'],
      text: ['The sender address is unauthorized'],
      reason: 'dns.sender-address',
      meaning: 'The account that logged in may not send under this From address.',
      steps: [
        'Send with the address of the account.',
        'Use the mail service of the From domain for all other addresses.',
      ],
      sources: [code],
      status: 'observed',
      matches: [
        { line: '554 5.7.1 The sender address is unauthorized aBcD1eFgHiJkLm2n - nsmtp', host: 'smtp.naver.com' },
      ],
      mustNotMatch: [{ line: '550 5.1.1 No such user. aBcD1eFgHiJkLm2n - nsmtp', host: 'mx1.naver.com' }],
    },
    {
      id: 'login-failed',
      codes: ['535', '5.7.1'],
      text: ['Username and Password not accepted'],
      needsHost: true,
      reason: 'auth.submission',
      meaning: 'Naver did not accept the login of the sending program.',
      steps: ['Switch on SMTP in the Naver mail settings.', 'Use an application password where two-step login is on.'],
      sources: [code],
      status: 'observed',
      matches: [
        { line: '535 5.7.1 Username and Password not accepted aBcD1eFgHiJkLm2n - nsmtp', host: 'smtp.naver.com' },
      ],
      mustNotMatch: [
        { line: '554 5.7.1 The sender address is unauthorized aBcD1eFgHiJkLm2n - nsmtp', host: 'smtp.naver.com' },
      ],
    },
  ],
});
