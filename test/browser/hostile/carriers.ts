/** Gives the text that stands in a field, by the field's name. */
export type Fill = (field: string) => string;

/** A file as it is handed in. */
export interface Carrier {
  readonly name: string;
  readonly content: string;
}

/** A header and a line of a log end with the line. */
const inOneLine =
  (fill: Fill): Fill =>
  (field) =>
    fill(field).replace(/[\r\n]+/g, ' ');

const date = 'Wed, 27 May 2026 14:30:01 +0000';

/** A report of a mail server (RFC 3464), with an HTML part and the message that came back. */
export function reportOf(fill: Fill): Carrier {
  const line = inOneLine(fill);
  return {
    // No file system has longer names, and none has NUL in one; what begins with a dot is passed over.
    name: `report ${fill('file name').replaceAll('\0', '').slice(0, 120)}.eml`,
    content: `Return-Path: <>
From: "${line('from')}" <mailer-daemon@mx.example.net>
To: "${line('to')}" <news@example.com>
Subject: Undelivered: ${line('subject')}
Date: ${date}
Message-ID: <${line('report id')}@mx.example.net>
X-Failed-Recipients: ${line('failed recipient')}@example.net
X-Note: ${line('other header')}
Auto-Submitted: auto-replied
Authentication-Results: ${line('authserv-id')}; spf=fail smtp.mailfrom=${line('mailfrom')}.example.com
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

Your message was refused.
${fill('text part')}

--b1
Content-Type: text/html; charset=utf-8

<html><body><p id="foreign">${fill('html part')}</p></body></html>

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; ${line('reporting mta')}
X-Postfix-Queue-ID: ${line('queue id')}
X-Postfix-Sender: rfc822; ${line('sender')}@example.com
Received-From-MTA: dns; ${line('received from')}
Arrival-Date: ${date}

Final-Recipient: rfc822; ${line('recipient')}@example.net
Original-Recipient: rfc822; ${line('original recipient')}@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; ${line('remote mta')}
Diagnostic-Code: smtp; 550 5.1.1 User unknown ${line('diagnostic')}

--b1
Content-Type: message/rfc822

From: "${line('original from')}" <news@example.com>
To: ada@example.net
Subject: ${line('original subject')}
Message-ID: <${line('message id')}@example.com>
List-Id: <${line('list id')}.example.com>
X-Campaign: ${line('campaign')}
Date: ${date}

Hello.

--b1--
`,
  };
}

/** A line of Postfix's log. */
export function lineOf(fill: Fill): string {
  const [to, host, relay, reply] = ['log recipient', 'log host', 'log relay', 'log reply'].map(inOneLine(fill));
  return `May 27 12:00:01 mail postfix/smtp[811]: 4ZB1qX0abcz9: to=<${to}@example.net>, relay=${relay}[192.0.2.25]:25, delay=1.2, delays=0/0/1/0.2, dsn=5.1.1, status=bounced (host ${host}[192.0.2.25] said: 550 5.1.1 User unknown ${reply} (in reply to RCPT TO command))`;
}

/** An event of a webhook, in the fields of SendGrid. */
export function eventOf(fill: Fill): object {
  return {
    email: `${fill('webhook recipient')}@example.net`,
    timestamp: 1_779_892_200,
    event: 'bounce',
    type: 'bounce',
    status: '5.1.1',
    reason: `550 5.1.1 User unknown ${fill('webhook reason')}`,
    sg_event_id: fill('webhook event id'),
    sg_message_id: fill('webhook message id'),
    category: [fill('webhook category')],
    subject: fill('webhook subject'),
    'smtp-id': `<${fill('webhook smtp id')}@example.com>`,
    [fill('webhook field').slice(0, 200)]: fill('webhook value'),
  };
}

/** A row of a suppression list as a vendor exports it. */
export function rowOf(fill: Fill): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  return [
    '5.1.1',
    cell(`550 5.1.1 User unknown ${fill('export reason')}`),
    cell(`${fill('export recipient')}@example.net`),
    '1779892200',
  ].join(',');
}

export const exportHead = 'status,reason,email,created';

/** A complaint (RFC 5965). */
export function complaintOf(fill: Fill): Carrier {
  const line = inOneLine(fill);
  return {
    name: 'complaint.eml',
    content: `From: "${line('complaint from')}" <fbl@example.org>
To: abuse@example.com
Subject: ${line('complaint subject')}
Date: ${date}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

--b1
Content-Type: text/plain

${fill('complaint text')}

--b1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: ${line('complaint agent')}
Version: 1
Original-Rcpt-To: <${line('complaint recipient')}@example.org>
Reported-Domain: ${line('complaint domain')}
Source-IP: 198.51.100.7

--b1
Content-Type: message/rfc822

From: news@example.com
Subject: ${line('complaint original')}
Message-ID: <1@example.com>

--b1--
`,
  };
}
