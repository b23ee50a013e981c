import type { Source } from '../define.ts';
import { define } from '../define.ts';

const sisimai: Source = {
  name: 'sisimai/p5-sisimai@21cfb93 lib/Sisimai/Reason/*.pm',
  read: '2026-10',
  grade: 'measured',
};
const paraphrased: Source = { ...sisimai, grade: 'read-paraphrased' };
const kumo: Source = {
  name: 'KumoCorp/kumomta@3ebc1e8 assets/community/bounces.toml',
  read: '2026-10',
  grade: 'measured',
};
const zones: Source = {
  name: 'Spamhaus zones and return codes as rspamd@eaac8e914 and SpamAssassin@f7fe7b82a use them',
  read: '2026-10',
  grade: 'read',
};
const legacy: Source = {
  name: 'Spamhaus, Help for Spamhaus Project’s legacy blocklist users',
  url: 'https://www.spamhaus.com/resource-center/help-for-spamhaus-projects-legacy-blocklist-users',
  read: '2026-10',
  grade: 'read',
};
const simpleLogin: Source = {
  name: 'simple-login/app#2675 and nextcloud/news#2124, refusals with “Error: open resolver”',
  url: 'https://github.com/simple-login/app/issues/2675',
  read: '2026-11',
  grade: 'read',
};
const belief: Source = { name: 'Belief, no source read', read: '2026-10', grade: 'believed' };

const check = 'https://check.spamhaus.org/';

export default define({
  name: 'Spamhaus',
  kind: 'blocklist',
  marks: [
    'zen.spamhaus.org',
    'sbl.spamhaus.org',
    'xbl.spamhaus.org',
    'pbl.spamhaus.org',
    'dbl.spamhaus.org',
    'zrd.spamhaus.org',
    'dq.spamhaus.net',
    'cbl.abuseat.org',
    'spamhaus.org/returnc',
  ],
  links: {
    delist: check,
    documentation: 'https://www.spamhaus.org/blocklists/',
  },
  entries: [
    {
      id: 'recipient-asks-through-open-resolver',
      codes: ['550', '554', '5.7.1'],
      text: [
        'Error: open resolver',
        'spamhaus.org/returnc/pub',
        'spamhaus.org; Error: open resolver',
        'blocked using * Error: open resolver',
        'Service unavailable; * blocked using * Error: open resolver; * spamhaus.org/returnc/pub',
      ],
      reason: 'host.internal-error',
      owner: 'recipient-admin',
      action: 'hold',
      causes: { 'receiver-misuses-list': 92, 'sender-ip-listed': 8 },
      meaning:
        'The sender is not on any list. The recipient’s server asks Spamhaus through a public DNS resolver, gets an error code back and wrongly takes it for a listing.',
      steps: [
        'Do not ask for a delisting; there is nothing to take off.',
        'Send the whole reply to the recipient’s mail administrator by another way.',
        'Their server must use a resolver of its own or a Spamhaus query key, and must not count answers from 127.255.255.0/24 as listings.',
        'Hold mail for this domain until then.',
      ],
      link: 'https://www.spamhaus.org/resource-hub/dnsbl/using-our-public-mirrors-check-your-return-codes-now./',
      sources: [belief, simpleLogin, legacy],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/198.51.100.7/',
        '554 5.7.1 Service unavailable; Sender address [news@example.net] blocked using dbl.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/198.51.100.7',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using cbl.abuseat.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/198.51.100.7',
        '550 Error: open resolver; https://www.spamhaus.org/returnc/pub/198.51.100.7',
        '550 5.7.1 Listed, see https://check.spamhaus.org/returnc/pub/198.51.100.7',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.25',
        '550 192.0.2.25 is an open relay, see https://check.spamhaus.org/',
      ],
    },
    {
      id: 'recipient-asks-too-often',
      codes: ['550', '554', '5.7.1'],
      text: [
        'Error: excessive number of queries',
        'spamhaus.org/returnc/vol',
        'spamhaus.org; Error: excessive number of queries',
        'Service unavailable; * blocked using * Error: excessive number of queries; * spamhaus.org/returnc/vol',
      ],
      reason: 'host.internal-error',
      owner: 'recipient-admin',
      action: 'hold',
      causes: { 'receiver-misuses-list': 92, 'sender-ip-listed': 8 },
      meaning:
        'The sender is not on any list. The recipient’s server has used up its free queries at Spamhaus and wrongly takes the error code for a listing.',
      steps: [
        'Do not ask for a delisting; there is nothing to take off.',
        'Send the whole reply to the recipient’s mail administrator by another way.',
        'Their server needs a Spamhaus query key or fewer queries.',
        'Hold mail for this domain until then.',
      ],
      link: 'https://www.spamhaus.org/resource-hub/dnsbl/using-our-public-mirrors-check-your-return-codes-now./',
      sources: [belief, legacy],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; Error: excessive number of queries; https://check.spamhaus.org/returnc/vol/198.51.100.7/',
        '550 Error: excessive number of queries',
        '550 5.7.1 Listed, see https://www.spamhaus.org/returnc/vol/',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/198.51.100.7/',
        '450 4.7.1 excessive number of messages',
      ],
    },
    {
      id: 'zen',
      codes: ['550', '554', '5.7.1'],
      text: ['zen.spamhaus.org', 'zen.dq.spamhaus.net'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The sending IP address is in Spamhaus ZEN, which bundles lists of spam sources, infected machines and ranges that should not send mail directly.',
      steps: [
        'Look the IP address up at Spamhaus to see which of the lists holds it.',
        'Stop the cause that is described there.',
        'Ask for the removal on the same page, then send again.',
      ],
      link: check,
      sources: [sisimai, zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.25',
        '550 192.0.2.25 is in a black list at zen.spamhaus.org',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using examplekey.zen.dq.spamhaus.net',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Sender address [news@example.net] blocked using dbl.spamhaus.org',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
      ],
    },
    {
      id: 'spam-source',
      codes: ['550', '554', '5.7.1'],
      text: ['sbl.spamhaus.org', 'sbl-xbl.spamhaus.org', 'blocked using sbl', 'spamhaus.org/sbl/'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'Spamhaus has the sending IP address on its list of spam sources, entered by hand (SBL) or by its systems (CSS).',
      steps: [
        'Look the IP address up at Spamhaus and read what was seen.',
        'Stop it: clean the address lists, close misused accounts.',
        'For an SBL entry the network owner must ask for removal; CSS entries can be removed on the page or expire.',
      ],
      link: check,
      sources: [sisimai, zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using sbl.spamhaus.org',
        '554 Client host [192.0.2.25] blocked using sbl-xbl.spamhaus.org',
        '550 Mail refused, see https://www.spamhaus.org/sbl/query/SBL123456',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using xbl.spamhaus.org',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
      ],
    },
    {
      id: 'infected-machine',
      codes: ['550', '554', '5.7.1'],
      text: ['xbl.spamhaus.org', 'cbl.abuseat.org', 'spamhaus.org/xbl/', 'abuseat.org/lookup'],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'Spamhaus has seen signs of an infected machine or a misused server behind the sending IP address. The former CBL is part of this list.',
      steps: [
        'Look the IP address up at Spamhaus and find the machine that it describes.',
        'Clean it, and let only the mail server send on port 25.',
        'Then remove the entry on the same page.',
      ],
      link: check,
      sources: [kumo, zones, belief],
      status: 'observed',
      matches: [
        '550 Email blocked by cbl.abuseat.org - to unblock see http://www.abuseat.org/lookup.cgi?ip=192.0.2.25',
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using xbl.spamhaus.org',
        '550 192.0.2.25 refused, see https://www.spamhaus.org/xbl/',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using pbl.spamhaus.org'],
    },
    {
      id: 'range-without-mail-servers',
      codes: ['550', '554', '5.7.1'],
      text: ['pbl.spamhaus.org', 'spamhaus.org/pbl/'],
      reason: 'reputation.dynamic-ip',
      meaning:
        'The sending IP address lies in a range from which, by its owner’s policy, no mail should go directly to other servers, such as home lines. It is no sign of spam.',
      steps: [
        'Send through the mail server of your provider or hosting company.',
        'If a mail server belongs on this fixed address, take the single address off on the Spamhaus page.',
      ],
      link: check,
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using pbl.spamhaus.org',
        '550 Mail from 192.0.2.25 refused, see https://www.spamhaus.org/pbl/query/PBL123456',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using sbl.spamhaus.org'],
    },
    {
      id: 'domain',
      codes: ['550', '554', '5.7.1'],
      text: ['dbl.spamhaus.org', 'dbl.dq.spamhaus.net', 'spamhaus.org/dbl', 'spamhaus.org/query/domain'],
      reason: 'reputation.domain-list',
      meaning:
        'A domain of the mail, that of the sender, the server name or a link, is on the Spamhaus domain blocklist.',
      steps: [
        'Look up at Spamhaus the domains of the envelope sender, the From line, the server’s name and all links.',
        'Stop the cause or drop the listed link.',
        'Ask for removal on the same page, then send again.',
      ],
      link: check,
      sources: [paraphrased, zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Service unavailable; Sender address [news@example.net] blocked using dbl.spamhaus.org',
        '550 5.7.1 example.net listed in dbl.spamhaus.org',
        '550 5.7.1 Sender domain refused, see https://www.spamhaus.org/dbl/',
        '554 5.7.1 Sender address blocked using examplekey.dbl.dq.spamhaus.net',
        '550 5.7.1 Refused: https://www.spamhaus.org/query/domain/example.net',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.25',
      ],
    },
    {
      id: 'domain-seen-for-the-first-time',
      codes: ['550', '554', '5.7.1'],
      text: ['zrd.spamhaus.org', 'zrd.dq.spamhaus.net'],
      reason: 'reputation.low',
      meaning:
        'A domain of the mail was seen for the first time within the last day. The entry goes by itself after 24 hours.',
      steps: ['Wait a day before you mail with a new domain.', 'Then send again, small amounts first.'],
      link: check,
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '550 5.7.1 Service unavailable; Sender address [news@example.net] blocked using zrd.spamhaus.org',
        '550 5.7.1 Helo command rejected: blocked using examplekey.zrd.dq.spamhaus.net',
      ],
      mustNotMatch: ['554 5.7.1 Service unavailable; Sender address [news@example.net] blocked using dbl.spamhaus.org'],
    },
    {
      id: 'listed-somewhere',
      text: [
        'Email blocked by SPAMHAUS',
        'spamhaus.org/q*',
        'spamhaus.org/l*',
        'check.spamhaus*',
        'blocked using Spamhaus',
      ],
      reason: 'reputation.ip-dnsbl',
      meaning:
        'The recipient’s server refuses the sending IP address because of an entry at Spamhaus and does not say in which list.',
      steps: [
        'Look the IP address up at Spamhaus, and the sending domains too.',
        'Stop the cause that is described there and ask for removal.',
        'If nothing is listed, send the reply to the recipient’s mail administrator.',
      ],
      link: check,
      sources: [sisimai],
      status: 'observed',
      matches: [
        '550 Email blocked by SPAMHAUS - to unblock see the list',
        '553 http://www.spamhaus.org/query/bl?ip=192.0.2.25',
        '554 Rejected 192.0.2.25, see http://www.spamhaus.org/lookup.lasso',
        '554 5.7.1 192.0.2.25 is listed, see https://check.spamhaus.org/results/?query=192.0.2.25',
        '550 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using Spamhaus',
      ],
      mustNotMatch: [
        '554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using bl.spamcop.net',
        '550 Error: open resolver; https://www.spamhaus.org/returnc/pub/198.51.100.7',
      ],
    },
  ],
});
