import { gzipSync } from 'node:zlib';
import { msgFile } from '../../core/src/container/msg/msg-fixture.ts';

/** Sound inputs of every form, for the mutations to break. */

const utf8 = new TextEncoder();

const dsn = (from: string, words: string, status: string): string => `Return-Path: <>
From: ${from}
To: returns@sender.example
Subject: Undelivered Mail Returned to Sender
Date: Tue, 03 Mar 2026 11:20:30 +0100
Message-ID: <r1@out.sender.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_b1"

This is a MIME-encapsulated message.

--=_b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${words}

--=_b1
Content-Type: message/delivery-status

${status}

--=_b1
Content-Type: message/rfc822

Return-Path: <returns@sender.example>
Received: from app by out.sender.example; Tue, 03 Mar 2026 11:20:29 +0100
From: "News" <news@sender.example>
To: nora@fig.example
Subject: =?utf-8?B?R3LDvMOfZQ==?= in March
Date: Tue, 03 Mar 2026 11:20:28 +0100
Message-ID: <m77@sender.example>
List-Id: Monthly <monthly.sender.example>
X-Campaign: march

Hello

--=_b1--
`;

const group = (
  address: string,
  action: string,
  status: string,
  words: string,
): string => `Final-Recipient: rfc822; ${address}
Original-Recipient: rfc822;${address}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.fig.example
Diagnostic-Code: smtp; ${words}`;

const postfix = dsn(
  'MAILER-DAEMON@out.sender.example (Mail Delivery System)',
  "This is the mail system at host out.sender.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<nora@fig.example>: host mx.fig.example[192.0.2.9] said: 550 5.1.1\n    <nora@fig.example>: Recipient address rejected: User unknown (in reply to\n    RCPT TO command)",
  `Reporting-MTA: dns; out.sender.example\nX-Postfix-Sender: rfc822; returns@sender.example\nArrival-Date: Tue, 3 Mar 2026 11:20:29 +0100\n\n${group('nora@fig.example', 'failed', '5.1.1', '550 5.1.1 <nora@fig.example>: Recipient address rejected: User unknown')}`,
);

const exchange = dsn(
  'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@sender.example>',
  "Delivery has failed to these recipients or groups:\n\nnora@fig.example\nThe email address you entered couldn't be found.\n\nRemote Server returned '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]'",
  `Reporting-MTA: dns;AM9PR01MB1.eurprd01.prod.exchangelabs.com\n\n${group('nora@fig.example', 'failed', '5.4.1', '550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-03-03T10:20:30.000Z 08DC7E]')}`,
);

const delayed = dsn(
  'Mail Delivery Subsystem <MAILER-DAEMON@hub.sender.example>',
  '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **********************************************\n\nThe original message was received at Tue, 3 Mar 2026\n\n   ----- Transcript of session follows -----\n<nora@fig.example>... Deferred: 451 4.7.1 Greylisted, try again in 5 minutes\nWarning: message still undelivered after 4 hours',
  `Reporting-MTA: dns; hub.sender.example\n\n${group('nora@fig.example', 'delayed', '4.7.1', '451 4.7.1 Greylisted, try again in 5 minutes')}\nWill-Retry-Until: Sun, 8 Mar 2026 11:20:29 +0100`,
);

const several = dsn(
  'postmaster@hub.sender.example',
  'Some failed, some did not.',
  `Reporting-MTA: dns; hub.sender.example\n\n${group('nora@fig.example', 'failed', '5.2.2', '552 5.2.2 Mailbox full')}\n\n${group('otto@fig.example', 'delivered', '2.0.0', '250 2.0.0 ok')}\n\n${group('pia@fig.example', 'delayed', '4.4.1', '421 4.4.1 timed out')}`,
);

const prose = (from: string, subject: string, body: string, more = ''): string =>
  `From: ${from}\nTo: returns@sender.example\nSubject: ${subject}\nDate: 3 Mar 2026 11:20:30 -0000\n${more}\n${body}\n`;

const qmail = prose(
  'MAILER-DAEMON@q.example',
  'failure notice',
  "Hi. This is the qmail-send program at q.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<nora@fig.example>:\n192.0.2.9 does not like recipient.\nRemote host said: 550 5.1.1 no such user\nGiving up on 192.0.2.9.\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <returns@sender.example>\nReceived: (qmail 1 invoked by uid 2); 3 Mar 2026 10:20:28 -0000\nSubject: in March\nMessage-ID: <m77@sender.example>\n\nHello",
);

const exim = prose(
  'Mail Delivery System <Mailer-Daemon@x.example>',
  'Mail delivery failed: returning message to sender',
  'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  nora@fig.example\n    host mx.fig.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<nora@fig.example>:\n    550 5.7.1 blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <returns@sender.example>\nReceived: from app\nSubject: in March\n\nHello',
  'X-Failed-Recipients: nora@fig.example\n',
);

const gmail = prose(
  'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
  'Delivery Status Notification (Failure)',
  'Delivery to the following recipient failed permanently:\n\n     nora@gmail.com\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain.\n\nThe error that the other server returned was:\n550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 double-checking https://support.google.com/mail/?p=NoSuchUser a1-2.3 - gsmtp\n\n----- Original message -----\n\nReceived: by 192.0.2.3\nSubject: in March',
);

const german = `From: Mail Delivery System <postmaster@feige.example>
Subject: =?iso-8859-1?Q?Unzustellbar=3A_Gr=FC=DFe?=
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Ihre Nachricht konnte nicht zugestellt werden.

<nora@feige.example>: 550 5.1.1 Empf=E4nger unbekannt
`;

const html = `From: postmaster@fig.example
Subject: Undeliverable: in March
Content-Type: text/html; charset=utf-8

<html><head><style>p { color: red }</style></head><body><p>Your message to <b>nora@fig.example</b> couldn&#39;t be delivered.</p><table><tr><td>Error</td><td>550 5.7.606 Access denied, banned sending IP [192.0.2.1]</td></tr></table></body></html>
`;

const arf = `From: <feedback@fig.example>
To: abuse@sender.example
Subject: FW: in March
Date: Tue, 03 Mar 2026 11:20:30 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=f1

--f1
Content-Type: text/plain

This is an email abuse report.

--f1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Fig/1.0
Version: 1
Original-Mail-From: <returns@sender.example>
Original-Rcpt-To: <nora@fig.example>
Arrival-Date: Tue, 03 Mar 2026 11:10:00 +0000
Source-IP: 192.0.2.1

--f1
Content-Type: message/rfc822

From: news@sender.example
Subject: in March
Message-ID: <m77@sender.example>

Hello
--f1--
`;

const mdn = `From: nora@fig.example
Subject: Read: in March
Date: Tue, 03 Mar 2026 11:20:30 +0000
Content-Type: multipart/report; report-type=disposition-notification; boundary=d

--d
Content-Type: text/plain

Your message was read.

--d
Content-Type: message/disposition-notification

Final-Recipient: rfc822;nora@fig.example
Original-Message-ID: <m77@sender.example>
Disposition: manual-action/MDN-sent-manually; displayed

--d--
`;

const autoReply = prose(
  'Nora <nora@fig.example>',
  'Automatic reply: in March',
  'I am away until Monday.',
  'Auto-Submitted: auto-replied\nIn-Reply-To: <m77@sender.example>\n',
);
const challenge = prose(
  'Nora <nora@fig.example>',
  'Please confirm your message',
  'Your message is held until you confirm that you are a person: click the link to verify your address.',
);
const plain = prose('Nora <nora@fig.example>', 'Lunch?', 'Shall we meet at 12:30 at table 550?\n\n-- \nNora');

const forwarded = `From: Paul <paul@sender.example>
To: helpdesk@sender.example
Subject: Fwd: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=w

--w
Content-Type: text/plain

What is this?

--w
Content-Type: message/rfc822

${postfix}
--w--
`;

const forwardedInline = prose(
  'Paul <paul@sender.example>',
  'Fwd: failure notice',
  `What is this?\n\n---------- Forwarded message ---------\n${qmail.replaceAll(/^/gm, '> ')}`,
);

const mbox = [postfix, exim, arf]
  .map((mail) => `From MAILER-DAEMON Tue Mar  3 11:20:30 2026\n${mail.replaceAll(/^From /gm, '>From ')}\n`)
  .join('');

const logs: Readonly<Record<string, string>> = {
  postfix: `Mar  3 11:20:29 out postfix/qmgr[7]: 5D0A1: from=<returns@sender.example>, size=900, nrcpt=2 (queue active)
Mar  3 11:20:30 out postfix/smtp[8]: 5D0A1: to=<nora@fig.example>, relay=mx.fig.example[192.0.2.9]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx.fig.example[192.0.2.9] said: 550 5.1.1 <nora@fig.example>: User unknown (in reply to RCPT TO command))
Mar  3 11:20:31 out postfix/smtp[8]: 5D0A1: to=<otto@fig.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.fig.example[192.0.2.9]:25: Connection timed out)
Mar  3 11:20:31 out postfix/qmgr[7]: 5D0A1: removed
`,
  exim: `2026-03-03 11:20:30 1uJxAb-0002Cd-3E <= returns@sender.example H=app [198.51.100.4] P=esmtps S=900 id=m77@sender.example
2026-03-03 11:20:31 1uJxAb-0002Cd-3E ** nora@fig.example R=dnslookup T=remote_smtp H=mx.fig.example [192.0.2.9]: SMTP error from remote mail server after RCPT TO:<nora@fig.example>: 550 5.1.1 no such user
2026-03-03 11:20:32 1uJxAb-0002Cd-3E == otto@fig.example R=dnslookup T=remote_smtp defer (110): Connection timed out
`,
  sendmail: `Mar  3 11:20:30 hub sendmail[31]: 623BKU0a012345: from=<returns@sender.example>, size=900, msgid=<m77@sender.example>, relay=app [198.51.100.4]
Mar  3 11:20:31 hub sm-mta[31]: 623BKU0a012345: to=<nora@fig.example>,<otto@fig.example>, delay=00:00:01, mailer=esmtp, relay=mx.fig.example. [192.0.2.9], dsn=5.1.1, stat=User unknown
`,
  opensmtpd: `Mar  3 11:20:30 hub smtpd[5]: 8f1c0d2e3a4b5c6d mta delivery evpid=1a2b from=<returns@sender.example> to=<nora@fig.example> rcpt=<-> source="198.51.100.4" relay="192.0.2.9 (mx.fig.example)" delay=1s result="PermFail" stat="550 5.1.1 no such user"
`,
  qmail: `@4000000068359c0a00000000 info msg 482: bytes 210 from <returns@sender.example> qp 3 uid 4
@4000000068359c0a00000000 starting delivery 5: msg 482 to remote nora@fig.example
@4000000068359c0a1dcd6500 delivery 5: failure: 192.0.2.9_does_not_like_recipient./Remote_host_said:_550_no_such_user/Giving_up_on_192.0.2.9./
`,
  haraka: `2026-03-03 11:20:30.000 [NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] recipient <nora@fig.example> rejected: 550 5.1.1 none
2026-03-03 11:20:31.000 [NOTICE] [1B012E7A-4362-42CC-B2D5-27534802E482.1.1] [outbound] delivered file=q domain="fig.example" host="mx.fig.example" ip=192.0.2.9 port=25 response="Ok queued" delay=1 rcpts=1/0/1
`,
  stalwart: `2026-03-03T11:20:30Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 77, from = "returns@sender.example", to = ["nora@fig.example"], size = 3, hostname = "mx.fig.example", to = "nora@fig.example", code = 550, details = "no \\"such\\" user", elapsed = 9ms
`,
  kumomta: `${JSON.stringify({ type: 'Bounce', sender: 'returns@sender.example', recipient: 'nora@fig.example', queue: 'q', peer_address: { name: 'mx.fig.example.', addr: '192.0.2.9' }, response: { code: 550, enhanced_code: { class: 5, subject: 1, detail: 1 }, content: 'no such user', command: 'RCPT TO:<nora@fig.example>' }, timestamp: 1779892200, headers: { Subject: 'in March' } })}\n`,
  powermta: `type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat
b,2026-03-03 11:20:30+0100,2026-03-03 11:20:00+0100,returns@sender.example,nora@fig.example,,failed,5.1.1 (bad destination mailbox address),"smtp;550 5.1.1 none, sorry",mx.fig.example (192.0.2.9),bad-mailbox
`,
  'exchange tracking': `#Software: Microsoft Exchange Server
#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source,event-id,message-id,recipient-address,recipient-status,message-subject,sender-address,return-path
2026-03-03T11:20:30.125Z,,,,EX7,ROUTING,FAIL,<m77@sender.example>,nora@fig.example,"[{LED=550 5.1.1 none; sorry};{MSG=};{FQDN=mx.fig.example};{IP=192.0.2.9};{LRT=x}]","Hi, all",news@sender.example,returns@sender.example
`,
  'message trace': `"Received","Sender Address","Recipient Address","Subject","Status","Message ID"
"2026-03-03T11:20:30","news@sender.example","nora@fig.example","Hi","Failed","<m77@sender.example>"
`,
};

const webhooks: Readonly<Record<string, unknown>> = {
  'amazon ses': {
    Type: 'Notification',
    MessageId: 'n',
    TopicArn: 'arn:aws:sns:eu-west-1:1:b',
    Message: JSON.stringify({
      eventType: 'Bounce',
      mail: {
        timestamp: '2026-03-03T11:20:29Z',
        source: 'returns@sender.example',
        messageId: 's1',
        destination: ['nora@fig.example'],
        commonHeaders: { subject: 'in March' },
      },
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        timestamp: '2026-03-03T11:20:30Z',
        reportingMTA: 'dns; b1.amazonses.com',
        bouncedRecipients: [
          {
            emailAddress: 'nora@fig.example',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          },
        ],
      },
    }),
  },
  sendgrid: [
    {
      email: 'nora@fig.example',
      timestamp: 1772442000,
      event: 'bounce',
      sg_event_id: 'e1',
      sg_message_id: 's1',
      type: 'bounce',
      status: '5.1.1',
      reason: '550 5.1.1 unknown',
    },
    {
      email: 'otto@fig.example',
      timestamp: 1772442001,
      event: 'deferred',
      sg_event_id: 'e2',
      response: '451 4.7.1 later',
    },
  ],
  mailgun: {
    signature: { token: 't' },
    'event-data': {
      event: 'failed',
      severity: 'permanent',
      recipient: 'nora@fig.example',
      timestamp: 1772442000.75,
      'delivery-status': { code: 550, message: '5.1.1 no such user', 'mx-host': 'mx.fig.example' },
      message: { headers: { 'message-id': 'm77@sender.example', subject: 'in March' } },
    },
  },
  postmark: {
    RecordType: 'Bounce',
    Type: 'HardBounce',
    TypeCode: 1,
    MessageID: 'pm-7',
    Tag: 'march',
    Details: 'smtp;550 5.1.1 unknown user',
    Email: 'nora@fig.example',
    From: 'news@sender.example',
    BouncedAt: '2026-03-03T11:20:30.1234567+01:00',
    Subject: 'in March',
  },
  sparkpost: [
    {
      msys: {
        message_event: {
          type: 'bounce',
          bounce_class: '10',
          error_code: '550',
          rcpt_to: 'nora@fig.example',
          raw_reason: '550 5.1.1 unknown',
          timestamp: '1772442000',
          message_id: 'sp1',
        },
      },
    },
  ],
};

const exports: Readonly<Record<string, string>> = {
  suppressions:
    'email,reason,status,created\nnora@fig.example,550 5.1.1 unknown user,5.1.1,1772442000\notto@fig.example,"452 4.2.2 full, sorry",4.2.2,1772442001\n',
  bounces:
    'Email Address;Bounce Type;Bounce Reason;Date\nnora@fig.example;Hard;550 5.1.1 user unknown;2026-03-03 11:20:30\n',
};

const replies: Readonly<Record<string, string>> = {
  'one reply': '550 5.1.1 <nora@fig.example>: Recipient address rejected: User unknown',
  'a folded reply':
    '550-5.7.1 [192.0.2.1] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam\n550 5.7.1 it has been blocked. a1-2.3 - gsmtp\n',
  'a list of replies': '550 5.1.1 no such user\n451 4.7.1 Greylisted, try again in 00:04:58\n552 5.2.2 mailbox full\n',
  'a quoted reply': 'smtp; "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.spamcop.net"',
  'a pasted report': `> Delivery has failed to these recipients:\n>\n> nora@fig.example\n> 550 5.1.1 user unknown\n`,
};

const msg = msgFile({
  values: {
    '001A': 'REPORT.IPM.Note.NDR',
    '0037': 'Undeliverable: in March',
    '1000': "Your message did not reach nora@fig.example.\r\n\r\nRemote Server returned '550 5.1.1 user unknown'\r\n",
    '0C1F': 'postmaster@fig.example',
    '0E06': new Date('2026-03-03T11:20:30Z'),
  },
  recipients: [{ '3003': 'returns@sender.example', '3001': 'Returns' }],
});

const textual: Readonly<Record<string, string>> = {
  postfix,
  'postfix with CRLF': postfix.replaceAll('\n', '\r\n'),
  exchange,
  delayed,
  several,
  qmail,
  exim,
  gmail,
  german,
  html,
  arf,
  mdn,
  'auto-reply': autoReply,
  challenge,
  plain,
  forwarded,
  'forwarded inline': forwardedInline,
  mbox,
  ...Object.fromEntries(Object.entries(logs).map(([name, text]) => [`log: ${name}`, text])),
  ...Object.fromEntries(Object.entries(webhooks).map(([name, value]) => [`webhook: ${name}`, JSON.stringify(value)])),
  ...Object.fromEntries(Object.entries(exports).map(([name, text]) => [`export: ${name}`, text])),
  ...replies,
  'webhook in a form': `mandrill_events=${encodeURIComponent('[{"event":"hard_bounce","ts":1772442000,"msg":{"email":"nora@fig.example","diag":"550 5.1.1 unknown","bounce_description":"bad_mailbox"}}]')}`,
};

/** All of them by name, as bytes. */
export const baseInputs: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...Object.entries(textual).map(([name, text]) => [name, utf8.encode(text)] as const),
  ['gzip of a log', new Uint8Array(gzipSync(logs['postfix'] ?? ''))],
  ['gzip of a mailbox', new Uint8Array(gzipSync(mbox))],
  ['msg', msg],
  [
    'UTF-16',
    Uint8Array.from([0xff, 0xfe, ...[...(replies['a folded reply'] ?? '')].flatMap((sign) => [sign.charCodeAt(0), 0])]),
  ],
];

/** Inputs in which nothing is a delivery event. */
export const uneventful: ReadonlySet<string> = new Set(['plain', 'mdn']);
