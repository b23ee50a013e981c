import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual421: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/421.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual450: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/450.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual451: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/451.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual551: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/551.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual552: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/552.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const manual554: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/554.json',
  url: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  read: '2026-10',
  grade: 'measured',
};
const log: Source = {
  name: 'Postfix log of 2015-08 with replies of mx.yandex.ru, pastebin wWEpeehX (search excerpt)',
  url: 'https://pastebin.com/wWEpeehX',
  read: '2026-11',
  grade: 'read',
};

export default define({
  name: 'Yandex',
  kind: 'mailbox-provider',
  hosts: ['yandex.ru', 'yandex.net'],
  domains: ['yandex.ru', 'yandex.com', 'yandex.by', 'yandex.kz', 'yandex.ua', 'ya.ru', 'narod.ru'],
  marks: ['spamsource.yandex.ru', 'feedback.yandex.ru'],
  links: {
    postmaster: 'https://postmaster.yandex.com/',
    documentation: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
  },
  entries: [
    {
      id: 'session-timed-out',
      codes: ['421', '4.4.2'],
      text: ['mail.yandex.net Error: timeout exceeded'],
      reason: 'route.dropped',
      classes: { sisimai: 'expired' },
      meaning: 'Your server stayed silent too long, so Yandex ended the connection.',
      steps: [
        'Leave the message in the queue: it is tried again by itself.',
        'Look for a slow link or a firewall that cuts long sessions if it comes often.',
      ],
      sources: [manual421],
      status: 'observed',
      matches: ['421 4.4.2 mxfront8o.mail.yandex.net Error: timeout exceeded'],
      mustNotMatch: [{ line: '421 4.7.0 mxfront8o.mail.yandex.net Error: too many errors', host: 'mx.yandex.ru' }],
    },
    {
      id: 'recipient-rate',
      codes: ['450', '4.2.1'],
      text: ['The recipient has exceeded message rate limit'],
      reason: 'recipient.rate-limited',
      meaning: 'This mailbox is getting more mail than it may at the moment, no matter from whom.',
      steps: ['Let the queue try again later.', 'Send this person fewer messages in a row.'],
      sources: [manual450],
      status: 'observed',
      matches: ['450 4.2.1 The recipient has exceeded message rate limit. Try again later. 1712000000-abCdEf123'],
      mustNotMatch: [{ line: '552 5.2.2 Mailbox size limit exceeded 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
    },
    {
      id: 'try-later',
      codes: ['451', '4.7.1'],
      text: [
        'Sorry, the service is currently unavailable',
        'the service is currently unavailable. Please come back later',
      ],
      needsHost: true,
      reason: 'rate.greylist',
      meaning: 'Yandex puts off a message from a sender that it does not know well yet.',
      steps: [
        'Let the queue try again after some minutes, from the same IP address.',
        'Check SPF, DKIM and the reverse name if it goes on for hours.',
      ],
      sources: [manual451],
      status: 'observed',
      matches: [
        {
          line: '451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 1712000000-abCdEf123',
          host: 'mx.yandex.ru',
        },
      ],
      mustNotMatch: [
        {
          line: '554 5.7.1 Service unavailable; Client host [192.0.2.44] blocked using spamsource.yandex.ru',
          host: 'mx.yandex.ru',
        },
      ],
    },
    {
      id: 'target-address-policy',
      codes: ['550', '5.7.1'],
      text: ['Policy rejection on the target address'],
      reason: 'policy.generic',
      owner: 'recipient',
      action: 'hold',
      meaning:
        'Yandex takes no mail for this address. Its owner broke the rules, it seems; the words do not say that the mailbox is gone.',
      steps: ['Stop mailing the address for now.', 'Ask the person for another address if you know them.'],
      sources: [manual550],
      status: 'observed',
      matches: ['550 5.7.1 Policy rejection on the target address 1712000000-abCdEf123'],
      mustNotMatch: [{ line: '550 5.7.1 No such user! 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
    },
    {
      id: 'no-such-user',
      codes: ['550', '5.7.1'],
      text: ['No such user!'],
      needsHost: true,
      reason: 'recipient.unknown',
      meaning: 'The mailbox does not exist at Yandex. The code 5.7.1 would mean a policy: the words count.',
      steps: [
        'Compare the address with the one that was given to you.',
        'Take it off the list unless the person confirms it another way.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [{ line: '550 5.7.1 No such user! 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
      mustNotMatch: [
        { line: '550 5.7.1 Policy rejection on the target address 1712000000-abCdEf123', host: 'mx.yandex.ru' },
      ],
    },
    {
      id: 'mailbox-full',
      codes: ['552', '5.2.2'],
      text: ['Mailbox size limit exceeded'],
      needsHost: true,
      reason: 'recipient.over-quota',
      meaning: "The recipient's mailbox is full.",
      steps: ['Try again over the next days.', 'Pause the address when it stays full for weeks.'],
      sources: [manual552],
      status: 'observed',
      matches: [{ line: '552 5.2.2 Mailbox size limit exceeded 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
      mustNotMatch: [{ line: '552 5.3.4 Message size exceeds fixed limit 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
    },
    {
      id: 'suspected-spam',
      codes: ['554', '5.7.1'],
      text: ['Message rejected under suspicion of SPAM'],
      reason: 'content.spam',
      meaning: 'Yandex took the message for spam.',
      steps: [
        'Open the link in the reply.',
        'Check that SPF, DKIM and DMARC pass and that the list is one people joined themselves.',
        'Look at complaints in Yandex Postmaster.',
      ],
      link: 'https://yandex.com/support/mail/web/spam/honest-mailers.html',
      sources: [manual554],
      status: 'observed',
      matches: ['554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/2AbCd 1712000000-abCdEf123'],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.44] blocked using spamsource.yandex.ru'],
    },
    {
      id: 'unknown-error',
      codes: ['551', '5.3.0'],
      text: ['Unknown error'],
      needsHost: true,
      reason: 'unknown.text',
      meaning: 'Yandex refused without saying why.',
      steps: ['Send the message once more.', 'Ask the postmaster of Yandex with the whole reply if it comes again.'],
      sources: [manual551],
      status: 'observed',
      matches: [{ line: '551 5.3.0 Unknown error 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
      mustNotMatch: [{ line: '550 5.7.1 No such user! 1712000000-abCdEf123', host: 'mx.yandex.ru' }],
    },
    {
      id: 'ip-in-spam-statistics',
      codes: ['554', '5.7.1'],
      text: ['blocked using spamsource.yandex.ru'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: 'So much spam came from the IP address that Yandex refuses it by its own statistics.',
      steps: [
        'Stop the spam or the hacked account behind it.',
        'Use the form that the reply links to.',
        'Start again with small volumes.',
      ],
      sources: [log],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.44] blocked using spamsource.yandex.ru; Blocked by spam statistics - see http://feedback.yandex.ru/?from=mail-rejects&subject=192.0.2.44',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.44] blocked using zen.spamhaus.org'],
    },
  ],
});
