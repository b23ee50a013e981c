import type { Owner } from './action.ts';
import type { ReasonId } from './reason.ts';

/** A reason as people read it, and who acts unless an entry or a cause knows better. */
export interface Reason {
  /** One sentence for somebody who is no mail expert. */
  readonly says: string;
  readonly owner: Owner;
}

/** What each reason says. Why it happened stands in `differential/`, what to do in `policy/`. */
export const reasonTable: Readonly<Record<ReasonId, Reason>> = {
  'recipient.unknown': {
    says: 'Nobody has a mailbox under this address.',
    owner: 'sender',
  },
  'recipient.edge-blocked': {
    says: "The receiving organisation's directory does not know this address, or has not learnt of it yet.",
    owner: 'sender',
  },
  'recipient.domain-unknown': {
    says: 'The domain of the address does not exist or has no mail server.',
    owner: 'sender',
  },
  'recipient.null-mx': {
    says: 'The domain declares that it takes no mail at all.',
    owner: 'sender',
  },
  'recipient.bad-syntax': {
    says: 'The address is not written as an address can be.',
    owner: 'sender',
  },
  'recipient.ambiguous': {
    says: 'The address fits more than one mailbox there.',
    owner: 'recipient-admin',
  },
  'recipient.moved': {
    says: 'The mailbox has moved and nothing is forwarded.',
    owner: 'sender',
  },
  'recipient.disabled': {
    says: 'The account exists but has been closed, suspended or left unused.',
    owner: 'sender',
  },
  'recipient.over-quota': {
    says: 'The mailbox is full.',
    owner: 'recipient',
  },
  'recipient.over-quota-long': {
    says: 'The mailbox has been full for so long that the provider has given up on it.',
    owner: 'sender',
  },
  'recipient.rate-limited': {
    says: 'This mailbox is getting too much mail at the moment.',
    owner: 'nobody',
  },
  'recipient.not-allowed-sender': {
    says: 'The mailbox or group takes mail only from listed or signed-in senders.',
    owner: 'recipient-admin',
  },
  'recipient.personal-block': {
    says: 'The person has blocked you.',
    owner: 'recipient',
  },
  'recipient.address-verification': {
    says: 'The receiving server is still asking whether the address exists.',
    owner: 'nobody',
  },
  'route.relay-denied': {
    says: 'The server that you reached does not take mail for this domain.',
    owner: 'recipient-admin',
  },
  'route.no-mail-users': {
    says: 'The hosting tenant is there but has no mailboxes for this domain.',
    owner: 'recipient-admin',
  },
  'route.loop': {
    says: 'The message was going round in circles between servers.',
    owner: 'recipient-admin',
  },
  'route.no-answer': {
    says: 'The receiving server could not be reached.',
    owner: 'nobody',
  },
  'route.dropped': {
    says: 'The connection broke in the middle of the conversation.',
    owner: 'nobody',
  },
  'route.dns-temporary': {
    says: 'A name look-up failed for the moment.',
    owner: 'nobody',
  },
  'route.expired': {
    says: 'The message waited in the queue until its time was up.',
    owner: 'nobody',
  },
  'host.not-accepting': {
    says: 'The receiving server takes no mail at the moment.',
    owner: 'recipient-admin',
  },
  'host.internal-error': {
    says: 'Something broke inside the receiving system.',
    owner: 'receiving-platform',
  },
  'host.disk-full': {
    says: 'The receiving server has run out of room.',
    owner: 'recipient-admin',
  },
  'host.pipe-failed': {
    says: 'A program that delivers mail on the receiving side failed.',
    owner: 'recipient-admin',
  },
  'host.protocol': {
    says: 'The two servers did not understand each other.',
    owner: 'sender',
  },
  'auth.spf': {
    says: 'SPF does not allow your server to send for this domain.',
    owner: 'sender',
  },
  'auth.dkim': {
    says: 'The DKIM signature is missing or does not verify.',
    owner: 'sender',
  },
  'auth.dmarc': {
    says: 'The message fails DMARC: nothing that passes belongs to the domain in the From line.',
    owner: 'sender',
  },
  'auth.bulk-required': {
    says: 'The receiver asks bulk senders for authentication that this mail lacks.',
    owner: 'sender',
  },
  'auth.arc-or-forward': {
    says: 'The message was forwarded, and forwarding broke its authentication.',
    owner: 'recipient',
  },
  'auth.submission': {
    says: 'The server wants the sending program to sign in first.',
    owner: 'sender',
  },
  'tls.required': {
    says: 'The connection was not encrypted as one of the two sides demands.',
    owner: 'sender',
  },
  'dns.ptr': {
    says: "Your server's IP address has no proper reverse name.",
    owner: 'sender',
  },
  'dns.helo': {
    says: 'Your server introduces itself by a name that is not accepted.',
    owner: 'sender',
  },
  'dns.sender-domain': {
    says: 'The domain of your return address does not exist or takes no mail.',
    owner: 'sender',
  },
  'dns.sender-address': {
    says: 'The receiver refuses this sender address.',
    owner: 'sender',
  },
  'reputation.ip-dnsbl': {
    says: 'The IP address that you send from stands on a public blocklist.',
    owner: 'sender',
  },
  'reputation.ip-private': {
    says: 'The receiver keeps the IP address that you send from on its own blocklist.',
    owner: 'sender',
  },
  'reputation.domain-list': {
    says: 'A domain of yours stands on a blocklist.',
    owner: 'sender',
  },
  'reputation.low': {
    says: 'The receiver does not trust your IP address or domain enough.',
    owner: 'sender',
  },
  'reputation.complaints': {
    says: 'Too many people have called your mail spam.',
    owner: 'sender',
  },
  'reputation.dynamic-ip': {
    says: 'You send from an address range meant for homes, which this receiver does not take mail from.',
    owner: 'sender',
  },
  'reputation.geo': {
    says: 'The receiver does not take mail from your country or network.',
    owner: 'recipient-admin',
  },
  'reputation.tenant-restricted': {
    says: 'Your own mail provider has stopped your outgoing mail.',
    owner: 'sending-platform',
  },
  'rate.connections': {
    says: 'You opened too many connections at once.',
    owner: 'sender',
  },
  'rate.messages': {
    says: 'You sent faster than the receiver allows.',
    owner: 'sender',
  },
  'rate.recipients': {
    says: 'The message names more recipients at once than the receiver allows.',
    owner: 'sender',
  },
  'rate.greylist': {
    says: 'The receiver puts off first contacts on purpose and asks you to come back.',
    owner: 'nobody',
  },
  'content.spam': {
    says: 'A filter took the message for spam.',
    owner: 'sender',
  },
  'content.url': {
    says: 'A link in the message is on a blocklist.',
    owner: 'sender',
  },
  'content.virus': {
    says: 'A scanner found malware in the message.',
    owner: 'sender',
  },
  'content.attachment': {
    says: 'The receiver does not take this kind of attachment.',
    owner: 'sender',
  },
  'content.too-big': {
    says: 'The message is larger than the receiver allows.',
    owner: 'sender',
  },
  'content.not-rfc': {
    says: 'The message is not built as the mail standards ask.',
    owner: 'sender',
  },
  'content.conversion': {
    says: 'The message uses a form (8-bit, international addresses) that the other side cannot take.',
    owner: 'sender',
  },
  'policy.transport-rule': {
    says: 'A rule that the receiving organisation made for itself refused the message.',
    owner: 'recipient-admin',
  },
  'policy.generic': {
    says: 'The receiver refused the message by its own policy and does not say which.',
    owner: 'recipient-admin',
  },
  'policy.access-denied': {
    says: 'Access was denied, and the reply does not say to whom or why.',
    owner: 'recipient-admin',
  },
  'suppressed.by-esp': {
    says: 'Your own sending platform kept the message back, since the address is on its suppression list.',
    owner: 'sending-platform',
  },
  'notice.delayed': {
    says: 'The message is late; the server goes on trying.',
    owner: 'nobody',
  },
  'notice.delivered': {
    says: 'The message was delivered or passed on.',
    owner: 'nobody',
  },
  'notice.autoreply': {
    says: 'An automatic answer: the message did arrive.',
    owner: 'nobody',
  },
  'notice.challenge': {
    says: 'The receiver wants a proof that a person sent this.',
    owner: 'sender',
  },
  'notice.complaint': {
    says: 'The person called your message spam.',
    owner: 'sender',
  },
  'notice.unsubscribe': {
    says: 'The person does not want these messages any more.',
    owner: 'sender',
  },
  'notice.subscribe': {
    says: 'The person wants to get these messages.',
    owner: 'sender',
  },
  'notice.forged': {
    says: 'A bounce for a message that you never sent.',
    owner: 'nobody',
  },
  'unknown.no-recipient': {
    says: 'A bounce that does not say who it is about.',
    owner: 'nobody',
  },
  'unknown.text': {
    says: 'The server refused, in words that nobody has explained yet.',
    owner: 'nobody',
  },
  'unknown.empty': {
    says: 'The report gives no reason at all.',
    owner: 'sender',
  },
};
