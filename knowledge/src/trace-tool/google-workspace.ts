import type { TraceTool } from './define.ts';

export const googleWorkspace: TraceTool = {
  name: 'email log search of Google Workspace',
  systems: ['gmail'],
  dialects: ['google-workspace', 'gmail', 'google-groups'],
  ways: [
    {
      where: 'Google Admin console (admin.google.com), Menu, Reporting, Email log search',
      shell: 'console',
      command: 'Recipient: {recipient}[[; Sender: {sender}]][[; Message ID: {messageId}]]; from {start} to {end}',
    },
    {
      where: 'GAM 7, where the Reports API has Gmail log events',
      shell: 'any',
      command: 'gam report gmail user {recipient} start {startTime} end {endTime}',
    },
  ],
  notes: [
    'Mail of more than thirty days ago is found by its message ID only.',
    'A message that was refused before its text was sent may be missing from the log.',
  ],
  replyIds: [{ label: 'Google transaction id', pattern: '\\s([\\w.-]{8,80}) - gsmtp' }],
  sources: [
    {
      name: 'Google Workspace Admin Help, Email log search',
      url: 'https://support.google.com/a/answer/2604578',
      read: '2026-10',
      grade: 'believed',
    },
    {
      name: 'GAM, docs/Reports.md (GAM-team/GAM@0d9c6a7), and public scripts that read the output of "gam report gmail"',
      url: 'https://github.com/GAM-team/GAM',
      read: '2026-10',
      grade: 'read-paraphrased',
    },
  ],
};
