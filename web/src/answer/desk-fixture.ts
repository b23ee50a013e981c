/** Bounces for tests and measurements, in the shapes in which servers write them. */

/** What differs from one report to the next. */
export interface Refused {
  readonly recipient: string;
  /** The server that refused. */
  readonly host: string;
  /** Its reply on one line. */
  readonly reply: string;
  /** Text of the message that is returned with it. */
  readonly returned?: string;
  /** `Wed, 27 May 2026 14:30:01 +0000` */
  readonly date?: string;
}

const defaultDate = 'Wed, 27 May 2026 14:30:01 +0000';

/** A report as Postfix writes it (RFC 3464), its reply folded over lines. */
export function postfixReport({ recipient, host, reply, returned = 'Hello.', date = defaultDate }: Refused): string {
  const status = /[245]\.\d+\.\d+/.exec(reply)?.[0] ?? '5.0.0';
  return `Return-Path: <>
Received: from mail.example.com by inbox.example.com with ESMTP; ${date}
Date: ${date}
From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: news@example.com
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="4A1B2C.1/mail.example.com"
Message-Id: <20260527143001.4A1B2C@mail.example.com>

--4A1B2C.1/mail.example.com
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mail.example.com.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

${folded(`<${recipient}>: host ${host}[192.0.2.25] said: ${reply} (in reply to RCPT TO command)`, '    ')}

--4A1B2C.1/mail.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com
X-Postfix-Sender: rfc822; news@example.com
Arrival-Date: ${date}

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${status}
Remote-MTA: dns; ${host}
Diagnostic-Code: smtp; ${folded(reply, '    ')}

--4A1B2C.1/mail.example.com
Content-Description: Undelivered Message
Content-Type: message/rfc822

Message-ID: <june-${recipient}>
From: News <news@example.com>
To: ${recipient}
Subject: June offers
Date: ${date}

${returned}

--4A1B2C.1/mail.example.com--
`;
}

/** Words over lines of some seventy characters. */
function folded(text: string, indent: string): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line !== '' && line.length + word.length > 70) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

/** A report without a status part, its text encoded. */
export function encodedReport(encoding: 'base64' | 'quoted-printable', type: string, body: string): string {
  return `Return-Path: <>
From: Mail Delivery System <mailer-daemon@mx.example.net>
To: news@example.com
Subject: Mail delivery failed: returning message to sender
Date: ${defaultDate}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: ${type}
Content-Transfer-Encoding: ${encoding}

${body}
`;
}

/** Messages as a mailbox (RFC 4155). */
export function mailbox(messages: readonly string[]): string {
  return messages.map((message) => `From MAILER-DAEMON Wed May 27 14:30:01 2026\n${message}\n`).join('');
}

/** A line of Postfix's log: delivered where there is no reply. */
export function postfixLine(second: number, recipient: string, reply: string | null): string {
  const clock = new Date(Date.UTC(2026, 4, 27, 12, 0, second)).toISOString().slice(11, 19);
  const domain = recipient.slice(recipient.indexOf('@') + 1);
  const end =
    reply === null
      ? 'dsn=2.0.0, status=sent (250 2.0.0 OK)'
      : `dsn=${/[245]\.\d+\.\d+/.exec(reply)?.[0] ?? '5.0.0'}, status=bounced (host mx.${domain}[192.0.2.25] said: ${reply} (in reply to RCPT TO command))`;
  return `May 27 ${clock} mail postfix/smtp[811]: ${(0x4a0000 + second).toString(16).toUpperCase()}: to=<${recipient}>, relay=mx.${domain}[192.0.2.25]:25, delay=1.2, delays=0/0/1/0.2, ${end}`;
}

/** An event of SendGrid's webhook. */
export function sendgridEvent(recipient: string, reply: string | null): object {
  const common = {
    email: recipient,
    timestamp: 1_779_892_200,
    sg_event_id: `e-${recipient}`,
    sg_message_id: 'm.filter1',
  };
  return reply === null
    ? { ...common, event: 'delivered', response: '250 2.0.0 OK' }
    : { ...common, event: 'bounce', type: 'bounce', status: /[245]\.\d+\.\d+/.exec(reply)?.[0] ?? '', reason: reply };
}

/** Refusals of several providers. */
export const refusals: readonly Omit<Refused, 'recipient'>[] = [
  {
    host: 'gmail-smtp-in.l.google.com',
    reply:
      "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. For more information, go to 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser 5b1f17b1804b1-42 - gsmtp",
  },
  {
    host: 'example-net.mail.protection.outlook.com',
    reply:
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:30:00.000Z 08DD]',
  },
  {
    host: 'mx.example.net',
    reply:
      '554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/198.51.100.7',
  },
  { host: 'mx.example.org', reply: '552 5.2.2 Mailbox is full: over quota' },
  {
    host: 'mta5.am0.yahoodns.net',
    reply: '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
  },
  { host: 'mx.example.com', reply: '450 4.7.1 Greylisted, please try again in 300 seconds' },
];

/** A mailbox of many reports from all of {@link refusals}. */
export function manyReports(count: number): string {
  return mailbox(
    Array.from({ length: count }, (_, i) => {
      const refusal = refusals[i % refusals.length] as (typeof refusals)[number];
      const date = new Date(Date.UTC(2026, 4, 27, 8, 0, 37 * i)).toUTCString().replace('GMT', '+0000');
      return postfixReport({
        ...refusal,
        recipient: `reader${i}@d${i % 97}.example.net`,
        returned: `Hello ${i}.\n`.repeat(40 + (i % 60)),
        date,
      });
    }),
  );
}
