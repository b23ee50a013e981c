import type { TraceTool } from './define.ts';

export const exchange: TraceTool = {
  name: 'message tracking log of Exchange Server',
  systems: ['exchange'],
  dialects: ['exchange-2003', 'exchange-2007', 'exchange-tracking'],
  ways: [
    {
      where: 'Exchange Management Shell',
      shell: 'powershell',
      command:
        'Get-TransportService | Get-MessageTrackingLog -Recipients {recipient}[[ -Sender {sender}]] -Start {start} -End {end} -ResultSize Unlimited | Format-List Timestamp,EventId,Source,ClientIp,ClientHostname,RecipientStatus,MessageId',
    },
  ],
  notes: [
    'The log is kept for thirty days unless that was changed.',
    'What a receive connector refused stands in its protocol log (SmtpReceive), not in message tracking.',
  ],
  replyIds: [],
  sources: [
    {
      name: 'Microsoft, Get-MessageTrackingLog (office-docs-powershell@7dd84a2 exchange-ps/ExchangePowerShell)',
      url: 'https://learn.microsoft.com/powershell/module/exchangepowershell/get-messagetrackinglog',
      read: '2026-10',
      grade: 'read',
    },
  ],
};
