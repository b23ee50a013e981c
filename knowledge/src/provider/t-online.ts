import type { Source } from '../define.ts';
import { define } from '../define.ts';

const seen: Source = {
  name: 'timmehosting.de, bllmnn.de 2024-05, spamresource.com 2020-06, postmaster.t-online.de (search excerpts)',
  read: '2026-10',
  grade: 'measured',
};
const read: Source = {
  name: 'it-kosmopolit.de, postmaster.t-online.de (search excerpts)',
  read: '2026-10',
  grade: 'read',
};
const creoline: Source = {
  name: 'creoline help centre, T-Online 554 Dialup/transient IP not allowed (search excerpt)',
  url: 'https://help.creoline.com/de/doc/t-online-554-dialuptransient-ip-not-allowed-zVwMz4z866',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'T-Online',
  kind: 'mailbox-provider',
  hosts: ['t-online.de'],
  domains: ['t-online.de', 'magenta.de'],
  marks: ['rx.t-online.de'],
  links: { postmaster: 'https://postmaster.t-online.de/index.en.html' },
  entries: [
    {
      id: 'ip-not-known',
      codes: ['554'],
      text: ['None/bad reputation'],
      reason: 'reputation.low',
      action: 'fix',
      meaning:
        'T-Online does not know the sending IP address, or has not seen it for a long time, and takes nothing from it until it is reset.',
      steps: [
        'Publish contact details (an imprint) on the web page of the server name.',
        'Write to the address that the reply names and ask for a reset.',
        'Let the queue try again a day later.',
      ],
      link: 'https://postmaster.t-online.de/index.en.html',
      sources: [seen],
      status: 'observed',
      matches: [
        {
          line: '554 IP=192.0.2.44 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
          host: 'mx02.t-online.de',
        },
      ],
      mustNotMatch: [
        '554 IP=192.0.2.44 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
      ],
    },
    {
      id: 'ip-blocked',
      codes: ['554'],
      text: ['A problem occurred. (Ask your postmaster', 'A problem occurred. Ask your postmaster'],
      reason: 'reputation.ip-private',
      meaning: 'The sending IP address is on the block list of T-Online.',
      steps: [
        'Look for the spam or hacked account that led to the block, forwarded mail included.',
        'Write to the address that the reply names and say what you have changed.',
      ],
      link: 'https://postmaster.t-online.de/index.en.html',
      sources: [seen],
      status: 'observed',
      matches: [
        {
          line: '554 IP=192.0.2.44 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
          host: 'mx02.t-online.de',
        },
        {
          line: '554 IP=192.0.2.44 - A problem occurred. Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.',
          host: 'mx02.t-online.de',
        },
      ],
      mustNotMatch: [
        '554 IP=192.0.2.44 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
      ],
    },
    {
      id: 'dial-up-address',
      codes: ['554'],
      text: ['Dialup/transient IP not allowed'],
      reason: 'reputation.dynamic-ip',
      meaning: 'T-Online holds the sending IP address for a home or changing connection.',
      steps: [
        'Send through the mail server of your provider.',
        'If the address is fixed, give it a reverse name of your own and write to the address in the reply.',
      ],
      link: 'https://postmaster.t-online.de/index.en.html',
      sources: [creoline],
      status: 'observed',
      matches: [
        {
          line: '554 IP=192.0.2.44 - Dialup/transient IP not allowed. Use a mailgateway or contact toda@rx.t-online.de if obsolete. (DIAL)',
          host: 'mx02.t-online.de',
        },
      ],
      mustNotMatch: ['554 IP=192.0.2.44 - None/bad reputation. Ask your postmaster for help (NOWL)'],
    },
    {
      id: 'content-rejected',
      codes: ['550', '5.7.0'],
      text: ['considered as spam or virus', 'Die Annahme Ihrer Nachricht wurde abgelehnt, da sie als Spam'],
      reason: 'content.spam',
      meaning: 'The filter of T-Online judged the content as spam or as harmful.',
      steps: [
        'Replace shortened links by full ones.',
        'Take out attachments and links one by one until a test passes.',
        'Report a wrong verdict with the Expurgate-ID in the reply.',
      ],
      link: 'https://postmaster.t-online.de/index.en.html',
      sources: [read],
      status: 'observed',
      matches: [
        {
          line: '550 5.7.0 Message considered as spam or virus, rejected. Expurgate-ID: 149288::1702-AB12',
          host: 'mx02.t-online.de',
        },
        {
          line: '550 5.7.0 Die Annahme Ihrer Nachricht wurde abgelehnt, da sie als Spam oder Virus eingestuft wurde. Expurgate-ID: 149288::1702-AB12',
          host: 'mx02.t-online.de',
        },
      ],
      mustNotMatch: ['554 IP=192.0.2.44 - None/bad reputation. Ask your postmaster for help (NOWL)'],
    },
  ],
});
