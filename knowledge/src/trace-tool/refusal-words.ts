import type { RefusalTable } from './define.ts';

const checkAddress =
  'check the spelling of the address with the person by another way, and if it is right hand the facts below to their mail administrator.';
const lookUpAddress =
  'look whether the address exists in the directory of the mail system and takes mail from outside, and report back.';
const repairRoute =
  'look at how mail for the domain is routed with the facts below, and report back when it is repaired.';
const liftBlock = 'look whether the block is still meant, and lift it or say what it takes.';
const lookForRule =
  'look which rule, list or connector refused the message, and allow the sender or say what is wrong.';

/** What each reason means for people of the other side, and what is asked of whom where that is more than usual. */
export const refusalWords: RefusalTable = {
  'recipient.unknown': {
    happened: 'the mail server there says that nobody has a mailbox under this address',
    asks: { sender: checkAddress, 'recipient-admin': lookUpAddress },
  },
  'recipient.edge-blocked': {
    happened: 'the mail server there says that the directory does not know this address, or not yet',
    asks: { sender: checkAddress, 'recipient-admin': lookUpAddress },
  },
  'recipient.domain-unknown': {
    happened: 'the domain of the address does not exist or has no mail server',
    asks: {
      sender: 'check the spelling of the domain with the person by another way.',
      'recipient-admin': 'look whether the MX records of the domain are published and right.',
    },
  },
  'recipient.null-mx': {
    happened: 'the domain declares that it takes no mail at all',
    asks: {
      sender: 'ask the person for another address, since this domain takes no mail.',
      'recipient-admin': 'look whether the null MX record of the domain is meant.',
    },
  },
  'recipient.bad-syntax': {
    happened: 'the address is not written as an address can be',
    asks: { sender: 'correct the address and send the message again.' },
  },
  'recipient.ambiguous': {
    happened: 'the address fits more than one mailbox there',
    asks: { 'recipient-admin': 'give the address to one mailbox only, and report back when that is done.' },
  },
  'recipient.moved': {
    happened: 'the mailbox has moved and nothing is forwarded',
    asks: {
      sender: 'ask the person for the new address.',
      'recipient-admin': 'name the new address, or forward mail for the old one.',
    },
  },
  'recipient.disabled': {
    happened: 'the account exists but has been closed, suspended or left unused',
    asks: {
      sender: checkAddress,
      'recipient-admin': 'look whether the account is still meant to be closed, and open it or name the new address.',
    },
  },
  'recipient.over-quota': {
    happened: 'the mailbox is full',
    asks: {
      recipient: 'delete or move mail until there is room again, and to tell the sender then.',
      'recipient-admin': 'look at the quota of the mailbox and make room.',
    },
  },
  'recipient.over-quota-long': {
    happened: 'the mailbox has been full for so long that the provider gave up on it',
    asks: {
      sender: 'reach the person by another way and ask for an address that they read.',
      'recipient-admin': 'look whether the mailbox is still used, and make room.',
    },
  },
  'recipient.rate-limited': {
    happened: 'the mailbox is getting more mail at the moment than it may',
    asks: { 'recipient-admin': 'look whether the receiving limit of the mailbox is as it should be.' },
  },
  'recipient.not-allowed-sender': {
    happened: 'the mailbox or group takes mail only from senders that it knows',
    asks: {
      'recipient-admin':
        'let the mailbox or group take mail from this sender (or from outside), or say which address to write to instead.',
    },
  },
  'recipient.personal-block': {
    happened: 'the person has blocked this sender',
    asks: {
      recipient: 'take the sender off their list of blocked senders, if they want the mail.',
      'recipient-admin': "look whether the sender stands on the person's list of blocked senders.",
    },
  },
  'recipient.address-verification': {
    happened: 'the server there is still asking whether the address exists',
    asks: { 'recipient-admin': 'look whether the server that verifies addresses can reach the mailbox server.' },
  },
  'route.relay-denied': {
    happened: 'the server that was reached does not take mail for this domain',
    asks: {
      'recipient-admin':
        'look whether the MX records name the right servers and these know the domain, and report back when it is repaired.',
    },
  },
  'route.no-mail-users': {
    happened: 'the mail system that was reached knows the domain and has no mailboxes for it',
    asks: { 'recipient-admin': repairRoute },
  },
  'route.loop': {
    happened: 'the message was going round in circles between servers',
    asks: { 'recipient-admin': repairRoute },
  },
  'route.no-answer': {
    happened: 'the mail server there could not be reached',
    asks: { 'recipient-admin': 'look whether the mail servers answer on port 25 from outside.' },
  },
  'route.dropped': {
    happened: 'the connection broke in the middle of the conversation',
    asks: { 'recipient-admin': 'look in the log why the connection ended, firewalls and filters included.' },
  },
  'route.dns-temporary': {
    happened: 'a name look-up failed for the moment',
    asks: { 'recipient-admin': 'look whether all name servers of the domain answer.' },
  },
  'route.expired': {
    happened: 'the message waited in the queue until its time was up',
    asks: { 'recipient-admin': 'look why the mail servers did not take the message in all that time.' },
  },
  'host.not-accepting': {
    happened: 'the mail server there takes no mail at the moment',
    asks: { 'recipient-admin': 'look whether the mail server is meant to be closed, and open it.' },
  },
  'host.internal-error': {
    happened: 'something broke inside the mail system there',
    asks: { 'recipient-admin': 'look up the error in the log with the facts below and repair it.' },
  },
  'host.disk-full': {
    happened: 'the mail server there has run out of room',
    asks: { 'recipient-admin': 'make room on the disk of the mail server.' },
  },
  'host.pipe-failed': {
    happened: 'a program that delivers mail there failed',
    asks: { 'recipient-admin': 'repair the delivery program that the reply names.' },
  },
  'host.protocol': { happened: 'the two servers did not understand each other' },
  'auth.spf': {
    happened: 'the SPF record of the sending domain does not allow the server that sent it',
    asks: { sender: 'have the SPF record of the sending domain list the address of the sending server.' },
  },
  'auth.dkim': {
    happened: 'its DKIM signature is missing or does not verify',
    asks: { sender: 'have the sending server sign with a DKIM key that the DNS publishes.' },
  },
  'auth.dmarc': {
    happened: 'it fails DMARC, the check of the domain in the From line',
    asks: { sender: 'have SPF or DKIM pass for the very domain in the From line.' },
  },
  'auth.bulk-required': {
    happened: 'it lacks the authentication that is asked of bulk senders',
    asks: { sender: 'set up SPF, DKIM and DMARC for the sending domain.' },
  },
  'auth.arc-or-forward': {
    happened: 'it was forwarded, and forwarding broke its authentication',
    asks: { 'recipient-admin': 'let the forwarding server rewrite the return path or sign with ARC, or trust it.' },
  },
  'auth.submission': {
    happened: 'the server wants the sending program to sign in first',
    asks: { sender: 'set user name, password and port in the sending program.' },
  },
  'tls.required': {
    happened: 'the connection was not encrypted as one of the two sides demands',
    asks: { 'recipient-admin': 'look whether certificate, TLS versions and policy of the mail servers agree.' },
  },
  'dns.ptr': {
    happened: 'the IP address of the sending server has no proper reverse name',
    asks: { sender: 'have the network provider set a reverse name that points back to the address.' },
  },
  'dns.helo': {
    happened: 'the sending server introduced itself by a name that is not accepted',
    asks: { sender: 'have the sending server greet with a host name that resolves to its address.' },
  },
  'dns.sender-domain': {
    happened: 'the domain of the return address does not exist or takes no mail',
    asks: { sender: 'publish MX records for the domain of the return address.' },
  },
  'dns.sender-address': {
    happened: 'the return address is not accepted there',
    asks: { sender: 'look whether the return address exists and takes mail.' },
  },
  'reputation.ip-dnsbl': {
    happened: 'the sending IP address stands on a public blocklist',
    asks: {
      sender: 'find out why the address was listed, stop that, and ask the list to take it off.',
      'recipient-admin': 'look whether the list is meant to refuse mail outright, and allow the sender meanwhile.',
    },
  },
  'reputation.ip-private': {
    happened: 'the sending IP address is on a blocklist of the receiver',
    asks: { 'receiving-platform': liftBlock, 'recipient-admin': liftBlock },
  },
  'reputation.domain-list': {
    happened: 'a sending domain stands on a blocklist',
    asks: { sender: 'find out why the domain was listed, stop that, and ask the list to take it off.' },
  },
  'reputation.low': {
    happened: 'the receiver does not trust the sending address or domain enough',
    asks: { 'receiving-platform': liftBlock },
  },
  'reputation.complaints': {
    happened: 'too many people have called mail of this sender spam',
    asks: { sender: 'stop mailing people who did not ask for it, and make leaving easy.' },
  },
  'reputation.dynamic-ip': {
    happened: 'it came from an address range meant for homes, from which mail is not taken',
    asks: { sender: 'send through the mail server of a provider instead.' },
  },
  'reputation.geo': {
    happened: 'mail from the country or network of the sending server is not taken there',
    asks: { 'recipient-admin': lookForRule },
  },
  'reputation.tenant-restricted': {
    happened: "the sender's own mail provider has stopped its outgoing mail",
    asks: { sender: 'find out why the account was restricted, and have its administrator release it.' },
  },
  'rate.connections': { happened: 'the sending server opened too many connections at once' },
  'rate.messages': { happened: 'mail came faster than the receiver allows' },
  'rate.recipients': { happened: 'the message names more recipients at once than the receiver allows' },
  'rate.greylist': { happened: 'first contacts are put off there on purpose' },
  'content.spam': {
    happened: 'a filter took it for spam',
    asks: {
      'recipient-admin': 'look up the verdict of the filter, and report it as wrong if the mail was wanted.',
      'receiving-platform': 'look up the verdict of the filter, and correct it if the mail was wanted.',
    },
  },
  'content.url': {
    happened: 'a link in it is on a blocklist',
    asks: { sender: 'take the link out, or have its domain taken off the list.' },
  },
  'content.virus': {
    happened: 'a scanner found malware in it',
    asks: { sender: 'scan the sending computer and the attachment before anything is sent again.' },
  },
  'content.attachment': {
    happened: 'this kind of attachment is not taken there',
    asks: { sender: 'send the file another way, such as by a link.' },
  },
  'content.too-big': {
    happened: 'it is larger than the receiver allows',
    asks: { sender: 'send the file another way, such as by a link.' },
  },
  'content.not-rfc': { happened: 'it is not built as the mail standards ask' },
  'content.conversion': { happened: 'it uses a form that the other side cannot take' },
  'policy.transport-rule': {
    happened: 'a rule that the receiving organisation made for itself refused it',
    asks: { 'recipient-admin': lookForRule },
  },
  'policy.generic': {
    happened: 'the receiver refused it by a policy of its own and does not say which',
    asks: { 'recipient-admin': lookForRule },
  },
  'policy.access-denied': {
    happened: 'access was denied, and the reply does not say to whom or why',
    asks: { sender: checkAddress, 'recipient-admin': lookForRule },
  },
  'suppressed.by-esp': {
    happened: "the sending service kept it back, since the address is on that service's suppression list",
    asks: {
      'sending-platform': 'say when and why the address was put on the list, and take it off if it works.',
      sender: 'look why the address is on the suppression list, and take it off if it works.',
    },
  },
  'notice.delayed': { happened: 'it is late, and the sending server goes on trying' },
  'notice.delivered': { happened: 'it was delivered or passed on' },
  'notice.autoreply': { happened: 'it did arrive, and an automatic answer came back' },
  'notice.challenge': { happened: 'a proof is asked for that a person sent it' },
  'notice.complaint': { happened: 'the person called it spam' },
  'notice.unsubscribe': { happened: 'the person does not want such messages any more' },
  'notice.subscribe': { happened: 'the person wants to get such messages' },
  'notice.forged': { happened: 'nobody on the sending side sent it' },
  'unknown.no-recipient': { happened: 'the report does not say who it is about' },
  'unknown.text': { happened: 'the reply uses words that do not say why' },
  'unknown.empty': { happened: 'no reason at all was given' },
};
