import type { Source } from '../define.ts';
import { define } from '../define.ts';

const zones: Source = {
  name: 'Zone as rspamd@eaac8e914 conf/modules.d/rbl.conf and a public DNSBL client checked on 2026-10-08 use it',
  read: '2026-10',
  grade: 'read',
};
/** Zone sources tell that a list is in use and what it lists; removal pages and periods are not in them. */
const belief: Source = {
  name: 'Removal page, periods and purpose of the list: general knowledge',
  read: '2026-10',
  grade: 'believed',
};

export default define({
  name: 'URIBL',
  kind: 'blocklist',
  marks: ['multi.uribl.com', 'black.uribl.com', 'lookup.uribl.com', 'admin.uribl.com'],
  links: { delist: 'https://admin.uribl.com/' },
  entries: [
    {
      id: 'recipient-refused-by-uribl',
      codes: ['550', '554', '5.7.1'],
      text: ['uribl.com/refused', 'URIBL_BLOCKED'],
      reason: 'host.internal-error',
      owner: 'recipient-admin',
      action: 'hold',
      meaning:
        'No link of the message is listed. The recipient’s server asks URIBL through a resolver that the list refuses, and takes the refusal for a listing.',
      steps: [
        'Do not ask for a delisting; there is nothing to take off.',
        'Tell the recipient’s mail administrator to use a resolver of their own or a paid feed.',
        'Hold mail for this domain until then.',
      ],
      sources: [zones, belief],
      status: 'observed',
      matches: [
        '554 5.7.1 Message rejected: query refused, see http://uribl.com/refused.shtml',
        '550 5.7.1 Spam: URIBL_BLOCKED',
      ],
      mustNotMatch: ['554 5.7.1 Message rejected: shop.example.net is listed in multi.uribl.com'],
    },
    {
      id: 'link-listed',
      codes: ['550', '554', '5.7.1'],
      text: ['multi.uribl.com', 'black.uribl.com', 'listed on URIBL', 'lookup.uribl.com', 'admin.uribl.com'],
      reason: 'content.url',
      meaning: 'A domain that is linked in the message is on URIBL, a list of sites seen in spam.',
      steps: [
        'Look up every linked domain at URIBL, tracking and shortener links included.',
        'Replace the listed link, or ask for removal of the domain there.',
        'Send again once it is clear.',
      ],
      link: 'https://admin.uribl.com/',
      sources: [zones, belief],
      status: 'documented',
      matches: [
        '554 5.7.1 Message rejected: shop.example.net is listed in multi.uribl.com',
        '554 5.7.1 URL shop.example.net listed on URIBL',
        '550 5.7.1 shop.example.net is on black.uribl.com, see http://lookup.uribl.com/',
        '550 5.7.1 Blocked, see https://admin.uribl.com/?domain=shop.example.net',
      ],
      mustNotMatch: ['554 URL listed on SURBL', '550 5.7.1 Spam: URIBL_BLOCKED'],
    },
  ],
});
