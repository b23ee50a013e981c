import type { TraceTool } from './define.ts';

/** Mail servers that write one log for all. Paths are those of the usual packages. */
export const postfix: TraceTool = {
  name: 'log of Postfix',
  systems: ['postfix'],
  dialects: ['postfix'],
  ways: [
    {
      where: 'shell on the mail server',
      shell: 'posix',
      command: 'zgrep -hF -e {recipient} /var/log/mail.log* /var/log/maillog*',
    },
    {
      where: 'shell on a mail server that logs to the journal',
      shell: 'posix',
      command: "journalctl -u 'postfix*' --since {start} --until {end} | grep -F -e {recipient}",
    },
  ],
  notes: [
    'The id behind the program name in a line (such as 8E1B31E0A4) is the queue id: search for it to see the whole way of the message.',
  ],
  replyIds: [
    { label: 'Queue id', pattern: '\\bqueued as ([0-9a-z]{6,40})\\b' },
    { label: 'Queue id', pattern: '\\bqueue id ([0-9a-z-]{6,40})\\b' },
  ],
  sources: [
    {
      name: 'Postfix, "Postfix Debugging Howto": what the log tells of a message',
      url: 'https://www.postfix.org/DEBUG_README.html',
      read: '2026-10',
      grade: 'believed',
    },
  ],
};

export const exim: TraceTool = {
  name: 'log of Exim',
  systems: ['exim'],
  dialects: ['exim'],
  ways: [
    {
      where: 'shell on the mail server (Debian and its kin)',
      shell: 'posix',
      command: 'exigrep -l {recipient} /var/log/exim4/mainlog*',
    },
    {
      where: 'shell on the mail server (Red Hat and its kin; cPanel has /var/log/exim_mainlog)',
      shell: 'posix',
      command: 'exigrep -l {recipient} /var/log/exim/main.log*',
    },
  ],
  notes: ['What was refused in the session stands in the rejectlog beside it too, with the headers that were seen.'],
  replyIds: [],
  sources: [
    {
      name: 'Exim specification, chapter "Exim utilities", exigrep',
      url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-exim_utilities.html',
      read: '2026-10',
      grade: 'believed',
    },
  ],
};

export const sendmail: TraceTool = {
  name: 'log of sendmail',
  systems: ['sendmail'],
  dialects: ['sendmail'],
  ways: [
    {
      where: 'shell on the mail server',
      shell: 'posix',
      command: 'zgrep -hF -e {recipient} /var/log/mail.log* /var/log/maillog*',
    },
  ],
  notes: ['The id behind "sendmail[…]:" is the queue id: search for it to see the whole way of the message.'],
  replyIds: [],
  sources: [
    {
      name: 'sendmail, "Installation and Operation Guide", the system log',
      read: '2026-10',
      grade: 'believed',
    },
  ],
};

/** For every system that has no entry of its own. */
export const anyLog: TraceTool = {
  name: "mail system's own log",
  systems: [],
  dialects: [],
  ways: [
    {
      where: "the mail system's message log or message tracking, whatever it is called there",
      shell: 'console',
      command: 'Recipient: {recipient}[[; Sender: {sender}]][[; Client IP: {sendingIp}]]; from {start} to {end}, UTC',
    },
  ],
  notes: [],
  replyIds: [],
  sources: [],
};
