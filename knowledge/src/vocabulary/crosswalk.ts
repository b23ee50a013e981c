import type { ReasonId } from './reason.ts';

/** A vendor's classes for a reason, the best fitting first; null where it has none. */
export type VendorClass<T> = T | readonly T[] | null;

/** A reason in the vocabularies of those who classify bounces too. */
export interface CrosswalkRow {
  readonly sisimai: VendorClass<string>;
  readonly kumomta: VendorClass<string>;
  readonly sparkpost: VendorClass<number>;
  readonly amazonSes: VendorClass<string>;
  readonly postmark: VendorClass<string>;
  readonly mailgun: VendorClass<string>;
  readonly sendgrid: VendorClass<string>;
  readonly postalsys: VendorClass<string>;
  readonly zoneMta: VendorClass<string>;
}

/** Where each vendor's list of classes was read. Matching reasons to classes is this project's own judgement. */
export const crosswalkSources: Readonly<Record<keyof CrosswalkRow, string>> = {
  sisimai: 'sisimai/go-sisimai@ed142de reason/*.go, smtp/failure',
  kumomta: 'KumoCorp/kumomta@3ebc1e85 crates/bounce-classify/src/lib.rs',
  sparkpost: 'SparkPost/support-docs content/docs/deliverability/bounce-classification-codes.md (2020-02-08)',
  amazonSes: 'Amazon SES API v2 reference, Bounce; subtypes as in go-sisimai lhost/via-amazonses.go',
  postmark: 'postmark@4.0.2 dist/client/models/bounces/Bounce.js',
  mailgun: 'mailgun/mailgun-mcp-server src/openapi.yaml; Mailgun help, Classified Bounces List',
  sendgrid: 'Twilio SendGrid documentation, bounce and block classifications',
  postalsys: 'postalsys/bounce-classifier@02f3f71 src/index.js',
  zoneMta: 'zone-eu/zone-mta@cf94b99 config/bounces.txt',
};

/** Sisimai's reasons that count as hard bounces; `notaccept` only where the refusal is permanent. */
export const sisimaiHardReasons: ReadonlySet<string> = new Set(['hasmoved', 'hostunknown', 'notaccept', 'userunknown']);

export const crosswalkTable: Readonly<Record<ReasonId, CrosswalkRow>> = {
  'recipient.unknown': { sisimai: 'userunknown', kumomta: 'InvalidRecipient', sparkpost: 10, amazonSes: ['Permanent/General', 'Permanent/NoEmail'], postmark: 'HardBounce', mailgun: 'BOUNCE', sendgrid: 'Invalid Address', postalsys: 'user_unknown', zoneMta: 'recipient' },
  'recipient.edge-blocked': { sisimai: 'userunknown', kumomta: null, sparkpost: null, amazonSes: null, postmark: null, mailgun: 'ESPBLOCK', sendgrid: null, postalsys: 'user_unknown', zoneMta: 'recipient' },
  'recipient.domain-unknown': { sisimai: 'hostunknown', kumomta: ['DNSFailure', 'BadDomain'], sparkpost: 21, amazonSes: ['Transient/General', 'Permanent/General'], postmark: 'DnsError', mailgun: null, sendgrid: 'Invalid Address', postalsys: 'invalid_address', zoneMta: 'dns' },
  'recipient.null-mx': { sisimai: 'notaccept', kumomta: 'BadDomain', sparkpost: 21, amazonSes: null, postmark: 'DnsError', mailgun: null, sendgrid: 'Invalid Address', postalsys: 'invalid_address', zoneMta: 'dns' },
  'recipient.bad-syntax': { sisimai: 'userunknown', kumomta: 'InvalidRecipient', sparkpost: 10, amazonSes: 'Permanent/General', postmark: 'BadEmailAddress', mailgun: null, sendgrid: 'Invalid Address', postalsys: 'invalid_address', zoneMta: 'recipient' },
  'recipient.ambiguous': { sisimai: 'userunknown', kumomta: 'InvalidRecipient', sparkpost: 10, amazonSes: null, postmark: 'HardBounce', mailgun: null, sendgrid: 'Invalid Address', postalsys: 'invalid_address', zoneMta: 'recipient' },
  'recipient.moved': { sisimai: 'hasmoved', kumomta: 'InactiveMailbox', sparkpost: 10, amazonSes: null, postmark: 'AddressChange', mailgun: null, sendgrid: 'Invalid Address', postalsys: 'invalid_address', zoneMta: 'recipient' },
  'recipient.disabled': { sisimai: 'suspend', kumomta: 'InactiveMailbox', sparkpost: 10, amazonSes: 'Permanent/General', postmark: 'HardBounce', mailgun: null, sendgrid: 'Mailbox Unavailable', postalsys: 'mailbox_disabled', zoneMta: 'recipient' },
  'recipient.over-quota': { sisimai: 'mailboxfull', kumomta: 'QuotaIssues', sparkpost: 22, amazonSes: 'Transient/MailboxFull', postmark: 'SoftBounce', mailgun: null, sendgrid: 'Mailbox Unavailable', postalsys: 'mailbox_full', zoneMta: 'capacity' },
  'recipient.over-quota-long': { sisimai: 'mailboxfull', kumomta: 'InactiveMailbox', sparkpost: 10, amazonSes: 'Permanent/General', postmark: 'HardBounce', mailgun: null, sendgrid: 'Mailbox Unavailable', postalsys: 'mailbox_full', zoneMta: 'capacity' },
  'recipient.rate-limited': { sisimai: 'speeding', kumomta: 'TransientFailure', sparkpost: 20, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Frequency or Volume Too High', postalsys: 'rate_limited', zoneMta: 'rate' },
  'recipient.not-allowed-sender': { sisimai: 'rejected', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'policy_blocked', zoneMta: null },
  'recipient.personal-block': { sisimai: 'filtered', kumomta: 'PolicyRelated', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'policy_blocked', zoneMta: 'recipient' },
  'recipient.address-verification': { sisimai: 'userunknown', kumomta: 'InvalidRecipient', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'SoftBounce', mailgun: null, sendgrid: 'Unclassified', postalsys: 'greylisting', zoneMta: 'recipient' },
  'route.relay-denied': { sisimai: 'norelaying', kumomta: ['RelayDenied', 'RelayingIssues'], sparkpost: 54, amazonSes: 'Permanent/General', postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'relay_denied', zoneMta: 'envelope' },
  'route.no-mail-users': { sisimai: 'hostunknown', kumomta: 'RoutingErrors', sparkpost: 21, amazonSes: null, postmark: 'DnsError', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'dns' },
  'route.loop': { sisimai: 'networkerror', kumomta: 'RoutingErrors', sparkpost: 40, amazonSes: null, postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'network' },
  // Sisimai files "connection timed out" and kin under the queue's end; its networkerror is about routes and names.
  'route.no-answer': { sisimai: 'expired', kumomta: 'NoAnswerFromHost', sparkpost: 24, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'network' },
  'route.dropped': { sisimai: 'networkerror', kumomta: 'BadConnection', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'network' },
  'route.dns-temporary': { sisimai: 'networkerror', kumomta: 'DNSFailure', sparkpost: 21, amazonSes: 'Transient/General', postmark: 'DnsError', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'dns' },
  'route.expired': { sisimai: 'expired', kumomta: 'MessageExpired', sparkpost: 24, amazonSes: 'Transient/General', postmark: 'SoftBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'network' },
  'host.not-accepting': { sisimai: 'notaccept', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'network' },
  'host.internal-error': { sisimai: 'systemerror', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'other' },
  'host.disk-full': { sisimai: 'systemfull', kumomta: 'QuotaIssues', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'capacity' },
  'host.pipe-failed': { sisimai: 'mailererror', kumomta: 'BadConfiguration', sparkpost: 40, amazonSes: null, postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: null },
  'host.protocol': { sisimai: 'syntaxerror', kumomta: 'ProtocolErrors', sparkpost: 40, amazonSes: null, postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'server_error', zoneMta: 'protocol' },
  'auth.spf': { sisimai: 'authfailure', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'auth_failure', zoneMta: 'auth' },
  'auth.dkim': { sisimai: 'authfailure', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'auth_failure', zoneMta: 'auth' },
  'auth.dmarc': { sisimai: 'authfailure', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'DMARCPolicy', mailgun: null, sendgrid: 'Reputation', postalsys: 'auth_failure', zoneMta: 'dmarc' },
  'auth.bulk-required': { sisimai: 'authfailure', kumomta: 'AuthenticationFailed', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'auth_failure', zoneMta: null },
  'auth.arc-or-forward': { sisimai: 'authfailure', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'auth_failure', zoneMta: null },
  'auth.submission': { sisimai: 'securityerror', kumomta: 'AuthenticationFailed', sparkpost: 40, amazonSes: null, postmark: 'SMTPApiError', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'auth_failure', zoneMta: 'auth' },
  'tls.required': { sisimai: 'failedstarttls', kumomta: 'AuthenticationFailed', sparkpost: 40, amazonSes: null, postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'config' },
  'dns.ptr': { sisimai: 'requireptr', kumomta: 'AuthenticationFailed', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'ip_blacklisted', zoneMta: 'config' },
  'dns.helo': { sisimai: 'blocked', kumomta: 'AuthenticationFailed', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'config' },
  'dns.sender-domain': { sisimai: 'rejected', kumomta: 'InvalidSender', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'envelope' },
  'dns.sender-address': { sisimai: 'rejected', kumomta: 'InvalidSender', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'policy_blocked', zoneMta: 'envelope' },
  'reputation.ip-dnsbl': { sisimai: 'blocked', kumomta: 'SpamBlock', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'BLACKLISTED', sendgrid: 'Reputation', postalsys: 'ip_blacklisted', zoneMta: 'blacklist' },
  'reputation.ip-private': { sisimai: 'blocked', kumomta: 'SpamBlock', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'BLACKLISTED', sendgrid: 'Reputation', postalsys: 'ip_blacklisted', zoneMta: 'blacklist' },
  'reputation.domain-list': { sisimai: 'badreputation', kumomta: 'SpamBlock', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'BLACKLISTED', sendgrid: 'Reputation', postalsys: 'domain_blacklisted', zoneMta: 'blacklist' },
  'reputation.low': { sisimai: 'badreputation', kumomta: 'SpamBlock', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'ESPBLOCK', sendgrid: 'Reputation', postalsys: 'spam_blocked', zoneMta: 'blacklist' },
  'reputation.complaints': { sisimai: 'badreputation', kumomta: 'TransientFailure', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'ESPBLOCK', sendgrid: 'Reputation', postalsys: 'rate_limited', zoneMta: 'policy' },
  'reputation.dynamic-ip': { sisimai: 'blocked', kumomta: 'SpamBlock', sparkpost: 51, amazonSes: null, postmark: 'Blocked', mailgun: 'BLACKLISTED', sendgrid: 'Reputation', postalsys: 'ip_blacklisted', zoneMta: 'blacklist' },
  'reputation.geo': { sisimai: 'blocked', kumomta: 'PolicyRelated', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'geo_blocked', zoneMta: null },
  'reputation.tenant-restricted': { sisimai: 'securityerror', kumomta: 'PolicyRelated', sparkpost: 25, amazonSes: null, postmark: 'Blocked', mailgun: null, sendgrid: 'Reputation', postalsys: 'policy_blocked', zoneMta: null },
  'rate.connections': { sisimai: 'toomanyconn', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Frequency or Volume Too High', postalsys: 'rate_limited', zoneMta: 'rate' },
  'rate.messages': { sisimai: 'speeding', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Frequency or Volume Too High', postalsys: 'rate_limited', zoneMta: 'rate' },
  'rate.recipients': { sisimai: 'toomanyconn', kumomta: 'TooManyRecipients', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: null, sendgrid: 'Frequency or Volume Too High', postalsys: 'rate_limited', zoneMta: 'rate' },
  'rate.greylist': { sisimai: 'blocked', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: 'Transient/General', postmark: 'Transient', mailgun: 'GREYLISTED', sendgrid: 'Technical Failure', postalsys: 'greylisting', zoneMta: 'greylist' },
  'content.spam': { sisimai: 'spamdetected', kumomta: 'SpamContent', sparkpost: 52, amazonSes: 'Transient/ContentRejected', postmark: 'SpamNotification', mailgun: 'ESPBLOCK', sendgrid: 'Content', postalsys: 'spam_blocked', zoneMta: 'spam' },
  'content.url': { sisimai: 'spamdetected', kumomta: 'SpamContent', sparkpost: 52, amazonSes: 'Transient/ContentRejected', postmark: 'SpamNotification', mailgun: null, sendgrid: 'Content', postalsys: 'spam_blocked', zoneMta: 'spam' },
  'content.virus': { sisimai: 'virusdetected', kumomta: 'VirusRelated', sparkpost: 52, amazonSes: 'Transient/AttachmentRejected', postmark: 'VirusNotification', mailgun: null, sendgrid: 'Content', postalsys: 'virus_detected', zoneMta: 'virus' },
  'content.attachment': { sisimai: 'policyviolation', kumomta: 'ProhibitedAttachment', sparkpost: 53, amazonSes: 'Transient/AttachmentRejected', postmark: 'HardBounce', mailgun: null, sendgrid: 'Content', postalsys: 'policy_blocked', zoneMta: 'message' },
  'content.too-big': { sisimai: 'mesgtoobig', kumomta: 'QuotaIssues', sparkpost: 23, amazonSes: 'Transient/MessageTooLarge', postmark: 'SoftBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'message' },
  'content.not-rfc': { sisimai: 'notcompliantrfc', kumomta: 'ProtocolErrors', sparkpost: 52, amazonSes: 'Transient/ContentRejected', postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'message' },
  'content.conversion': { sisimai: 'contenterror', kumomta: 'ProtocolErrors', sparkpost: 40, amazonSes: 'Transient/ContentRejected', postmark: 'HardBounce', mailgun: null, sendgrid: 'Technical Failure', postalsys: 'policy_blocked', zoneMta: 'message' },
  'policy.transport-rule': { sisimai: 'policyviolation', kumomta: 'PolicyRelated', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: 'ESPBLOCK', sendgrid: 'Unclassified', postalsys: 'policy_blocked', zoneMta: 'policy' },
  'policy.generic': { sisimai: 'policyviolation', kumomta: 'PolicyRelated', sparkpost: 50, amazonSes: 'Transient/General', postmark: 'Blocked', mailgun: 'ESPBLOCK', sendgrid: 'Reputation', postalsys: 'policy_blocked', zoneMta: ['policy', 'block'] },
  'policy.access-denied': { sisimai: 'securityerror', kumomta: 'AuthenticationFailed', sparkpost: 50, amazonSes: null, postmark: 'Blocked', mailgun: 'ESPBLOCK', sendgrid: 'Unclassified', postalsys: 'policy_blocked', zoneMta: 'policy' },
  'suppressed.by-esp': { sisimai: 'suppressed', kumomta: null, sparkpost: 25, amazonSes: ['Permanent/OnAccountSuppressionList', 'Permanent/Suppressed'], postmark: 'ManuallyDeactivated', mailgun: null, sendgrid: null, postalsys: 'user_unknown', zoneMta: null },
  'notice.delayed': { sisimai: 'expired', kumomta: 'TransientFailure', sparkpost: 70, amazonSes: null, postmark: 'Transient', mailgun: null, sendgrid: null, postalsys: 'server_error', zoneMta: null },
  'notice.delivered': { sisimai: 'delivered', kumomta: null, sparkpost: null, amazonSes: null, postmark: null, mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.autoreply': { sisimai: 'vacation', kumomta: 'AutoReply', sparkpost: 60, amazonSes: null, postmark: 'AutoResponder', mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.challenge': { sisimai: null, kumomta: 'ChallengeResponse', sparkpost: 100, amazonSes: null, postmark: 'ChallengeVerification', mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.complaint': { sisimai: 'feedback', kumomta: null, sparkpost: null, amazonSes: null, postmark: 'SpamComplaint', mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.unsubscribe': { sisimai: 'feedback', kumomta: 'Unsubscribe', sparkpost: 90, amazonSes: null, postmark: 'Unsubscribe', mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.subscribe': { sisimai: null, kumomta: 'Subscribe', sparkpost: 80, amazonSes: null, postmark: 'Subscribe', mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'notice.forged': { sisimai: null, kumomta: null, sparkpost: null, amazonSes: null, postmark: null, mailgun: null, sendgrid: null, postalsys: null, zoneMta: null },
  'unknown.no-recipient': { sisimai: null, kumomta: 'Uncategorized', sparkpost: 30, amazonSes: 'Undetermined/Undetermined', postmark: 'Unknown', mailgun: null, sendgrid: 'Unclassified', postalsys: 'unknown', zoneMta: 'other' },
  'unknown.text': { sisimai: 'onhold', kumomta: 'Uncategorized', sparkpost: 40, amazonSes: ['Undetermined/Undetermined', 'Permanent/General'], postmark: 'Unknown', mailgun: 'GENERIC', sendgrid: 'Unclassified', postalsys: 'unknown', zoneMta: 'other' },
  'unknown.empty': { sisimai: 'undefined', kumomta: 'Uncategorized', sparkpost: 1, amazonSes: 'Undetermined/Undetermined', postmark: 'Unknown', mailgun: 'GENERIC', sendgrid: 'Unclassified', postalsys: 'unknown', zoneMta: 'other' },
};
