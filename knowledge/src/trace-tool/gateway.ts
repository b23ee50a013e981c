import type { TraceTool } from './define.ts';

/** Filtering gateways in front of a mail system: what they refused, only their own log knows. */
export const mimecast: TraceTool = {
  name: 'message tracking of Mimecast',
  systems: ['mimecast'],
  dialects: ['mimecast'],
  ways: [
    {
      where: 'Mimecast Administration Console, Message Center, Message Tracking (and Rejected Messages)',
      shell: 'console',
      command: 'To: {recipient}[[; From: {sender}]][[; Sender IP: {sendingIp}]]; from {start} to {end}',
    },
  ],
  notes: ['Refusals in the session stand under Rejected Messages and Connections, not among the accepted messages.'],
  replyIds: [{ label: 'Mimecast id', pattern: '\\[([\\w-]{18,24}\\.[a-z]{2,3}\\d{1,5})\\]' }],
  sources: [
    { name: 'Mimecast, administrator help, Message Tracking', read: '2026-10', grade: 'believed' },
    {
      name: 'Replies of Mimecast servers in public issue trackers: the id in brackets',
      read: '2026-10',
      grade: 'believed',
    },
  ],
};

export const proofpoint: TraceTool = {
  name: 'Smart Search of Proofpoint',
  systems: ['proofpoint'],
  dialects: [],
  ways: [
    {
      where: 'Proofpoint administration, System, Smart Search (Essentials: Logs)',
      shell: 'console',
      command: 'Recipient: {recipient}[[; Sender: {sender}]][[; Sender IP: {sendingIp}]]; from {start} to {end}',
    },
  ],
  notes: [],
  replyIds: [],
  sources: [{ name: 'Proofpoint, administrator help, Smart Search', read: '2026-10', grade: 'believed' }],
};
