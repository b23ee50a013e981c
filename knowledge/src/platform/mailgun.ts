import type { Source } from '../define.ts';
import { define } from '../define.ts';

const belief: Source = { name: 'Belief, no source read', read: '2026-10', grade: 'believed' };
const symfony: Source = {
  name: 'symfony Mailgun bridge, MailgunPayloadConverter, list of Mailgun’s own codes',
  read: '2026-11',
  grade: 'read',
};
const paste: Source = {
  name: 'A Mailgun event of 2018 with code 605, pastebin PBCjgYGX; also anymail/django-anymail tests/test_mailgun_webhooks.py',
  url: 'https://pastebin.com/PBCjgYGX',
  read: '2026-11',
  grade: 'measured',
};
const anymail: Source = {
  name: 'anymail/django-anymail tests/test_mailgun_webhooks.py',
  read: '2026-10',
  grade: 'measured',
};

const suppressions = 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/bounces';

export default define({
  name: 'Mailgun',
  kind: 'sending-platform',
  hosts: ['mailgun.net', 'mailgun.org'],
  links: { documentation: 'https://documentation.mailgun.com/' },
  entries: [
    {
      id: 'bounced-before',
      codes: ['605'],
      text: ['Not delivering to previously bounced address'],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning: 'Mailgun never tried: the address is on the bounce list of your domain after an earlier failure.',
      steps: [
        'Look up in the bounce list why the address failed.',
        'Only if the person confirms it another way, delete the entry and send again.',
      ],
      link: suppressions,
      sources: [belief, symfony, paste],
      status: 'observed',
      matches: ['605 Not delivering to previously bounced address'],
      mustNotMatch: ['606 Not delivering to unsubscribed address'],
    },
    {
      id: 'unsubscribed',
      codes: ['606'],
      text: ['Not delivering to unsubscribed address'],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning: 'Mailgun never tried: the recipient has unsubscribed from your mail.',
      steps: ['Take the address off your own list as well.'],
      sources: [belief, symfony],
      status: 'observed',
      matches: ['606 Not delivering to unsubscribed address'],
      mustNotMatch: ['605 Not delivering to previously bounced address'],
    },
    {
      id: 'complained',
      codes: ['607'],
      text: ['Not delivering to a user who marked your messages as spam'],
      anywhere: true,
      reason: 'suppressed.by-esp',
      meaning: 'Mailgun never tried: the recipient has marked earlier mail of yours as spam.',
      steps: ['Take the address off your own list and do not write to it again.'],
      sources: [belief, symfony],
      status: 'observed',
      matches: ['607 Not delivering to a user who marked your messages as spam'],
      mustNotMatch: ['550 5.7.1 this user marked your messages as spam too often'],
    },
    {
      id: 'poor-list',
      codes: ['625'],
      text: ['Poor mailing list quality'],
      reason: 'reputation.tenant-restricted',
      meaning: 'Mailgun holds the mailing back because too many of its addresses are bad.',
      steps: [
        'Clean the list: drop old, bought and never confirmed addresses.',
        'Then ask Mailgun support to let you go on.',
      ],
      sources: [symfony],
      status: 'observed',
      matches: ['625 Poor mailing list quality'],
      mustNotMatch: ['605 Not delivering to previously bounced address'],
    },
    {
      id: 'no-mail-server-answered',
      codes: ['499', '498'],
      text: ['Unable to connect to MX servers'],
      anywhere: true,
      reason: 'route.no-answer',
      meaning: 'Mailgun reached none of the mail servers of the recipient domain.',
      steps: [
        'Let Mailgun try again.',
        'If it goes on, check whether the domain is spelt rightly and still has mail servers.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: ['499 Unable to connect to MX servers: [mx.example.com]'],
      mustNotMatch: ['421 Unable to connect to database'],
    },
    {
      id: 'sandbox-domain',
      text: ['Sandbox subdomains are for test purposes only'],
      anywhere: true,
      reason: 'reputation.tenant-restricted',
      meaning:
        'You send from the test domain that Mailgun gives every account; it reaches only recipients whom you have authorised.',
      steps: [
        'Add and verify a domain of your own and send from it.',
        'For a test, authorise the recipient in your account.',
      ],
      sources: [anymail],
      status: 'observed',
      matches: [
        'Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings.',
      ],
      mustNotMatch: ['550 This address is for test purposes only'],
    },
  ],
});
