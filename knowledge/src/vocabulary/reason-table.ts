import type { Action, Owner } from './action.ts';
import type { ReasonId } from './reason.ts';

/** A reason as people read it, and what follows from it unless an entry knows better. */
export interface Reason {
  /** One sentence for somebody who is no mail expert. */
  readonly says: string;
  readonly owner: Owner;
  readonly action: Action;
}

/** Only a reason that plainly says that mail to this address should stop suppresses; what is ambiguous holds. */
export const reasonTable: Readonly<Record<ReasonId, Reason>> = {
  'recipient.unknown': {
    says: 'Nobody has a mailbox under this address.',
    owner: 'sender',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'Mailing an address that does not exist harms your reputation; check it for a typing error, then take it off the list.',
    },
  },
  'recipient.edge-blocked': {
    says: "The receiving organisation's directory does not know this address, or has not learnt of it yet.",
    owner: 'sender',
    action: {
      do: 'hold',
      retryAfter: 172800,
      then: 'suppress',
      why: 'The same words are said of dead addresses and of live ones that have not been synchronised. Wait two days, try once more, and ask about another address there.',
    },
  },
  'recipient.domain-unknown': {
    says: 'The domain of the address does not exist or has no mail server.',
    owner: 'sender',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'No mail can reach a domain without a mail server; check the domain for a typing error.',
    },
  },
  'recipient.null-mx': {
    says: 'The domain declares that it takes no mail at all.',
    owner: 'sender',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'The owner of the domain has said so in the DNS; look for another address.',
    },
  },
  'recipient.bad-syntax': {
    says: 'The address is not written as an address can be.',
    owner: 'sender',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'Correct the address; as it stands it can never be delivered to.',
    },
  },
  'recipient.ambiguous': {
    says: 'The address fits more than one mailbox there.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'Only the receiving side can say which mailbox is meant.',
    },
  },
  'recipient.moved': {
    says: 'The mailbox has moved and nothing is forwarded.',
    owner: 'sender',
    action: { do: 'suppress', retryAfter: null, then: null, why: 'Ask the person for the new address.' },
  },
  'recipient.disabled': {
    says: 'The account exists but has been closed, suspended or left unused.',
    owner: 'recipient',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'Nobody reads mail there now; bring the address back only when its owner confirms it.',
    },
  },
  'recipient.over-quota': {
    says: 'The mailbox is full.',
    owner: 'recipient',
    action: {
      do: 'retry',
      retryAfter: 86400,
      then: null,
      why: 'The person is there but cannot take mail; try once a day, later once a week.',
    },
  },
  'recipient.over-quota-long': {
    says: 'The mailbox has been full for so long that the provider has given up on it.',
    owner: 'recipient',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'A mailbox that nobody empties is a mailbox that nobody reads.',
    },
  },
  'recipient.rate-limited': {
    says: 'This mailbox is getting too much mail at the moment.',
    owner: 'nobody',
    action: {
      do: 'retry',
      retryAfter: 3600,
      then: null,
      why: 'The limit belongs to the mailbox, not to you; send again later.',
    },
  },
  'recipient.not-allowed-sender': {
    says: 'The mailbox or group takes mail only from listed or signed-in senders.',
    owner: 'recipient-admin',
    action: { do: 'hold', retryAfter: null, then: null, why: 'The address is alive; its owner has to let you in.' },
  },
  'recipient.personal-block': {
    says: 'The person has blocked you.',
    owner: 'recipient',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: "Respect it: nothing but the person's own word should bring the address back.",
    },
  },
  'recipient.address-verification': {
    says: 'The receiving server is still asking whether the address exists.',
    owner: 'recipient-admin',
    action: {
      do: 'retry',
      retryAfter: 1800,
      then: null,
      why: 'The answer comes by itself; the usual retries settle it.',
    },
  },
  'route.relay-denied': {
    says: 'The server that you reached does not take mail for this domain.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: "Either the domain's MX points at the wrong server or your own server wants you to sign in; the address may be fine.",
    },
  },
  'route.no-mail-users': {
    says: 'The hosting tenant is there but has no mailboxes for this domain.',
    owner: 'recipient-admin',
    action: { do: 'hold', retryAfter: null, then: null, why: 'The receiving side has to finish its set-up.' },
  },
  'route.loop': {
    says: 'The message was going round in circles between servers.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: "Someone's forwarding or routing points back at itself; the address may be fine.",
    },
  },
  'route.no-answer': {
    says: 'The receiving server could not be reached.',
    owner: 'nobody',
    action: {
      do: 'retry',
      retryAfter: 3600,
      then: null,
      why: 'Most outages pass; keep trying for as long as your queue allows.',
    },
  },
  'route.dropped': {
    says: 'The connection broke in the middle of the conversation.',
    owner: 'nobody',
    action: { do: 'retry', retryAfter: 1800, then: null, why: 'Usually a passing fault; try again.' },
  },
  'route.dns-temporary': {
    says: 'A name look-up failed for the moment.',
    owner: 'nobody',
    action: { do: 'retry', retryAfter: 1800, then: null, why: 'Usually a passing fault of the DNS; try again.' },
  },
  'route.expired': {
    says: 'The message waited in the queue until its time was up.',
    owner: 'nobody',
    action: {
      do: 'hold',
      retryAfter: 86400,
      then: null,
      why: 'What kept it waiting is the real cause; read the last temporary refusal.',
    },
  },
  'host.not-accepting': {
    says: 'The receiving server takes no mail at the moment.',
    owner: 'recipient-admin',
    action: {
      do: 'retry',
      retryAfter: 7200,
      then: null,
      why: 'Try again later; if it lasts for days, ask the receiving side.',
    },
  },
  'host.internal-error': {
    says: 'Something broke inside the receiving system.',
    owner: 'receiving-platform',
    action: {
      do: 'retry',
      retryAfter: 3600,
      then: null,
      why: 'The fault is theirs; the usual retries settle most of these.',
    },
  },
  'host.disk-full': {
    says: 'The receiving server has run out of room.',
    owner: 'recipient-admin',
    action: { do: 'retry', retryAfter: 7200, then: null, why: 'The fault is theirs; try again later.' },
  },
  'host.pipe-failed': {
    says: 'A program that delivers mail on the receiving side failed.',
    owner: 'recipient-admin',
    action: {
      do: 'retry',
      retryAfter: 7200,
      then: null,
      why: 'Their administrator has to look at it; the address may be fine.',
    },
  },
  'host.protocol': {
    says: 'The two servers did not understand each other.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Look at the sending server's configuration; the address is not at fault.",
    },
  },
  'auth.spf': {
    says: 'SPF does not allow your server to send for this domain.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Add the sending server to the SPF record, then send again.',
    },
  },
  'auth.dkim': {
    says: 'The DKIM signature is missing or does not verify.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: 'Repair signing or the published key, then send again.' },
  },
  'auth.dmarc': {
    says: 'The message fails DMARC: nothing that passes belongs to the domain in the From line.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Make SPF or DKIM pass for the domain of the From line, then send again.',
    },
  },
  'auth.bulk-required': {
    says: 'The receiver asks bulk senders for authentication that this mail lacks.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Set up SPF, DKIM and DMARC for the sending domain, then send again.',
    },
  },
  'auth.arc-or-forward': {
    says: 'The message was forwarded, and forwarding broke its authentication.',
    owner: 'recipient',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'The address is alive; the one who forwards has to repair it.',
    },
  },
  'auth.submission': {
    says: 'The server wants the sending program to sign in first.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Check user name, password and port of the sending program.',
    },
  },
  'tls.required': {
    says: 'The connection was not encrypted as one of the two sides demands.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Check TLS on the sending server; if yours is right, the receiving side's certificate or policy is at fault.",
    },
  },
  'dns.ptr': {
    says: "Your server's IP address has no proper reverse name.",
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Ask whoever runs the IP address to set a reverse name that points back to it.',
    },
  },
  'dns.helo': {
    says: 'Your server introduces itself by a name that is not accepted.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Set the HELO name to the server's real, resolvable host name.",
    },
  },
  'dns.sender-domain': {
    says: 'The domain of your return address does not exist or takes no mail.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Give the domain a mail server or use another return address.',
    },
  },
  'dns.sender-address': {
    says: 'The receiver refuses this sender address.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Check the return address, or ask the receiving side why they refuse it.',
    },
  },
  'reputation.ip-dnsbl': {
    says: 'The IP address that you send from stands on a public blocklist.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Stop what caused the listing, then ask the list to remove it. The recipient's address is fine.",
    },
  },
  'reputation.ip-private': {
    says: 'The receiver keeps the IP address that you send from on its own blocklist.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Stop what caused it, then ask the receiver to remove it. The recipient's address is fine.",
    },
  },
  'reputation.domain-list': {
    says: 'A domain of yours stands on a blocklist.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Find out which domain and why, then ask the list to remove it.',
    },
  },
  'reputation.low': {
    says: 'The receiver does not trust your IP address or domain enough.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Slow down, mail only people who expect it, and let the reputation recover.',
    },
  },
  'reputation.complaints': {
    says: 'Too many people have called your mail spam.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: 'Slow down and mail only people who asked for it.' },
  },
  'reputation.dynamic-ip': {
    says: 'You send from an address range meant for homes, which this receiver does not take mail from.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: "Send through your provider's mail server." },
  },
  'reputation.geo': {
    says: 'The receiver does not take mail from your country or network.',
    owner: 'sender',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'Only the receiving side can make an exception; the address is fine.',
    },
  },
  'reputation.tenant-restricted': {
    says: 'Your own mail provider has stopped your outgoing mail.',
    owner: 'sending-platform',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: "Talk to your provider's support; the recipient's address is fine.",
    },
  },
  'rate.connections': {
    says: 'You opened too many connections at once.',
    owner: 'sender',
    action: { do: 'retry', retryAfter: 1800, then: null, why: 'Use fewer connections; the mail goes through later.' },
  },
  'rate.messages': {
    says: 'You sent faster than the receiver allows.',
    owner: 'sender',
    action: { do: 'retry', retryAfter: 3600, then: null, why: 'Slow down; the mail goes through later.' },
  },
  'rate.recipients': {
    says: 'The message names more recipients at once than the receiver allows.',
    owner: 'sender',
    action: { do: 'retry', retryAfter: 600, then: null, why: 'Send to fewer recipients at a time.' },
  },
  'rate.greylist': {
    says: 'The receiver puts off first contacts on purpose and asks you to come back.',
    owner: 'nobody',
    action: {
      do: 'retry',
      retryAfter: 600,
      then: null,
      why: 'Your server comes back by itself within minutes; nothing needs doing.',
    },
  },
  'content.spam': {
    says: 'A filter took the message for spam.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Change the content, check the links, or report it as wrongly caught. The address is fine.',
    },
  },
  'content.url': {
    says: 'A link in the message is on a blocklist.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: 'Remove the link or have it delisted, then send again.' },
  },
  'content.virus': {
    says: 'A scanner found malware in the message.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Check your systems and the attachment before you send anything again.',
    },
  },
  'content.attachment': {
    says: 'The receiver does not take this kind of attachment.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: 'Send a link instead of the file.' },
  },
  'content.too-big': {
    says: 'The message is larger than the receiver allows.',
    owner: 'sender',
    action: { do: 'fix', retryAfter: null, then: null, why: 'Make it smaller or send a link.' },
  },
  'content.not-rfc': {
    says: 'The message is not built as the mail standards ask.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Repair the headers or the structure that your program writes.',
    },
  },
  'content.conversion': {
    says: 'The message uses a form (8-bit, international addresses) that the other side cannot take.',
    owner: 'sender',
    action: {
      do: 'fix',
      retryAfter: null,
      then: null,
      why: 'Send it in a plainer form, or have the receiving side upgrade.',
    },
  },
  'policy.transport-rule': {
    says: 'A rule that the receiving organisation made for itself refused the message.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'Only their administrator can say which rule it is; the address is fine.',
    },
  },
  'policy.generic': {
    says: 'The receiver refused the message by its own policy and does not say which.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'Ask the receiving side; do not take the address for dead.',
    },
  },
  'policy.access-denied': {
    says: 'Access was denied, and the reply does not say to whom or why.',
    owner: 'recipient-admin',
    action: {
      do: 'hold',
      retryAfter: null,
      then: null,
      why: 'It can be the address, the route or you. Find out before you change the list.',
    },
  },
  'suppressed.by-esp': {
    says: 'Your own sending platform kept the message back, since the address is on its suppression list.',
    owner: 'sending-platform',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'It was never sent. Look up in the platform why it is on the list.',
    },
  },
  'notice.delayed': {
    says: 'The message is late; the server goes on trying.',
    owner: 'nobody',
    action: { do: 'ignore', retryAfter: null, then: null, why: 'Nothing needs doing yet.' },
  },
  'notice.delivered': {
    says: 'The message was delivered or passed on.',
    owner: 'nobody',
    action: { do: 'ignore', retryAfter: null, then: null, why: 'Nothing needs doing.' },
  },
  'notice.autoreply': {
    says: 'An automatic answer: the message did arrive.',
    owner: 'nobody',
    action: { do: 'ignore', retryAfter: null, then: null, why: 'Nothing needs doing.' },
  },
  'notice.challenge': {
    says: 'The receiver wants a proof that a person sent this.',
    owner: 'sender',
    action: { do: 'ignore', retryAfter: null, then: null, why: 'Answer it if you want to reach this person.' },
  },
  'notice.complaint': {
    says: 'The person called your message spam.',
    owner: 'sender',
    action: {
      do: 'suppress',
      retryAfter: null,
      then: null,
      why: 'Never mail this person again unless they ask for it.',
    },
  },
  'notice.unsubscribe': {
    says: 'The person does not want these messages any more.',
    owner: 'sender',
    action: { do: 'suppress', retryAfter: null, then: null, why: 'Take the address off this list.' },
  },
  'notice.subscribe': {
    says: 'The person wants to get these messages.',
    owner: 'sender',
    action: { do: 'ignore', retryAfter: null, then: null, why: 'Handle it as your list does.' },
  },
  'notice.forged': {
    says: 'A bounce for a message that you never sent.',
    owner: 'nobody',
    action: {
      do: 'ignore',
      retryAfter: null,
      then: null,
      why: 'Someone used your address; nothing was wrong with your list.',
    },
  },
  'unknown.no-recipient': {
    says: 'A bounce that does not say who it is about.',
    owner: 'nobody',
    action: {
      do: 'ignore',
      retryAfter: null,
      then: null,
      why: 'Look at the full text; there may be an address in a part that was cut off.',
    },
  },
  'unknown.text': {
    says: 'The server refused, in words that nobody has explained yet.',
    owner: 'nobody',
    action: { do: 'hold', retryAfter: null, then: null, why: 'Keep the address until it is clear what happened.' },
  },
  'unknown.empty': {
    says: 'The server gave no reason at all.',
    owner: 'nobody',
    action: { do: 'hold', retryAfter: null, then: null, why: 'Keep the address until it is clear what happened.' },
  },
};
