import { microsoftEdgeArticle, microsoftNdrTable, rfc3463NoAnswer } from '../code/source.ts';
import type { Source } from '../define.ts';
import type { VerdictTable } from './define.ts';
import { editors, microsoftEdgeBlocking } from './source.ts';

/** A public page or thread, held against a stored copy or an excerpt of it. */
const page = (name: string, url: string): Source => ({ name, url, read: '2026-11', grade: 'read' });

/** Recorded by an earlier reader; the page itself was not found again, so nothing more is claimed. */
const recorded = (name: string): Source => ({ name, read: '2026-10', grade: 'believed' });

const sparkpost = page(
  'SparkPost blog, change to the classification of one bounce pattern (stored copy of the tag page)',
  'https://www.sparkpost.com/blog/tag/bounce-codes/',
);

/** Who says what of the line after which this project is named. From the book to the maker, then those who explain, then those who classify. */
export const accessDeniedVerdicts: VerdictTable = {
  kind: 'verdicts',
  slug: 'access-denied-verdicts',
  title: '550 5.4.1 Recipient address rejected: Access denied: one line, many verdicts',
  inShort:
    'A server of Microsoft 365 did not find the address in the directory of the receiving organisation and refused it before it looked at you or your message. Mostly the address does not exist. Yet the same words are said of addresses that are alive and that the directory has not learnt of, and now and then of a whole domain. So hold the address, try another one at the same domain, and give it up only when it is refused again after two days while others there are accepted. It is hardly ever a block of you.',
  line: '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]',
  rule: 'microsoft-365/recipient-access-denied',
  reason: 'recipient.edge-blocked',
  verdicts: [
    {
      id: 'rfc-3463',
      who: 'RFC 3463, which defines the code',
      says: 'The host did not answer. The code is of use only as a temporary failure, so 5.4.1 is outside the standard.',
      class: 'no-answer',
      stated: '2003-01',
      see: 'Section 3.5, the paragraph on X.4.1.',
      source: rfc3463NoAnswer,
    },
    {
      id: 'microsoft-forefront',
      who: 'Microsoft, Forefront Online Protection (the forerunner)',
      says: 'An address that is not on the list of users is refused at the edge. The words were there already, under reply 554 and without an enhanced code.',
      class: 'dead-address',
      stated: '2009-05-21',
      see: 'The paragraph on the mode that rejects, where the reply is quoted.',
      source: page(
        'Microsoft TechNet, Select a Directory-Based Edge Blocking Mode (stored copy)',
        'http://technet.microsoft.com/en-us/library/ff715082.aspx',
      ),
    },
    {
      id: 'microsoft-edge-blocking',
      who: 'Microsoft, page on directory-based edge blocking',
      says: 'The service refuses addresses that are not in the directory before any filtering, and quotes this line as the answer that the sender gets.',
      class: 'dead-address',
      see: 'The introduction of the page.',
      source: microsoftEdgeBlocking,
    },
    {
      id: 'microsoft-older-page',
      who: 'Microsoft, older page for 5.4.1',
      says: 'The server does not take mail for the domain: look at MX record, accepted domain and hybrid connectors. It is about "Relay Access Denied", and quotes the meaning of the RFC.',
      class: 'routing',
      stated: '2024-01-24',
      see: 'The section with details about the NDR, at the end.',
      source: page(
        'Microsoft, Fix email delivery issues for error code 550 5.4.1 in Exchange Online (SupportArticles-docs@836bb12, fix-error-code-550-5-4-1-in-exchange-online.md)',
        'https://github.com/MicrosoftDocs/SupportArticles-docs/blob/836bb1262eb528f31c5119262ad7511704ac54c3/Exchange/ExchangeOnline/email-delivery/ndr/fix-error-code-550-5-4-1-in-exchange-online.md',
      ),
    },
    {
      id: 'microsoft-ndr-table',
      who: 'Microsoft, table of NDR codes',
      says: 'The address of the recipient does not exist. The table has a second row for 5.4.1 with "Relay Access Denied", which is a wrong route.',
      class: 'dead-address',
      stated: '2026-01-07',
      see: 'The two rows for 5.4.1.',
      source: microsoftNdrTable,
    },
    {
      id: 'microsoft-edge-article',
      who: 'Microsoft, article on 5.4.1',
      says: 'The edge refused an invalid address. The steps for the administrator then treat live ones: a domain that has to be synchronised again, hybrid mailboxes, public folders, dynamic groups, and up to a day of waiting.',
      class: 'dead-address',
      stated: '2026-10-02',
      see: 'Steps 2 to 6.',
      source: microsoftEdgeArticle,
    },
    {
      id: 'olesen',
      who: 'Thomas Juhl Olesen, consultant',
      says: 'Mailboxes and aliases that had existed for days were refused like this, because the edge had not learnt of them. The message trace showed nothing.',
      class: 'stale-directory',
      stated: '2021-10',
      see: 'The description of the case.',
      source: page(
        'thomasjuhlolesen.dk, Directory-Based Edge Blocking causing 550 5.4.1 NDR',
        'https://www.thomasjuhlolesen.dk/2021/10/directory-based-edge-blocking-causing-550-5-4-1-ndr.html',
      ),
    },
    {
      id: 'enow',
      who: 'ENow Software',
      says: 'Mail-enabled public folders that exist on the servers of the organisation are refused like this, because synchronisation leaves them out.',
      class: 'stale-directory',
      see: 'The paragraph on hybrid deployments.',
      source: page(
        'enowsoftware.com, Mail-enabled public folders and directory-based edge blocking',
        'https://enowsoftware.com/solutions-engine/m365-exchange-online-center/mail-enabled-public-folders-directory-based-edge-blocking',
      ),
    },
    {
      id: 'sparkpost-before',
      who: 'SparkPost, until its change',
      says: 'A filter of the recipient keeps this sender out: code 50, a block.',
      class: 'blocked-sender',
      withdrawn: true,
      see: 'The announcement tells what was believed before.',
      source: sparkpost,
    },
    {
      id: 'sparkpost-after',
      who: 'SparkPost, after its own research',
      says: 'The address is invalid: code 10. Other mail to the same domains kept arriving, so there was no block.',
      class: 'dead-address',
      see: 'The second half of the announcement.',
      source: sparkpost,
    },
    {
      id: 'mxroute',
      who: 'MXroute',
      says: 'The refusal came from several IP addresses for hours, so it is not their reputation. The recipient is gone, or their side is set up wrongly.',
      class: 'no-single-cause',
      see: 'The third of the three cases in the note.',
      source: page(
        'MXroute changelog, Adjustments to outbound rejections',
        'https://headwayapp.co/mxroute-changelog/adjustments-to-outbound-rejections-137432',
      ),
    },
    {
      id: 'spam-resource',
      who: 'Spam Resource (Al Iverson)',
      says: 'It most often means an unknown user: subscribers who have left their employer come back like this nearly every time. A block of the sender is possible and rare.',
      class: 'dead-address',
      stated: '2025-02',
      see: 'The second paragraph.',
      source: page(
        'Spam Resource, 550 5.4.1? It (most often) means User Unknown',
        'https://www.spamresource.com/2025/02/550-541-it-most-often-means-user-unknown.html',
      ),
    },
    {
      id: 'suped-as-number',
      who: 'Suped, on the form with AS(201806281)',
      says: 'The address is not valid in the organisation, or its directory is out of date. The AS number is a marker of Microsoft and no cause of its own.',
      class: 'dead-address',
      stated: '2026-05-23',
      see: 'The short answer at the top.',
      source: page(
        'Suped, What causes the 550 5.4.1 … AS(201806281) bounce error on O365 accounts',
        'https://www.suped.com/learn/email-deliverability/what-causes-the-550-541-recipient-address-rejected-access-denied-as201806281-bounce-error-on-o36',
      ),
    },
    {
      id: 'suped-tenant-filter',
      who: 'Suped, on the same form, as recorded earlier',
      says: 'With the AS number it is a block by the anti-spam of the receiving organisation.',
      class: 'recipient-side-policy',
      see: 'An earlier reading of its pages; the present ones say otherwise.',
      source: recorded('Suped, as noted by an earlier reader; the page was not found again'),
    },
    {
      id: 'suped-outreach',
      who: 'Suped, on unasked-for mail to Microsoft 365',
      says: 'A policy keeps the sender out because of a bad reputation, at Microsoft or at the single organisation.',
      class: 'blocked-sender',
      see: 'The key findings.',
      source: page(
        'Suped, How to fix SMTP error code 5.4.1 when sending cold outreach to Office 365',
        'https://www.suped.com/knowledge/email-deliverability/troubleshooting/how-to-fix-smtp-error-code-541-when-sending-cold-outreach-to-office-365',
      ),
    },
    {
      id: 'suped-overview',
      who: 'Suped, on the line at large',
      says: 'Invalid address, wrong DNS, a suspicion of spam or a deliberate block: sender, receiver or both.',
      class: 'no-single-cause',
      see: 'The key findings.',
      source: page(
        'Suped, What causes the 550 5.4.1 recipient address rejected access denied email error',
        'https://www.suped.com/knowledge/email-deliverability/troubleshooting/what-causes-the-550-541-recipient-address-rejected-access-denied-email-error-and-how-can-i-fix-i',
      ),
    },
    {
      id: 'easydmarc',
      who: 'EasyDMARC',
      says: 'The address is invalid, or the server could not confirm the sender by SPF, DKIM and DMARC.',
      class: 'no-single-cause',
      stated: '2025-10-14',
      see: 'The section on what the words mean.',
      source: page(
        'EasyDMARC blog, What is Recipient Address Rejected: Access Denied (SMTP Error 550 5.4.1)',
        'https://easydmarc.com/blog/recipient-address-rejected-access-denied/',
      ),
    },
    {
      id: 'bolddesk',
      who: 'BoldDesk',
      says: 'Routing, security policy or wrong set-up on either side. The first thing it has one check are blocklists and the authentication of the sender.',
      class: 'no-single-cause',
      see: 'The list of common causes.',
      source: page(
        "BoldDesk, Troubleshooting the 'SMTP 550 5.4.1 Recipient address rejected: Access denied' Error",
        'https://support.bolddesk.com/kb/article/20738/troubleshooting-the-smtp-550-541-recipient-address-rejected-access-denied-error',
      ),
    },
    {
      id: 'dmarc-report',
      who: 'DMARC Report',
      says: '5.4.1 is a fault of addressing or routing. Edge blocking is explained too, but under 5.7.1, which Microsoft does not use for it.',
      class: 'routing',
      see: 'The paragraphs on edge blocking and on 5.4.1.',
      source: page(
        'DMARC Report, Recipient Address Rejected: Access Denied – Fix SMTP 550 5.7.1 Errors',
        'https://dmarcreport.com/blog/recipient-address-rejected-access-denied-fix-smtp-550-5-7-1-errors/',
      ),
    },
    {
      id: 'dmarctrust',
      who: 'DMARCTrust',
      says: 'There is no single cause: first tell a wrong route to the recipient from a fault of authentication.',
      class: 'no-single-cause',
      see: 'An earlier reading of its site.',
      source: recorded('DMARCTrust, as noted by an earlier reader; the page was not found again'),
    },
    {
      id: 'tamingdns',
      who: 'TamingDNS',
      says: 'Your IP address or domain is blocked, and the delist portal lifts it.',
      class: 'blocked-sender',
      see: 'An earlier reading of its site.',
      source: recorded('TamingDNS, as noted by an earlier reader; the page was not found again'),
    },
    {
      id: 'field-manual-address',
      who: 'SMTP Field Manual, entry with one recipient',
      says: 'Usually the address is invalid. Sometimes set-up or routing of the receiving side is at fault.',
      class: 'dead-address',
      see: 'The note under 550 5.4.1, which smtp.codes shows as well.',
      source: page('smtp.codes, Exchange Online Protection', 'https://smtp.codes/exchangeonline'),
    },
    {
      id: 'field-manual-policy',
      who: 'SMTP Field Manual, entry with "All recipient addresses rejected"',
      says: 'A policy of the receiving side is active against the message.',
      class: 'recipient-side-policy',
      see: 'The note under that reply.',
      source: {
        name: 'SMTP Field Manual (ActiveCampaign/smtp-field-manual@67831a2 data/codes/550.json)',
        url: 'https://smtpfieldmanual.com/',
        read: '2026-10',
        grade: 'read-paraphrased',
      },
    },
    {
      id: 'sisimai-microsoft',
      who: 'Sisimai, rules for Microsoft',
      says: 'userunknown: the recipient does not exist, a hard bounce.',
      class: 'dead-address',
      see: 'Give it the line with a host of Microsoft.',
      source: {
        name: 'Sisimai, rules for Microsoft replies (sisimai/p5-sisimai@21cfb93 lib/Sisimai/Rhost/Microsoft.pm)',
        url: 'https://github.com/sisimai/p5-sisimai',
        read: '2026-10',
        grade: 'measured',
      },
    },
    {
      id: 'sisimai-generic',
      who: 'Sisimai, rules for any server',
      says: 'securityerror. For the words with 554 5.7.1 that was changed in 2017 from userunknown, although whoever had asked found that an address made up on the spot got the same answer.',
      class: 'recipient-side-policy',
      stated: '2017',
      see: 'Give it the line without a host of Microsoft; issue 77 of rb-sisimai is about this very line.',
      source: page(
        'GitHub issues sisimai/p5-sisimai#221 and sisimai/rb-sisimai#77',
        'https://github.com/sisimai/p5-sisimai/issues/221',
      ),
    },
  ],
  relatedCodes: ['X.4.1', 'X.1.1', 'X.1.10', 'X.7.1'],
  relatedComparisons: ['access-denied-against-not-authorised', 'unknown-recipient-at-microsoft'],
  sources: [microsoftNdrTable, microsoftEdgeArticle, microsoftEdgeBlocking, rfc3463NoAnswer, editors],
};
