/**
 * What the programs print, written for the tests: for every step and outcome one output. Names and addresses are
 * those of documentation.
 */

/** How Exchange says that there is no such object, as Windows PowerShell, wrapped by the window, and as PowerShell 7. */
const notFound = (
  cmdlet: string,
  object: string,
): string => `${cmdlet} : The operation couldn't be performed because object '${object}' couldn't be
found on 'AM0P190A01DC001.EURP190A001.PROD.OUTLOOK.COM'.
At line:1 char:1
+ ${cmdlet} -Identity '${object}' | Format-List
+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    + CategoryInfo          : NotSpecified: (:) [${cmdlet}], ManagementObjectNotFoundException
    + FullyQualifiedErrorId : [Server=AM0P190MB0001],${cmdlet}
`;
const notFoundSeven = (cmdlet: string, object: string): string => `\u001b[31;1m${cmdlet}: \u001b[0m
\u001b[36;1mLine |\u001b[0m
   1 |  ${cmdlet} -Identity '${object}' | Format-List …
     |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
     | Error executing request. Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|The
     | operation couldn't be performed because object '${object}' couldn't be found on
     | 'AM0P190A01DC001.EURP190A001.PROD.OUTLOOK.COM'.
`;
const user = `
RecipientTypeDetails      : UserMailbox
PrimarySmtpAddress        : ada.byron@example.net
EmailAddresses            : {SIP:ada.byron@example.net, smtp:ada@example.net, SMTP:ada.byron@example.net}
ExternalDirectoryObjectId : 00000000-0000-0000-0000-000000000001

`;
const remote = user.replace('UserMailbox', 'RemoteUserMailbox');
const restriction = (signedIn: string, accepts: string, rejects: string): string => `

RequireSenderAuthenticationEnabled     : ${signedIn}
AcceptMessagesOnlyFromSendersOrMembers : ${accepts}
RejectMessagesFromSendersOrMembers     : ${rejects}

`;
const restrictions = (cmdlet: string): Readonly<Record<string, string>> => ({
  closed: restriction('True', '{}', '{}'),
  'rejects-some': restriction('False', '{}', '{example.net/Users/Grace}'),
  open: restriction('False', '{}', '{}'),
  'other-kind': notFound(cmdlet, 'ada@example.net'),
});
const domains = (type: string): string => `Found: 2

DomainName : example.net
DomainType : ${type}
Default    : True
MatchSubDomains : False

DomainName : example.onmicrosoft.example
DomainType : Authoritative
Default    : False
MatchSubDomains : False

`;
const otherDomain = `Found: 1

DomainName : example.org
DomainType : Authoritative
Default    : True
MatchSubDomains : False
`;
const traced = (...statuses: string[]): string =>
  `Found: ${statuses.length}\n${statuses
    .map(
      (status) =>
        `\nReceived         : 27.05.2026 14:30:01\nSenderAddress    : news@example.com\nRecipientAddress : ada@example.net\nStatus           : ${status}\nFromIP           : 203.0.113.7\nMessageId        : <1@example.com>\n`,
    )
    .join('')}`;
const tracked = (...events: string[]): string =>
  `Found: ${events.length}\n${events
    .map(
      (event) =>
        `\nTimestamp       : 27.05.2026 14:30:01\nEventId         : ${event}\nSource          : SMTP\nClientIp        : 203.0.113.7\nRecipientStatus : {250 2.1.5}\nMessageId       : <1@example.com>\n`,
    )
    .join('')}`;
const rule = (lines: readonly string[]): string =>
  `Found: 1\n\nName                    : A rule\n${lines.join('\n')}\n`;
const rules: Readonly<Record<string, string>> = {
  found: rule([
    'RejectMessageReasonText : Not wanted here. Access denied',
    'RejectMessageEnhancedStatusCode : 5.7.1',
    'DeleteMessage : False',
    'SenderDomainIs : {example.com, example.org}',
    'FromScope : ',
  ]),
  others: rule([
    'RejectMessageReasonText : No executables',
    'DeleteMessage : False',
    'SenderDomainIs : ',
    'FromScope : InOrganization',
  ]),
  none: rule(['RejectMessageReasonText :', 'DeleteMessage : False', 'Quarantine : False', 'SenderDomainIs :']),
};
const connector = (enabled: string, ips: string, certificate: string): string => `Found: 1

Name                         : From the gateway
Enabled                      : ${enabled}
ConnectorType                : Partner
SenderDomains                : {smtp:*;1}
SenderIPAddresses            : {198.51.100.0/24}
RestrictDomainsToIPAddresses : ${ips}
RestrictDomainsToCertificate : ${certificate}
TlsSenderCertificateName     :
`;
const size = (used: string): string => `
ProhibitSendReceiveQuota : 50 GB (53,687,091,200 bytes)


TotalItemSize : ${used}

`;
const receives = (ranges: string, groups: string): string => `Found: 1

Name             : Default Frontend MX1
Enabled          : True
Bindings         : {[::]:25, 0.0.0.0:25}
RemoteIPRanges   : ${ranges}
PermissionGroups : ${groups}
`;
const everywhere = '{::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 0.0.0.0-255.255.255.255}';
const log = (lines: string): string => `${lines}End of log\n`;
const dig = (status: string, answer: string): string =>
  `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4242\n;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1\n\n${answer}`;

/** Output by step and answer. They are about a mail of news@example.com from 203.0.113.7 to ada@example.net. */
export const answerFixtures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'm365-recipient': {
    found: `PS C:\\> Get-EXORecipient -Identity 'ada@example.net' | Format-List RecipientTypeDetails\n${user}`,
    missing: notFound('Get-EXORecipient', 'ada@example.net'),
    ambiguous:
      "Write-ErrorMessage : The identity 'ada@example.net' isn't unique. Specify a more precise one.\n    + CategoryInfo : InvalidData",
  },
  'm365-deleted-mailbox': {
    deleted:
      'DisplayName        : Ada Byron\nPrimarySmtpAddress : ada@example.net\nWhenSoftDeleted    : 01.05.2026 08:00:00\n',
    none: notFoundSeven('Get-Mailbox', 'ada@example.net'),
  },
  'm365-on-premises-recipient': {
    found: remote,
    missing: notFound('Get-Recipient', 'ada@example.net'),
  },
  'm365-accepted-domain': {
    authoritative: domains('Authoritative'),
    'internal-relay': domains('InternalRelay'),
    missing: otherDomain,
  },
  'm365-message-trace': {
    several: traced('Delivered', 'Failed'),
    delivered: traced('Delivered'),
    blocked: traced('FilteredAsSpam'),
    absent: 'Found: 0\n',
  },
  'm365-quarantine': {
    held: 'Found: 1\n\nReceivedTime : 27.05.2026 14:30:01\nSenderAddress : news@example.com\nQuarantineTypes : HighConfPhish\nPolicyName : Default\nReleaseStatus : NotReleased\n',
    none: 'Found: 0\n',
  },
  'm365-mailbox-restriction': restrictions('Get-Mailbox'),
  'm365-group-restriction': {
    ...restrictions('Get-DistributionGroup'),
    closed: restriction('False', '{example.net/Users/Grace, example.net/Users/Joan}', '{}'),
  },
  'm365-block-list': {
    found:
      'Found: 1\n\nValue          : example.com\nAction         : Block\nExpirationDate :\nNotes          : asked by Grace\n',
    none: 'Found: 1\n\nValue          : example.com.invalid\nAction         : Block\nExpirationDate :\nNotes          :\n',
  },
  'm365-connection-filter': {
    found: 'Name        : Default\nIPBlockList : {198.51.100.9, 203.0.113.7}\n',
    none: 'Name        : Default\nIPBlockList : {}\n',
    others: 'Name        : Default\nIPBlockList : {203.0.113.0/24, 203.0.113.70}\n',
  },
  'm365-transport-rules': rules,
  'm365-inbound-connectors': {
    restricts: connector('True', 'True', 'False'),
    none: connector('True', 'False', 'False'),
    off: connector('False', 'True', 'False'),
  },
  'm365-mailbox-size': {
    full: size('49.9 GB (53,580,000,000 bytes)'),
    room: size('12 GB (12,884,901,888 bytes)'),
  },
  'google-user': {
    suspended:
      'User: ada@example.net (1/1)\n  Settings:\n    First Name: Ada\n    Last Name: Byron\n    Account Suspended: True\nGroup: ada@example.net, Does not exist\n',
    found:
      'User: ada@example.net (1/1)\n  Settings:\n    First Name: Ada\n    Last Name: Byron\n    Account Suspended: False\nGroup: ada@example.net, Does not exist\n',
    missing: 'User: ada@example.net, Does not exist\nGroup: ada@example.net, Does not exist\n',
  },
  'google-domain': {
    verified: 'Domain: example.net\n  creationTime: 2020-01-01T00:00:00Z\n  isPrimary: True\n  verified: True\n',
    unverified: 'Domain: example.net\n  creationTime: 2020-01-01T00:00:00Z\n  isPrimary: False\n  verified: False\n',
    missing: 'ERROR: Domain: example.net, Does not exist\n',
  },
  'google-group-posting': {
    open: 'Group: ada@example.net\n  Group Settings:\n    whoCanJoin: INVITED_CAN_JOIN\n    whoCanPostMessage: ANYONE_CAN_POST\n',
    closed: 'Group: ada@example.net\n  Group Settings:\n    whoCanPostMessage: ALL_IN_DOMAIN_CAN_POST\n',
    'no-group': 'Group: ada@example.net, Does not exist\n',
  },
  'google-email-log': {
    several: 'ada@example.net Delivered\nada@example.net Rejected\n',
    blocked: 'Subject: x\nStatus\nRejected: the sender is blocked by an administrator\n',
    delivered: 'ada@example.net\tMay 27, 2026, 2:30 PM\tDelivered to Gmail mailbox\n',
    absent: 'No results were found. Change the search.\n',
  },
  'google-blocked-senders': {
    found: 'Unwanted\nexample.com\nexample.org\n',
    none: 'No blocked senders configured\n',
  },
  'exchange-recipient': {
    found: user,
    missing: notFound('Get-Recipient', 'ada@example.net'),
  },
  'exchange-accepted-domain': {
    authoritative: domains('Authoritative'),
    relay: domains('ExternalRelay'),
    missing: otherDomain,
  },
  'exchange-message-tracking': {
    blocked: tracked('RECEIVE', 'FAIL'),
    several: tracked('RECEIVE', 'DELIVER', 'RECEIVE', 'FAIL'),
    delivered: tracked('RECEIVE', 'DELIVER'),
    absent: 'Found: 0\n',
  },
  'exchange-mailbox-restriction': restrictions('Get-Mailbox'),
  'exchange-group-restriction': restrictions('Get-DistributionGroup'),
  'exchange-sender-filter': {
    found:
      'Enabled                    : True\nBlockedSenders             : {news@example.com}\nBlockedDomains             : {}\nBlockedDomainsAndSubdomains : {}\n',
    none: 'Enabled                    : True\nBlockedSenders             : {}\nBlockedDomains             : {}\nBlockedDomainsAndSubdomains : {}\n',
  },
  'exchange-ip-block-list': {
    found:
      'Found: 1\n\nIPRange        : 203.0.113.7\nExpirationTime : 31.12.9999 23:59:59\nHasExpired     : False\nComment        :\n',
    none: 'Found: 0\n',
    others:
      'Found: 1\n\nIPRange        : 203.0.113.0/24\nExpirationTime : 31.12.9999 23:59:59\nHasExpired     : False\n',
  },
  'exchange-transport-rules': rules,
  'exchange-receive-connectors': {
    open: receives(everywhere, 'AnonymousUsers, ExchangeServers'),
    restricts: receives('{198.51.100.0/24}', 'AnonymousUsers'),
    'signed-in': receives(everywhere, 'ExchangeUsers, ExchangeServers'),
  },
  'exchange-mailbox-size': {
    full: 'DisplayName        : Ada Byron\nTotalItemSize      : 2.4 GB (2,576,980,377 bytes)\nStorageLimitStatus : MailboxDisabled\n',
    room: 'DisplayName        : Ada Byron\nTotalItemSize      : 1 GB (1,073,741,824 bytes)\nStorageLimitStatus : BelowLimit\n',
  },
  'server-mx': {
    'null-mx': dig('NOERROR', 'example.net.\t\t3600\tIN\tMX\t0 .\n'),
    fine: dig('NOERROR', 'example.net.\t\t3600\tIN\tMX\t10 mx.example.net.\n'),
    'does-not-exist': dig('NXDOMAIN', ''),
    'does-not-answer': dig('SERVFAIL', ''),
    'no-mx': dig('NOERROR', ''),
  },
  'server-dovecot-user': {
    missing: "userdb lookup: user ada@example.net doesn't exist\n",
    found: 'field\tvalue\nuid\t5000\ngid\t5000\nhome\t/var/vmail/example.net/ada\nmail\tmaildir:~/Maildir\n',
  },
  'server-exim-route': {
    missing: 'ada@example.net is undeliverable: Unrouteable address\n',
    found: 'ada@example.net\n  router = virtual_user, transport = lmtp\n',
  },
  'server-log': {
    several: log(
      'May 27 14:30:01 mx postfix/lmtp[1]: 4A: to=<ada@example.net>, dsn=2.0.0, status=sent (250 OK)\nMay 27 14:31:01 mx postfix/smtpd[2]: NOQUEUE: reject: RCPT from mail[203.0.113.7]: 554 5.7.1 <ada@example.net>: Recipient address rejected: Access denied\n',
    ),
    blocked: log(
      'May 27 14:31:01 mx postfix/smtpd[2]: NOQUEUE: reject: RCPT from mail[203.0.113.7]: 554 5.7.1 <ada@example.net>: Recipient address rejected: Access denied\n',
    ),
    delivered: log('May 27 14:30:01 mx postfix/lmtp[1]: 4A: to=<ada@example.net>, dsn=2.0.0, status=sent (250 OK)\n'),
    absent: log(''),
  },
  'server-access-table': {
    found: 'news@example.com REJECT not wanted\nEnd of tables\n',
    absent: 'End of tables\n',
  },
};
