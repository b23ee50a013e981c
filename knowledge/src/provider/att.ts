import type { Source } from '../define.ts';
import { define } from '../define.ts';

const manual550: Source = {
  name: 'ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json',
  url: 'https://www.att.com/support/article/email-support/KM1401980/',
  read: '2026-10',
  grade: 'measured',
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
const oldPage: Source = {
  name: 'AT&T, error message summary of its block inquiry site (historic)',
  url: 'http://rbl.att.net/block_enduser.html',
  read: '2026-11',
  grade: 'read',
};

const mx = 'al-ip4-mx-vip1.prodigy.net';

export default define({
  name: 'AT&T (legacy prodigy gateway)',
  kind: 'mailbox-provider',
  // No domains: the mailboxes of att.net, sbcglobal.net and bellsouth.net lie at Yahoo, behind this gateway.
  hosts: ['prodigy.net', 'mms.att.net'],
  marks: ['abuse-att.net', 'att.net/blocks'],
  links: { documentation: 'https://www.att.com/support/article/email-support/KM1401980/' },
  entries: [
    {
      id: 'no-such-account',
      codes: ['550', '5.2.1'],
      text: ['Addressee unknown, relay='],
      reason: 'recipient.unknown',
      meaning: 'AT&T knows no mailbox under this address, although it sends the code of a disabled one.',
      steps: ['Check the address for a typing error.', 'Stop mailing it unless the person confirms it another way.'],
      sources: [manual550],
      status: 'observed',
      matches: ['550 5.2.1 <ann@example.net>... Addressee unknown, relay=[192.0.2.90]'],
      mustNotMatch: [
        '550 5.7.1 Connections not accepted from servers without a valid sender domain.flpd575 Fix reverse DNS for 192.0.2.90',
      ],
    },
    {
      id: 'account-without-mail-host',
      codes: ['550', '5.2.1'],
      text: ['blank mailhost - invalid address'],
      reason: 'recipient.disabled',
      meaning: 'The address is still on record at AT&T but no mailbox belongs to it any more.',
      steps: ['Remove the address from your lists.'],
      sources: [manual550],
      status: 'observed',
      matches: ['550 5.2.1 <ann@example.net>... blank mailhost - invalid address, relay=[192.0.2.91]'],
      mustNotMatch: ['550 5.2.1 <ann@example.net>... Addressee unknown, relay=[192.0.2.91]'],
    },
    {
      id: 'reverse-dns',
      codes: ['550', '5.7.1'],
      text: ['Connections not accepted from servers without a valid sender domain'],
      reason: 'dns.ptr',
      meaning:
        'The reverse name of your sending IP is missing or could not be looked up. The words about a sender domain mean that name.',
      steps: [
        'Set a PTR record for the IP that AT&T names.',
        'Make its name resolve back to the IP.',
        'Send again after the change has spread.',
      ],
      sources: [manual550],
      status: 'observed',
      matches: [
        '550 5.7.1 Connections not accepted from servers without a valid sender domain.flph830 Fix reverse DNS for 192.0.2.92',
      ],
      mustNotMatch: ['553 5.1.8 <news@example.com>... Domain of sender address news@example.com does not exist'],
    },
    {
      id: 'ip-blocked',
      codes: ['553', '5.3.0', '5.0.3'],
      text: ['DNSBL:RBL', '_is_blocked', 'blocked by ldap:ou=rblmx'],
      reason: 'reputation.ip-private',
      meaning: "Your sending IP is on AT&T's own block list.",
      steps: [
        'Find and stop the mail that led to the block.',
        'Forward the whole reply to abuse_rbl@abuse-att.net and ask for removal.',
        'Wait a day or two, then start with small volumes.',
      ],
      sources: [kumo, oldPage],
      status: 'observed',
      matches: [
        '553 5.3.0 flpd591 DNSBL:RBL 521< 192.0.2.93 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net',
        '550 5.7.1 <192.0.2.93> blocked by ldap:ou=rblmx,dc=att,dc=net',
      ],
      mustNotMatch: [{ line: '553 5.0.3 192.0.2.93 Blocked by ivmSIP. See http://www.invaluement.com', host: mx }],
    },
    {
      id: 'listed-invaluement',
      codes: ['553', '5.0.3'],
      text: ['Blocked by ivmSIP'],
      needsHost: true,
      reason: 'reputation.ip-dnsbl',
      meaning: 'Your sending IP is on the ivmSIP list of invaluement, which AT&T follows.',
      steps: ['Look the IP up at invaluement.com.', 'Stop the unwanted mail, then ask for removal there.'],
      link: 'https://www.invaluement.com/lookup/',
      sources: [kumo],
      status: 'observed',
      matches: [{ line: '553 5.0.3 192.0.2.94 Blocked by ivmSIP', host: mx }],
      mustNotMatch: [{ line: '553 5.3.0 flpd591 DNSBL:RBL 521< 192.0.2.94 >_is_blocked', host: mx }],
    },
    {
      id: 'text-gateway-policy',
      codes: ['552'],
      text: ['sender rejected AUP'],
      needsHost: true,
      reason: 'policy.generic',
      meaning:
        'The gateway that turned mail into phone messages refused the sender under its rules. AT&T closed that gateway in 2025.',
      steps: ['Reach the person by mail or by a real SMS service.', 'Drop gateway addresses from your lists.'],
      sources: [kumo],
      status: 'observed',
      matches: [{ line: '552 5.2.0 <news@example.com> sender rejected AUP', host: 'mx.mms.att.net' }],
      mustNotMatch: [{ line: '552 5.2.2 message exceeds size limit', host: 'mx.mms.att.net' }],
    },
    {
      id: 'blocked-for-abuse',
      codes: ['554', '550'],
      text: ['att.net/blocks'],
      anywhere: true,
      reason: 'reputation.ip-private',
      meaning: 'AT&T has blocked your sending IP for abuse.',
      steps: [
        'Stop the mail that people reported.',
        'Follow the link in the reply, or write to abuse_rbl@abuse-att.net.',
      ],
      sources: [sisimai, oldPage],
      status: 'observed',
      matches: ['554 flph401.prodigy.net Blocked for abuse. See http://att.net/blocks'],
      mustNotMatch: ['550 5.2.1 <ann@example.net>... Addressee unknown, relay=[192.0.2.95]'],
    },
    {
      id: 'mailbox-suspended',
      codes: ['550'],
      text: ['Mailbox currently suspended', '[suspend] Mailbox currently suspended'],
      reason: 'recipient.disabled',
      meaning: "The recipient's account is suspended.",
      steps: ['Stop mailing the address.', 'Reach the person another way if it matters.'],
      sources: [oldPage],
      status: 'documented',
      matches: ['550 [SUSPEND] Mailbox currently suspended - Please contact correspondent directly'],
      mustNotMatch: ['450 busy - Please try again later'],
    },
  ],
});
