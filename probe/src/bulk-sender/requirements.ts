import type { BulkProvider, ProviderDemand, Requirement } from './requirement.ts';
import { googleFaq, googleGuidelines, microsoftHighVolume, yahooFaq, yahooRequirements } from './sources.ts';

const sources = { google: googleGuidelines, yahoo: yahooRequirements, microsoft: microsoftHighVolume } as const;

function demand(
  provider: BulkProvider,
  of: ProviderDemand['of'],
  asks: string,
  more: Partial<ProviderDemand> = {},
): ProviderDemand {
  return { provider, of, force: 'required', asks, source: sources[provider], ...more };
}

/** What Google, Yahoo and Microsoft ask of those who send to their free mailboxes, as their own pages say it. */
export const requirements: readonly Requirement[] = [
  {
    id: 'spf-or-dkim',
    title: 'SPF or DKIM',
    demands: [
      demand('google', 'everybody', 'Mail passes SPF or DKIM.'),
      demand('yahoo', 'everybody', 'Mail passes SPF or DKIM at the least.'),
    ],
    shownBy: ['spf.authorises_ip', 'dkim.verify'],
    oneIsEnough: true,
    lookAt: null,
  },
  {
    id: 'spf',
    title: 'SPF passes',
    demands: [
      demand('google', 'bulk', 'SPF is set up for the domain and passes.', { source: googleFaq }),
      demand('yahoo', 'bulk', 'SPF is set up beside DKIM.'),
      demand('microsoft', 'bulk', 'SPF passes for the sending domain; else 550 5.7.515.'),
    ],
    shownBy: ['spf.authorises_ip'],
    lookAt: null,
  },
  {
    id: 'dkim',
    title: 'DKIM passes',
    demands: [
      demand('google', 'bulk', 'DKIM is set up for the domain and passes.', { source: googleFaq }),
      demand('yahoo', 'bulk', 'DKIM is set up beside SPF.'),
      demand('microsoft', 'bulk', 'DKIM passes; else 550 5.7.515.'),
    ],
    shownBy: ['dkim.verify'],
    lookAt: null,
  },
  {
    id: 'dkim-key',
    title: 'The DKIM key has at least 1024 bits',
    demands: [
      demand('google', 'everybody', 'The key has 1024 bits or more; 2048 are recommended.'),
      demand('yahoo', 'everybody', 'The key has 1024 bits or more; 2048 are recommended.', { source: yahooFaq }),
    ],
    shownBy: ['dkim.key_bits'],
    lookAt: null,
  },
  {
    id: 'dmarc-record',
    title: 'A DMARC record, p=none at the least',
    demands: [
      demand('google', 'bulk', 'The sending domain has a DMARC record; p=none is enough.'),
      demand('yahoo', 'bulk', 'The domain has a valid DMARC record, p=none at the least; rua= is recommended.'),
      demand('microsoft', 'bulk', 'The domain has a DMARC record, p=none at the least; else 550 5.7.515.'),
    ],
    shownBy: ['dmarc.present', 'dmarc.single'],
    lookAt: null,
  },
  {
    id: 'dmarc-alignment',
    title: 'From is aligned with SPF or DKIM',
    demands: [
      demand('google', 'bulk', 'The domain in From is that of SPF or of DKIM, so that DMARC passes.'),
      demand('yahoo', 'bulk', 'DMARC passes; relaxed alignment is enough.'),
      demand('microsoft', 'bulk', 'DMARC is aligned with SPF or DKIM, with both where possible; else 550 5.7.515.'),
    ],
    shownBy: ['dmarc.pass'],
    lookAt: null,
  },
  {
    id: 'reverse-dns',
    title: 'The sending address has a name that leads back to it',
    demands: [
      demand('google', 'everybody', 'The address has a PTR record, and its name resolves to the same address.'),
      demand('yahoo', 'everybody', 'The addresses have valid forward and reverse DNS records.'),
    ],
    shownBy: ['ptr.exists', 'ptr.fcrdns'],
    lookAt: null,
  },
  {
    id: 'tls',
    title: 'Sent over TLS',
    demands: [demand('google', 'everybody', 'Mail is handed over on a TLS connection.')],
    shownBy: ['msg.received_tls'],
    lookAt: null,
  },
  {
    id: 'format',
    title: 'Written as RFC 5322 says',
    demands: [
      demand(
        'google',
        'everybody',
        'Messages keep to RFC 5322: one From address, a valid Message-ID, each field once.',
      ),
      demand('yahoo', 'everybody', 'Messages keep to RFC 5321 and RFC 5322.'),
    ],
    shownBy: ['msg.required_headers', 'msg.from', 'msg.line_length'],
    lookAt: null,
  },
  {
    id: 'no-gmail-from',
    title: 'No From address of Gmail from elsewhere',
    demands: [demand('google', 'everybody', 'Mail that does not come from Gmail has no gmail.com address in From.')],
    shownBy: ['dmarc.pass'],
    onlyPassTells: true,
    lookAt: null,
  },
  {
    id: 'one-click-unsubscribe',
    title: 'Unsubscribing with one click',
    demands: [
      demand(
        'google',
        'bulk',
        'Marketing mail has List-Unsubscribe with an https address and List-Unsubscribe-Post (RFC 8058). A mail address there is not enough.',
        {
          source: googleFaq,
          warningMeets: false,
        },
      ),
      demand(
        'yahoo',
        'bulk',
        'Marketing mail has a working List-Unsubscribe field. RFC 8058 is recommended, a mail address is accepted.',
      ),
    ],
    shownBy: ['msg.list_unsub'],
    lookAt: null,
  },
  {
    id: 'visible-unsubscribe',
    title: 'A link to unsubscribe that is easy to see',
    demands: [
      demand('google', 'bulk', 'Marketing mail has a clearly visible link to unsubscribe in its text.'),
      demand(
        'yahoo',
        'bulk',
        'The text has a clearly visible link to unsubscribe; it may lead to a page of preferences.',
      ),
      demand('microsoft', 'bulk', 'Bulk mail has a link to unsubscribe that is easy to see and works.', {
        force: 'recommended',
      }),
    ],
    shownBy: [],
    lookAt: 'Open the message as your readers see it and try the link yourself: it is not called here.',
  },
  {
    id: 'unsubscribe-in-two-days',
    title: 'Who unsubscribes gets nothing after two days',
    demands: [
      demand('google', 'bulk', 'Requests to unsubscribe are honoured within 48 hours.', { source: googleFaq }),
      demand('yahoo', 'bulk', 'Requests to unsubscribe are honoured within two days.'),
    ],
    shownBy: [],
    lookAt: 'Unsubscribe an address of your own and see whether mail still comes after two days.',
  },
  {
    id: 'spam-rate',
    title: 'Few readers report spam',
    demands: [
      demand('google', 'everybody', 'The spam rate in Postmaster Tools stays below 0.3 %, best below 0.1 %.', {
        source: googleFaq,
      }),
      demand('yahoo', 'everybody', 'The rate of complaints stays below 0.3 % of what reaches the inbox.'),
    ],
    shownBy: [],
    lookAt: 'See Google Postmaster Tools, and the Complaint Feedback Loop of the Yahoo Sender Hub.',
  },
  {
    id: 'answerable',
    title: 'From and Reply-To take replies',
    demands: [
      demand('microsoft', 'bulk', 'From or Reply-To is valid, is of the true sending domain and can receive replies.', {
        force: 'recommended',
      }),
    ],
    shownBy: ['msg.from', 'msg.reply_to'],
    lookAt: null,
  },
  {
    id: 'honest-subject',
    title: 'Subject and header do not mislead',
    demands: [
      demand(
        'google',
        'everybody',
        'Subject, names and header say who sends and what; no “Re:” without a message before.',
        {
          force: 'recommended',
        },
      ),
      demand('microsoft', 'bulk', 'Subjects are accurate and headers do not deceive.', { force: 'recommended' }),
    ],
    shownBy: ['msg.fake_reply'],
    lookAt: null,
  },
  {
    id: 'not-blocklisted',
    title: 'The sending address is on no blocklist',
    demands: [
      demand(
        'google',
        'everybody',
        'A shared address is on no blocklist: mail from one that is on a list is more likely to be marked as spam.',
        {
          force: 'recommended',
        },
      ),
    ],
    shownBy: ['rbl.ip'],
    lookAt: null,
  },
  {
    id: 'list-hygiene',
    title: 'Addresses that bounce are removed',
    demands: [
      demand('microsoft', 'bulk', 'Invalid addresses are removed regularly.', { force: 'recommended' }),
      demand('yahoo', 'bulk', 'Invalid recipients are removed promptly.', { force: 'recommended' }),
    ],
    shownBy: [],
    lookAt: 'Feed the bounces back into your list of addresses, and look at the share of invalid ones per mailing.',
  },
  {
    id: 'complaint-feedback',
    title: 'Complaints are fed back',
    demands: [
      demand('yahoo', 'bulk', 'Every DKIM domain is enrolled in the Complaint Feedback Loop.', {
        force: 'recommended',
      }),
    ],
    shownBy: [],
    lookAt:
      'See the Complaint Feedback Loop of the Yahoo Sender Hub; a platform that sends for you enrols its own domains.',
  },
];
