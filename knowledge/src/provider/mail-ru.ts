import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  read: '2026-10',
  grade: 'measured',
};
const ru: Source = { name: 'viws.ru; mailout.ru 2015-09 (search excerpts)', read: '2026-10', grade: 'read' };
const ruMeasured: Source = {
  name: 'viws.ru; mailout.ru 2015-09 (search excerpts)',
  read: '2026-10',
  grade: 'measured',
};
const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const samples: Source = {
  name: 'Replies of mxs.mail.ru in public logs and source code, find_string 30815040142',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Mail.ru',
  kind: 'mailbox-provider',
  hosts: ['mail.ru'],
  domains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru'],
  marks: ['mail.ru/notspam-support', 'abuse@corp.mail.ru'],
  links: { postmaster: 'https://postmaster.mail.ru/', delist: 'https://help.mail.ru/notspam-support/' },
  entries: [
    {
      id: 'account-disabled',
      codes: ['550'],
      text: ['invalid mailbox * is unavailable: account is disabled', 'is unavailable: account is disabled'],
      reason: 'recipient.disabled',
      meaning: 'The mailbox exists but Mail.ru has switched it off.',
      steps: ['Stop mailing the address.', 'Ask the person for another address if you know them.'],
      sources: [manual],
      status: 'observed',
      matches: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: account is disabled',
      ],
      mustNotMatch: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: user not found',
        '550 message sending for this account is disabled',
      ],
    },
    {
      id: 'account-terminated',
      codes: ['550'],
      text: ['invalid mailbox * is unavailable: user is terminated', 'is unavailable: user is terminated'],
      reason: 'recipient.disabled',
      meaning: 'The mailbox has been closed.',
      steps: ['Stop mailing the address.', 'Ask the person for another address if you know them.'],
      sources: [sisimai],
      status: 'observed',
      matches: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: user is terminated',
      ],
      mustNotMatch: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: user not found',
      ],
    },
    {
      id: 'local-mailbox-not-found',
      codes: ['550'],
      text: ['invalid mailbox * is unavailable: user not found', 'is unavailable: user not found'],
      reason: 'recipient.unknown',
      meaning: 'The mailbox does not exist at Mail.ru.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [samples],
      status: 'observed',
      matches: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: user not found',
      ],
      mustNotMatch: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: account is disabled',
      ],
    },
    {
      id: 'invalid-mailbox',
      codes: ['550'],
      text: ['Message was not accepted -- invalid mailbox'],
      reason: 'recipient.unknown',
      action: 'hold',
      meaning:
        'Mail.ru calls the mailbox invalid; the end of the line, which tells closed from missing, was not passed on.',
      steps: [
        'Look in the log of your server for the rest of the line.',
        'Pause the address until the person confirms it.',
      ],
      sources: [manual],
      status: 'observed',
      matches: ['550 Message was not accepted -- invalid mailbox.'],
      mustNotMatch: ['550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=AbCdEf'],
    },
    {
      id: 'user-not-found',
      codes: ['550'],
      text: ['User not found'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The mailbox does not exist at Mail.ru.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [ruMeasured],
      status: 'observed',
      matches: [{ line: '550 User not found', host: 'mxs.mail.ru' }],
      mustNotMatch: [
        { line: '550 User quota exceeded', host: 'mxs.mail.ru' },
        { line: '550 message sending for this account is disabled', host: 'smtp.mail.ru' },
      ],
    },
    {
      id: 'spam-rejected',
      codes: ['550'],
      text: ['spam message rejected. Please visit'],
      reason: 'content.spam',
      meaning: 'The filter of Mail.ru took the message for spam.',
      steps: [
        'Open the link in the reply and send the form on it.',
        'Check that SPF, DKIM and DMARC pass.',
        'Look at complaints and reputation in Postmaster Mail.ru.',
      ],
      link: 'https://help.mail.ru/notspam-support/',
      sources: [manual],
      status: 'observed',
      matches: [
        '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=AbCdEf or report details to abuse@corp.mail.ru. Error code: 0A1B2C. ID: 000000050000A1B2.',
      ],
      mustNotMatch: ['554 5.7.1 Spam message rejected; If this is not spam contact abuse at rambler-co.ru'],
    },
    {
      id: 'dmarc-policy',
      codes: ['550', '5.7.1'],
      text: ['was not accepted due to domain owner DMARC policy'],
      reason: 'auth.dmarc',
      meaning: 'SPF and DKIM failed for the From domain, and its owner asks for such mail to be refused.',
      steps: [
        'Sign with DKIM in the name of the From domain.',
        'Do not send with a From address at a free mail provider.',
        'Read the DMARC reports to find which sender fails.',
      ],
      link: 'https://postmaster.mail.ru/',
      sources: [ru],
      status: 'observed',
      matches: [
        '550 5.7.1 This message was not accepted due to domain owner DMARC policy (RFC 7489) https://help.mail.ru/mail-help/postmaster/dmarc',
      ],
      mustNotMatch: ['550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=AbCdEf'],
    },
    {
      id: 'own-account-stopped',
      codes: ['550'],
      text: ['message sending for this account is disabled'],
      reason: 'reputation.tenant-restricted',
      meaning:
        'Mail.ru has stopped the account that wanted to send, mostly after suspicious mail. The recipient is fine.',
      steps: [
        'Change the password of the sending account and confirm it in the web mail.',
        'Send mailings through a mailing service, not through a personal account.',
      ],
      sources: [ru],
      status: 'observed',
      matches: ['550 message sending for this account is disabled. Please visit https://help.mail.ru/mail/account'],
      mustNotMatch: [
        '550 Message was not accepted -- invalid mailbox. Local mailbox ann@example.com is unavailable: account is disabled',
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['550'],
      text: ['User quota exceeded'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [ruMeasured],
      status: 'observed',
      matches: [{ line: '550 User quota exceeded', host: 'mxs.mail.ru' }],
      mustNotMatch: [{ line: '550 User not found', host: 'mxs.mail.ru' }],
    },
    {
      id: 'generic-reverse-name',
      codes: ['550'],
      text: ['We do not accept mail from hosts with dynamic IP or generic DNS PTR-records'],
      reason: 'dns.ptr',
      meaning: 'The reverse name of the sending IP address is missing or looks like that of a home connection.',
      steps: [
        'Set a reverse name of your own at whoever rents you the IP address.',
        'Let the same name lead back to the IP address and use it as HELO name.',
      ],
      sources: [sisimai],
      status: 'observed',
      matches: [
        '550 We do not accept mail from hosts with dynamic IP or generic DNS PTR-records. Please visit http://help.mail.ru/notspam-support or report details to abuse@corp.mail.ru',
      ],
      mustNotMatch: ['550 Access from ip address 192.0.2.44 blocked. Visit http://mail.ru/notspam/'],
    },
    {
      id: 'ip-blocked',
      codes: ['550'],
      text: ['Access from ip address * blocked'],
      reason: 'reputation.ip-private',
      meaning: 'Mail.ru has blocked the sending IP address.',
      steps: [
        'Stop the spam or the hacked account behind it.',
        'Open the link in the reply and ask for the block to be lifted.',
      ],
      link: 'https://help.mail.ru/notspam-support/',
      sources: [sisimai],
      status: 'observed',
      matches: [
        { line: '550 Access from ip address 192.0.2.44 blocked. Visit http://mail.ru/notspam/', host: 'mxs.mail.ru' },
      ],
      mustNotMatch: ['550 We do not accept mail from hosts with dynamic IP or generic DNS PTR-records.'],
    },
  ],
});
