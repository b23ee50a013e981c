import type { PacketField } from './define.ts';

/** What the other side needs to find one message among millions, and what each is worth. */
export const packetFields = {
  time: {
    weight: 16,
    label: 'Time (UTC)',
    why: 'A log of millions of lines is searched by time first.',
    where: 'Arrival or last attempt in the bounce, or the line of the attempt in your mail log; write it in UTC.',
  },
  recipient: {
    weight: 16,
    label: 'Recipient',
    why: 'Without the address nobody can look it up in a directory or a log.',
    where: 'Final-Recipient in the bounce, or the address that you wrote to.',
  },
  sender: {
    weight: 8,
    label: 'Sender (return path)',
    why: 'Logs and block lists know the envelope sender, which may differ from the From line.',
    where: 'Return-Path or MAIL FROM of the message, or "from=<…>" in your mail log.',
  },
  reply: {
    weight: 16,
    label: 'Full reply',
    why: 'The exact words with their codes name the rule that refused.',
    where: 'Diagnostic-Code in the bounce, or the text behind "said:" in your mail log; copy all of it.',
  },
  remoteHost: {
    weight: 8,
    label: 'Server that refused',
    why: 'Large organisations have many servers, and each has a log of its own.',
    where: 'Remote-MTA in the bounce, or "relay=" in your mail log.',
  },
  remoteIp: {
    weight: 4,
    label: 'IP address of that server',
    why: 'One name can stand for many servers; the address names one.',
    where: 'In brackets behind the name of the server, in the bounce or in your mail log.',
  },
  sendingIp: {
    weight: 14,
    label: 'Sending IP address',
    why: 'Blocks, lists and connectors of the other side go by the address that connected.',
    where:
      'The public IP address of your outgoing mail server; a test mail to a mailbox elsewhere shows it in Received.',
  },
  helo: {
    weight: 4,
    label: 'HELO name',
    why: 'The other log names your server as it introduced itself.',
    where: 'The host name in your mail server (Postfix: "postconf smtp_helo_name"), or Received of a test mail.',
  },
  messageId: {
    weight: 8,
    label: 'Message-ID',
    why: 'It names exactly one message, however many you sent.',
    where: 'Message-ID header of the message in your sent folder, or in the returned headers of the bounce.',
  },
  authentication: {
    weight: 6,
    label: 'Authentication results',
    why: 'Whether SPF, DKIM and DMARC pass decides how far a filter trusts you.',
    where: 'Authentication-Results of a test mail to a mailbox of your own at a large provider.',
  },
} as const satisfies Record<string, PacketField>;

/** A field of the packet that counts for its completeness. */
export type PacketFieldId = keyof typeof packetFields;
