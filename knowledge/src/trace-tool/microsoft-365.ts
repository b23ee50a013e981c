import type { TraceTool } from './define.ts';

export const microsoft365: TraceTool = {
  name: 'message trace of Exchange Online',
  systems: ['microsoft-365'],
  dialects: ['office365', 'microsoft-trace'],
  ways: [
    {
      where: 'Exchange Online PowerShell (Connect-ExchangeOnline)',
      shell: 'powershell',
      command:
        'Get-MessageTraceV2 -RecipientAddress {recipient}[[ -SenderAddress {sender}]] -StartDate {start} -EndDate {end} | Get-MessageTraceDetailV2',
    },
    {
      where: 'Exchange admin center, Mail flow, Message trace, Start a trace',
      shell: 'console',
      command: '[[Senders: {sender}; ]]Recipients: {recipient}; from {start} to {end}',
    },
  ],
  notes: [
    'One query covers at most ten days and goes back ninety.',
    'Mail that was refused at RCPT TO for an address that the directory does not have is in no trace: an empty result agrees with such a refusal.',
  ],
  replyIds: [
    {
      label: 'Microsoft server and trace id',
      pattern:
        '\\[([a-z0-9]{4,40}(?:\\.[a-z0-9-]{1,63}){1,6}\\.outlook\\.com(?: [0-9tz:.-]{10,40} [0-9a-f]{8,40})?)\\]',
    },
  ],
  sources: [
    {
      name: 'Microsoft, Get-MessageTraceV2 and Get-MessageTraceDetailV2 (office-docs-powershell@1755a17 exchange-ps/ExchangePowerShell)',
      url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/get-messagetracev2',
      read: '2026-10',
      grade: 'read',
    },
    {
      name: 'Microsoft, Directory-Based Edge Blocking: what it rejects is not in message trace',
      url: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-directory-based-edge-blocking',
      read: '2026-10',
      grade: 'believed',
    },
  ],
};
