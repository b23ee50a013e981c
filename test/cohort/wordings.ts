import type { CauseId } from '@whybounce/core';

/** Who keeps the mailboxes of a domain. */
export type Keeper = 'microsoft' | 'google' | 'proofpoint' | 'yahoo' | 'gmx' | 'postfix' | 'exim' | 'exchange';

/** What stands behind refusals in a made world. */
export type Fault =
  | 'dead'
  | 'closed'
  | 'full'
  | 'tenant'
  | 'route'
  | 'outage'
  | 'reputation'
  | 'content'
  | 'listed'
  | 'restricted'
  | 'greylist';

/** A reply with what Postfix writes beside it. */
export interface Wording {
  readonly status: 'bounced' | 'deferred';
  readonly dsn: string;
  /** `%a` is the address, `%d` its domain, `%i` the sending IP address, `%n` a number. */
  readonly text: string;
  /** The command that was answered; null where no session came about. */
  readonly step: 'RCPT TO' | 'MAIL FROM' | 'end of DATA' | null;
  /** The causes that are right where this was said for this fault. */
  readonly truth: readonly CauseId[];
}

const keepers: Readonly<Record<Keeper, { readonly host: string; readonly mine: boolean }>> = {
  microsoft: { host: '%l.mail.protection.outlook.com', mine: false },
  google: { host: 'aspmx.l.google.com', mine: false },
  proofpoint: { host: 'mx1-eu1.ppe-hosted.com', mine: false },
  yahoo: { host: 'mta5.am0.yahoodns.net', mine: false },
  gmx: { host: 'mx00.gmx.net', mine: false },
  postfix: { host: 'mx.%d', mine: true },
  exim: { host: 'mail.%d', mine: true },
  exchange: { host: 'exchange.%d', mine: true },
};

/** The server that takes the mail of a domain. */
export function hostOf(keeper: Keeper, domain: string): string {
  return keepers[keeper].host.replace('%d', domain).replace('%l', domain.replaceAll('.', '-'));
}

const said = (dsn: string, step: Wording['step'], text: string, ...truth: readonly CauseId[]): Wording => ({
  status: dsn.startsWith('4') ? 'deferred' : 'bounced',
  dsn,
  step,
  text,
  truth,
});

const edgeBlocked = '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA00%n.EURP190.PROD.OUTLOOK.COM]';
const noAnswer = said('4.4.1', null, 'connect to %h[203.0.113.9]:25: Connection timed out', 'passing-outage');
const stillNoAnswer: Wording = { ...noAnswer, truth: ['server-down-for-long'] };

/** How each keeper puts each fault; a fault that a keeper does not know is not made there. */
export const wordings: Readonly<Record<Keeper, Partial<Readonly<Record<Fault, readonly Wording[]>>>>> = {
  microsoft: {
    dead: [
      said('5.4.1', 'RCPT TO', edgeBlocked, 'address-does-not-exist'),
      said(
        '5.1.10',
        'end of DATA',
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient %a not found by SMTP address lookup',
        'address-does-not-exist',
      ),
    ],
    tenant: [said('5.4.1', 'RCPT TO', edgeBlocked, 'domain-misconfigured-at-receiver', 'mx-points-elsewhere')],
    route: [
      said(
        '5.7.64',
        'RCPT TO',
        '550 5.7.64 TenantAttribution; Relay Access Denied [AM0P190CA00%n.EURP190.PROD.OUTLOOK.COM]',
        'mx-points-elsewhere',
        'domain-not-set-up-at-host',
        'sender-limited-by-connector',
      ),
    ],
    reputation: [
      said('5.4.1', 'RCPT TO', edgeBlocked, 'sender-reputation'),
      said(
        '5.7.1',
        'MAIL FROM',
        "550 5.7.1 Unfortunately, messages from [%i] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
        'ip-blocked-by-receiver',
        'sender-ip-listed',
      ),
    ],
    content: [
      said(
        '5.7.1',
        'end of DATA',
        '550 5.7.1 Message rejected as spam by Content Filtering.',
        'content-looks-like-spam',
      ),
    ],
    listed: [
      said(
        '5.7.1',
        'RCPT TO',
        '550 5.7.1 Service unavailable, Client host [%i] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/%i',
        'sender-ip-listed',
      ),
    ],
    restricted: [
      said(
        '5.7.133',
        'end of DATA',
        '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
        'group-closed-to-outsiders',
      ),
    ],
  },
  google: {
    dead: [
      said(
        '5.1.1',
        'RCPT TO',
        "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos. 550 5.1.1  https://support.google.com/mail/?p=NoSuchUser x%n - gsmtp",
        'address-does-not-exist',
      ),
    ],
    closed: [
      said(
        '5.2.1',
        'RCPT TO',
        '550 5.2.1 The email account that you tried to reach is disabled. https://support.google.com/mail/?p=DisabledUser x%n - gsmtp',
        'account-closed',
      ),
    ],
    full: [
      said(
        '4.2.2',
        'RCPT TO',
        '452 4.2.2 The email account that you tried to reach is over quota. https://support.google.com/mail/?p=OverQuotaTemp x%n - gsmtp',
        'mailbox-full-for-now',
        'mailbox-abandoned',
      ),
    ],
    reputation: [
      said(
        '5.7.1',
        'end of DATA',
        '550-5.7.1 [%i      12] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address. 550 5.7.1 https://support.google.com/mail/answer/188131 x%n - gsmtp',
        'sender-reputation',
      ),
    ],
    content: [
      said(
        '5.7.1',
        'end of DATA',
        '550-5.7.1 [%i      18] Our system has detected that this message is likely unsolicited mail. 550 5.7.1 https://support.google.com/mail/?p=UnsolicitedMessageError x%n - gsmtp',
        'content-looks-like-spam',
      ),
    ],
  },
  proofpoint: {
    dead: [
      said('5.1.1', 'RCPT TO', '550 5.1.1 <%a>: Recipient address rejected: User unknown', 'address-does-not-exist'),
    ],
    content: [
      said(
        '5.7.1',
        'end of DATA',
        '554 5.7.1 The message from (<news@example.com>) with the subject of (News) matches a profile the Internet community may consider spam',
        'content-looks-like-spam',
      ),
    ],
    reputation: [
      said(
        '5.7.1',
        'MAIL FROM',
        '550 5.7.1 Blocked - see https://ipcheck.proofpoint.com/?ip=%i',
        'ip-blocked-by-receiver',
        'sender-ip-listed',
      ),
    ],
  },
  yahoo: {
    dead: [
      said(
        '5.0.0',
        'end of DATA',
        "554 delivery error: dd This user doesn't have a yahoo.com account (%a) [0] - mta41%n.mail.bf1.yahoo.com",
        'address-does-not-exist',
      ),
    ],
    closed: [
      said(
        '5.0.0',
        'end of DATA',
        '554 delivery error: dd This mailbox is disabled (%a) [0] - mta41%n.mail.bf1.yahoo.com',
        'account-closed',
      ),
    ],
    reputation: [
      said(
        '4.7.0',
        'MAIL FROM',
        '421 4.7.0 [TSS04] Messages from %i temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
        'sender-reputation',
        'complaints-too-many',
        'sending-too-fast',
      ),
    ],
    content: [
      said(
        '5.7.9',
        'end of DATA',
        '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
        'content-looks-like-spam',
      ),
    ],
  },
  gmx: {
    dead: [said('5.1.1', 'RCPT TO', '550 Requested action not taken: mailbox unavailable', 'address-does-not-exist')],
    full: [
      said(
        '5.2.2',
        'RCPT TO',
        '552 5.2.2 Requested mail action aborted: exceeded storage allocation: Quota exceeded',
        'mailbox-full-for-now',
        'mailbox-abandoned',
      ),
    ],
    listed: [
      said(
        '5.7.0',
        'MAIL FROM',
        '554-gmx.net (mxgmx%n) Nemesis ESMTP Service not available 554-No SMTP service 554 IP address is black listed: %i',
        'sender-ip-listed',
        'ip-blocked-by-receiver',
      ),
    ],
  },
  postfix: {
    dead: [
      said(
        '5.1.1',
        'RCPT TO',
        '550 5.1.1 <%a>: Recipient address rejected: User unknown in virtual mailbox table',
        'address-does-not-exist',
      ),
    ],
    full: [
      said(
        '5.2.2',
        'RCPT TO',
        '552 5.2.2 <%a>: Recipient address rejected: mailbox is full',
        'mailbox-full-for-now',
        'mailbox-abandoned',
      ),
    ],
    tenant: [
      said(
        '5.1.1',
        'RCPT TO',
        '550 5.1.1 <%a>: Recipient address rejected: User unknown in relay recipient table',
        'domain-misconfigured-at-receiver',
        'mx-points-elsewhere',
      ),
    ],
    route: [
      said(
        '5.7.1',
        'RCPT TO',
        '554 5.7.1 <%a>: Relay access denied',
        'mx-points-elsewhere',
        'domain-not-set-up-at-host',
      ),
    ],
    outage: [noAnswer],
    listed: [
      said(
        '5.7.1',
        'RCPT TO',
        '554 5.7.1 Service unavailable; Client host [%i] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/%i',
        'sender-ip-listed',
      ),
      said(
        '5.7.1',
        'RCPT TO',
        '554 5.7.1 <unknown[%i]>: Client host rejected: Access denied',
        'sender-ip-listed',
        'ip-blocked-by-receiver',
      ),
    ],
    content: [
      said('5.7.1', 'end of DATA', '550 5.7.1 Message rejected: content looks like spam', 'content-looks-like-spam'),
    ],
    greylist: [
      said(
        '4.2.0',
        'RCPT TO',
        '450 4.2.0 <%a>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
        'greylisted',
      ),
    ],
  },
  exim: {
    dead: [
      said('5.0.0', 'RCPT TO', '550 No such person at this address', 'address-does-not-exist'),
      said('5.0.0', 'RCPT TO', '550 5.1.1 <%a> User unknown', 'address-does-not-exist'),
    ],
    route: [said('5.0.0', 'RCPT TO', '550 relay not permitted', 'mx-points-elsewhere', 'domain-not-set-up-at-host')],
    outage: [{ ...noAnswer, text: 'connect to %h[203.0.113.9]:25: Connection refused' }],
    listed: [said('5.0.0', 'RCPT TO', '550 %i is listed at bl.spamcop.net', 'sender-ip-listed')],
    content: [said('5.0.0', 'end of DATA', '550 This message was classified as spam', 'content-looks-like-spam')],
  },
  exchange: {
    dead: [said('5.1.1', 'RCPT TO', '550 5.1.1 User unknown', 'address-does-not-exist')],
    tenant: [
      said(
        '5.4.1',
        'RCPT TO',
        '550 5.4.1 Recipient address rejected: Access denied',
        'domain-misconfigured-at-receiver',
        'mx-points-elsewhere',
      ),
    ],
    route: [said('5.7.1', 'RCPT TO', '550 5.7.1 Unable to relay', 'mx-points-elsewhere', 'domain-not-set-up-at-host')],
    outage: [noAnswer, stillNoAnswer],
    restricted: [
      said(
        '5.7.1',
        'end of DATA',
        '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
        'group-closed-to-outsiders',
        'recipient-restricts-senders',
      ),
    ],
  },
};
