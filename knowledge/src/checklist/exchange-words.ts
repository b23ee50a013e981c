import type { Source } from '../define.ts';
import type { ChecklistAnswer, ChecklistStep } from './define.ts';
import { aboutTheSender } from './reason-groups.ts';

/** What Exchange's shells print, in the cloud and on own servers alike. */

/** A page of Microsoft's cmdlet reference; its state where it was read for this. */
export function microsoftSource(cmdlet: string, commit?: string): Source {
  return {
    name: `Microsoft, ${cmdlet}${commit === undefined ? '' : ` (office-docs-powershell@${commit} exchange-ps/ExchangePowerShell)`}`,
    url: `https://learn.microsoft.com/powershell/module/exchangepowershell/${cmdlet.toLowerCase()}`,
    read: '2026-10',
    grade: commit === undefined ? 'believed' : 'read',
  };
}

/** How Exchange says that an object does not exist, in the cloud's own form and the one of own servers. */
export const notFoundWords: readonly string[] = ["couldn't be found on", 'managementobjectnotfoundexception'];

/**
 * A list that says first how many there are: an empty list prints nothing, and nothing can be pasted by mistake.
 * All on one line with -ErrorAction Stop: after an error no count is printed.
 */
export function countedList(command: string, properties: string): string {
  return `$found = @(${command} -ErrorAction Stop); "Found: $($found.Count)"; $found | Format-List ${properties}`;
}

/** RecipientTypeDetails of objects that have an address. */
export const recipientTypes: readonly string[] = [
  'UserMailbox',
  'SharedMailbox',
  'RoomMailbox',
  'EquipmentMailbox',
  'GroupMailbox',
  'TeamMailbox',
  'SchedulingMailbox',
  'LinkedMailbox',
  'LegacyMailbox',
  'PublicFolder',
  'MailUser',
  'GuestMailUser',
  'MailContact',
  'MailUniversalDistributionGroup',
  'MailUniversalSecurityGroup',
  'MailNonUniversalGroup',
  'DynamicDistributionGroup',
  'RoomList',
  'RemoteUserMailbox',
  'RemoteSharedMailbox',
  'RemoteRoomMailbox',
  'RemoteEquipmentMailbox',
].map((type) => `^recipienttypedetails: ${type.toLowerCase()}`);

/** Who may write to a mailbox or group. */
export function restrictionAnswers(what: 'mailbox' | 'group'): readonly ChecklistAnswer[] {
  return [
    {
      id: 'closed',
      words: {
        any: ['^requiresenderauthenticationenabled: true', '^acceptmessagesonlyfromsendersormembers: {+}'],
      },
      observation: 'sender-restriction:closed',
      means: `The ${what} takes mail only from inside or from listed senders.`,
      next: `Open the ${what} to the outside or add the sender, if that is wanted.`,
    },
    {
      id: 'rejects-some',
      words: { all: ['^rejectmessagesfromsendersormembers: {+}'] },
      observation: null,
      means: `The ${what} refuses certain senders.`,
      next: 'Look whether the sender is one of them.',
    },
    {
      id: 'open',
      words: {
        all: [
          '^requiresenderauthenticationenabled: false',
          '^acceptmessagesonlyfromsendersormembers: {}',
          '^rejectmessagesfromsendersormembers: {}',
        ],
      },
      observation: 'sender-restriction:open',
      means: `The ${what} takes mail from everybody.`,
      next: 'Go on with the next step.',
    },
    {
      id: 'other-kind',
      words: { any: notFoundWords },
      fromError: true,
      observation: null,
      means: `The address is no ${what}.`,
      next: what === 'mailbox' ? 'Look at it as a group in the next step.' : 'Go on with the next step.',
    },
  ];
}

/** Inbound connectors of Exchange Online. */
export function connectorStep(id: string, where: string): ChecklistStep {
  return {
    id,
    title: 'Does a connector take mail from certain servers only?',
    why: 'A partner connector for all domains (*) that is bound to addresses or a certificate refuses everybody else.',
    where,
    shell: 'powershell',
    command: countedList(
      'Get-InboundConnector',
      'Name,Enabled,ConnectorType,SenderDomains,SenderIPAddresses,RestrictDomainsToIPAddresses,RestrictDomainsToCertificate,TlsSenderCertificateName',
    ),
    test: 'connector-restriction',
    reasons: [...aboutTheSender, 'route.relay-denied', 'tls.required'],
    answers: [
      {
        id: 'restricts',
        words: {
          all: ['^enabled: true'],
          any: ['^restrictdomainstoipaddresses: true', '^restrictdomainstocertificate: true'],
        },
        inOneObject: true,
        observation: 'connector-restriction:restricts',
        means: 'A connector takes mail for its domains from certain servers only.',
        next: 'Look whether its sender domains cover this sender (an asterisk covers all), and whether the MX records lead past the servers that it allows.',
      },
      {
        id: 'none',
        words: {
          all: ['^found: *'],
          none: ['^restrictdomainstoipaddresses: true', '^restrictdomainstocertificate: true'],
        },
        observation: 'connector-restriction:none',
        means: 'No connector restricts who may send.',
        next: 'Go on with the next step.',
      },
      {
        id: 'off',
        words: { all: ['^found: *'] },
        observation: 'connector-restriction:none',
        means: 'The connectors that would restrict senders are switched off.',
        next: 'Go on with the next step.',
      },
    ],
    sources: [microsoftSource('Get-InboundConnector', '251d55c')],
  };
}
