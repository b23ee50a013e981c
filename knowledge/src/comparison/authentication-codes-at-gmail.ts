import { gmailTable, registry, registryText } from '../code/source.ts';
import type { SideBySide } from './define.ts';
import { editors } from './source.ts';

/** Gmail's codes for missing authentication, two of which the registry has given to other things. */
export const authenticationCodesAtGmail: SideBySide = {
  kind: 'side-by-side',
  slug: 'authentication-codes-at-gmail',
  title: '5.7.26, 4.7.26, 4.7.27 and 4.7.30 at Gmail',
  inShort:
    'All four say that Gmail could not prove who sent the message; none says anything about the recipient. X.7.26 is for everybody and means that neither SPF nor DKIM vouches for the message, or that the domain in the From line asks for a refusal. X.7.27 and X.7.30 are for bulk senders and name what is missing: SPF or DKIM. A 4 slows you down and a 5 refuses. X.7.27 and X.7.30 belong to other things in the registry, as do X.7.23, X.7.24 and X.7.29, so never read a code of Gmail by the book.',
  sides: [
    {
      name: '5.7.26',
      examples: [
        {
          line: '550 5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. - gsmtp',
          rule: 'gmail/not-authenticated',
        },
        {
          line: "550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy. - gsmtp",
          rule: 'gmail/dmarc-reject',
        },
        {
          line: '550 5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail policy (-all) but it fails to pass SPF checks with the ip: [192.0.2.25]. - gsmtp',
          rule: 'gmail/spf-hard-fail',
        },
      ],
    },
    {
      name: '4.7.26',
      examples: [
        {
          line: '421 4.7.26 This email has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. - gsmtp',
          rule: 'gmail/not-authenticated',
        },
        {
          line: "451 4.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. - gsmtp",
          rule: 'gmail/dmarc-dns-failure',
        },
      ],
    },
    {
      name: '4.7.27 (and 5.7.27)',
      examples: [
        {
          line: "421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. - gsmtp",
          rule: 'gmail/bulk-sender-without-spf',
        },
      ],
    },
    {
      name: '4.7.30 (and 5.7.30)',
      examples: [
        {
          line: "421 4.7.30 Your email has been rate limited because DKIM authentication didn't pass for this message. - gsmtp",
          rule: 'gmail/bulk-sender-without-dkim',
        },
      ],
    },
  ],
  rows: [
    {
      aspect: 'What the registry says',
      says: [
        'Several authentication checks failed. Gmail nearly keeps to it.',
        'The same, for now.',
        'The domain of the return address has a null MX. Gmail bends it.',
        'The message asks for encryption on the whole way (REQUIRETLS), and the next server does not promise it. Gmail bends it.',
      ],
    },
    {
      aspect: 'What Gmail means',
      says: [
        'Neither SPF nor DKIM passed; or SPF ends in -all and does not name this server; or DMARC failed and the domain asks for a refusal.',
        'Neither passed, and Gmail slows you down; or Gmail could not read your DNS records just now.',
        'You count as a bulk sender, and SPF did not pass.',
        'You count as a bulk sender, and DKIM did not pass.',
      ],
    },
    {
      aspect: 'For whom',
      says: ['For everybody.', 'For everybody.', 'For bulk senders only.', 'For bulk senders only.'],
    },
    {
      aspect: 'For now or for good?',
      says: [
        'For good: the same message will be refused again.',
        'For now: the queue tries again. Without a repair it goes on failing.',
        'For now with 4, for good with 5.',
        'For now with 4, for good with 5.',
      ],
    },
    {
      aspect: 'Is the address dead?',
      says: ['No.', 'No.', 'No.', 'No.'],
    },
    {
      aspect: 'Who has to act',
      says: [
        'The sender. For forwarded mail whoever forwards, as forwarding breaks SPF and may break DKIM.',
        'The sender, or whoever runs the name servers of the sending domain.',
        'The sender, in the SPF record of the return address.',
        'The sender, at the system that signs.',
      ],
    },
    {
      aspect: 'What to check first',
      says: [
        'The results for SPF and DKIM that the reply itself names.',
        'Whether the words say "DNS failures": if so, the name servers.',
        'Whether the record of the envelope domain names this server, and needs no more than ten look-ups.',
        'Whether the message is signed at all, and whether the public key stands in the DNS.',
      ],
    },
    {
      aspect: 'What settles it',
      says: [
        'A fresh message to a mailbox of your own at Gmail: read its Authentication-Results.',
        'The same, some hours later.',
        'The same: spf=pass for the return address.',
        'The same: dkim=pass, and for your own domain.',
      ],
    },
    {
      aspect: 'Neighbours that Gmail bends too',
      says: [
        'X.7.32 is DKIM or SPF for another domain than the one in the From line. The registry does not know it.',
        'X.7.40 is a missing DMARC record or policy. The registry does not know it.',
        '4.7.23 is a missing reverse name, in the registry an SPF failure. X.7.24 is a suspicious SPF record, in the registry an SPF error.',
        'X.7.29 is missing TLS, in the registry a broken ARC chain.',
      ],
    },
  ],
  relatedCodes: ['X.7.26', 'X.7.27', 'X.7.30', 'X.7.23', 'X.7.24', 'X.7.29', 'X.7.32', 'X.7.40'],
  relatedComparisons: ['access-denied-against-not-authorised'],
  sources: [gmailTable, registry, registryText, editors],
};
