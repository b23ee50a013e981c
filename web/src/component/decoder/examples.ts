import type { exampleNames } from '../../wording/decoder.ts';

/** Something to click for whoever has no bounce at hand. Every name and address in it is invented. */
export interface Example {
  readonly id: keyof typeof exampleNames;
  readonly text: string;
}

export const examples: readonly Example[] = [
  {
    id: 'access-denied',
    text: '550 5.4.1 Recipient address rejected: Access denied. [DB5PEPF00014B92.eurprd02.prod.outlook.com 2026-03-11T09:14:22.871Z 08DE3A]',
  },
  {
    id: 'no-such-user',
    text: `From: Mail Delivery Subsystem <mailer-daemon@mail.example.org>
To: <news@mail.example.org>
Subject: Delivery Status Notification (Failure)
Date: Wed, 11 Mar 2026 10:14:30 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_x"

--=_x
Content-Type: text/plain; charset=utf-8

Your message could not be delivered to jo.field@gmail.com.

--=_x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Wed, 11 Mar 2026 10:14:28 +0100

Final-Recipient: rfc822; jo.field@gmail.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.com
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
    550-5.1.1 double-checking the recipient's email address for typos or
    550-5.1.1 unnecessary spaces. For more information, go to
    550 5.1.1  https://support.google.com/mail/?p=NoSuchUser 5b1f17b1804b1-example.12 - gsmtp

--=_x
Content-Type: text/rfc822-headers

From: Example News <news@example.org>
To: jo.field@gmail.com
Subject: What is new in March
Message-ID: <20260311101428.31337@mail.example.org>

--=_x--
`,
  },
  {
    id: 'blocklist',
    text: '554 5.7.1 Service unavailable; Client host [203.0.113.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.25',
  },
  {
    id: 'dmarc',
    text: "550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy. Please contact the administrator of example.com domain if this was a legitimate mail. gsmtp",
  },
  {
    id: 'mailbox-full',
    text: `Mar 11 09:00:01 mx postfix/smtp[4711]: 4ZB1qX0abcz9: to=<ada@example.net>, relay=mx.example.net[192.0.2.10]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.10] said: 452 4.2.2 <ada@example.net>: Mailbox full (in reply to RCPT TO command))
Mar 11 09:00:04 mx postfix/smtp[4712]: 4ZB1qY1abcz9: to=<lin@example.net>, relay=mx.example.net[192.0.2.10]:25, delay=0.9, delays=0.1/0/0.5/0.3, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4ZB1qZ2abcz9)
Mar 11 09:05:10 mx postfix/smtp[4713]: 4ZB1rA3abcz9: to=<rosa@example.com>, relay=none, delay=30, delays=0.1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.example.com[198.51.100.4]:25: Connection timed out)
Mar 11 09:30:02 mx postfix/smtp[4714]: 4ZB1qX0abcz9: to=<ada@example.net>, relay=mx.example.net[192.0.2.10]:25, delay=1801, delays=1800/0/0.6/0.4, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4ZB2aB4abcz9)
`,
  },
];
