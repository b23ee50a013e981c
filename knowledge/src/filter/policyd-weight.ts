import type { Source } from '../define.ts';
import { define } from '../define.ts';

const shipped: Source = {
  name: 'Debian bookworm package policyd-weight 0.1.15.2, strings of the shipped files',
  read: '2026-10',
  grade: 'measured',
};

export default define({
  name: 'policyd-weight',
  kind: 'filter',
  entries: [
    {
      id: 'scored-too-high',
      codes: ['550', '450', '5.7.1', '4.7.1'],
      text: ['Mail appeared to be SPAM or forged'],
      reason: 'dns.helo',
      meaning:
        'A filter added up faults of your sending server before the message was sent: greeting name, reverse DNS, MX of the sender domain and blocklists.',
      steps: [
        'Check that HELO name, PTR record and address of the sending server agree.',
        'Check that the sender domain has an MX and that the IP address is on no blocklist.',
        'If the text asks for it, send through the mail server of your provider.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: [
        '550 5.7.1 <tom@example.net>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs; MTA helo: out.example.com, MTA hostname: unknown[192.0.2.7] (helo/hostname mismatch)',
      ],
      mustNotMatch: [
        '550 5.7.1 <tom@example.net>: Recipient address rejected: Your MTA is listed in too many DNSBLs; check http://www.robtex.com/rbl/192.0.2.7.html',
      ],
    },
    {
      id: 'too-many-dnsbls',
      codes: ['550', '5.7.1'],
      text: ['Your MTA is listed in too many DNSBLs'],
      reason: 'reputation.ip-dnsbl',
      meaning: 'Your sending IP address stands on several blocklists at once.',
      steps: [
        'Look the IP address up at several blocklists; the address in the text shows them.',
        'Remove the cause, then ask each list for removal.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: [
        '550 5.7.1 <tom@example.net>: Recipient address rejected: Your MTA is listed in too many DNSBLs; check http://www.robtex.com/rbl/192.0.2.7.html',
      ],
      mustNotMatch: ['550 5.7.1 <tom@example.net>: Recipient address rejected: Mail appeared to be SPAM or forged.'],
    },
    {
      id: 'no-dns-entries',
      codes: ['450', '4.7.1'],
      text: ['No DNS entries for your MTA, HELO and Domain'],
      reason: 'dns.ptr',
      meaning: 'Neither your sending server nor its greeting name nor the sender domain can be found in DNS.',
      steps: [
        'Set a PTR record for the IP address and an address record for the HELO name.',
        'Check the MX record of the sender domain.',
      ],
      sources: [shipped],
      status: 'documented',
      matches: [
        '450 4.7.1 <tom@example.net>: Recipient address rejected: No DNS entries for your MTA, HELO and Domain. Contact YOUR administrator Your HELO: out.example.com, IP: 192.0.2.7',
      ],
      mustNotMatch: ['550 5.7.1 <tom@example.net>: Recipient address rejected: Mail appeared to be SPAM or forged.'],
    },
    {
      id: 'retrying-too-fast',
      codes: ['550', '450', '5.7.1'],
      text: ['- retrying too fast. penalty:'],
      reason: 'rate.messages',
      meaning: 'The filter refused you before and counts your quick new attempts against you.',
      steps: ['Stop sending to this server for some hours.', 'Then mend what the first refusal named.'],
      sources: [shipped],
      status: 'documented',
      matches: [
        '550 5.7.1 <tom@example.net>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries.',
      ],
      mustNotMatch: ['450 4.7.1 <tom@example.net>: Recipient address rejected: Try again later'],
    },
  ],
});
