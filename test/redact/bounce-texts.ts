import { hiddenAddress, hiddenIp } from './hidden-writing.ts';
import type { Originals } from './originals.ts';
import type { Chance } from './random.ts';

/** Writes a text of one shape around what it gives away. */
type Shape = (o: Originals, chance: Chance) => string;

const refusals = [
  '550 5.1.1 <$r>: Recipient address rejected: User unknown in virtual mailbox table',
  '550 5.4.1 Recipient address rejected: Access denied. [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3]',
  '452 4.2.2 The email account that you tried to reach is over quota',
  '554 5.7.1 Service unavailable; Client host [$i] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/$i',
  '550 5.7.26 Unauthenticated email from $d is not accepted due to domain policy a640c23a62f3a-acd1f2e3b4csor123456b.7 - gsmtp',
  '450 4.2.0 <$r>: Recipient address rejected: Greylisted, please try again in 300 seconds',
  '550 5.7.1 <$s>: Sender address rejected: not owned by user $l',
  "553 sorry, that domain $e isn't in my list of allowed rcpthosts (#5.7.1)",
];

function refusal(o: Originals, chance: Chance): string {
  return chance
    .of(refusals)
    .replaceAll('$r', recipient(o))
    .replaceAll('$s', sender(o))
    .replaceAll('$i', o.senderIp)
    .replaceAll('$d', o.senderDomain)
    .replaceAll('$e', o.recipientDomain)
    .replaceAll('$l', o.person.local);
}

const sender = ({ person, senderDomain }: Originals): string => `${person.local}@${senderDomain}`;
const recipient = ({ other, recipientDomain }: Originals): string => `${other.local}@${recipientDomain}`;
const named = ({ first, last }: { first: string; last: string }): string => `${first} ${last}`;

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** A display name as mail programs write it. */
function display(chance: Chance, name: { readonly first: string; readonly last: string }): string {
  return chance.of([
    named(name),
    `"${named(name)}"`,
    `"${name.last}, ${name.first}"`,
    `=?utf-8?B?${base64(named(name))}?=`,
    `=?UTF-8?Q?${[...new TextEncoder().encode(named(name))].map((byte) => (byte === 32 ? '_' : byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`)).join('')}?=`,
  ]);
}

function returnedHeaders(o: Originals, chance: Chance): string {
  return `Return-Path: <${sender(o)}>
Received: from ${o.laptop} (unknown [${o.senderIp}])
	by ${o.senderHost} (Postfix) with ESMTPSA id ${o.queueId}
	for <${recipient(o)}>; Wed, 27 May 2026 14:29:58 +0000 (UTC)
Received: from ${o.laptop} ([IPv6:${o.ipv6}] helo=${o.laptop})
	by ${o.senderHost} with esmtps (TLS1.3) (Exim 4.98)
	(envelope-from <${sender(o)}>) id ${o.eximId}
From: ${display(chance, o.person)} <${sender(o)}>
To: ${display(chance, o.other)} <${recipient(o)}>
Subject: ${chance.is(0.3) ? `=?utf-8?B?${base64(o.subject)}?=` : o.subject}
Date: Wed, 27 May 2026 14:29:57 +0000
Message-ID: <${o.messageId}>
X-Originating-IP: [${o.senderIp}]
X-Correlation: ${o.uuid}
List-Id: ${named(o.person)} <news.${o.senderDomain}>

Dear ${named(o.other)},
${named(o.person)} wrote this. ${o.other.first}, please call.
`;
}

const postfixMail: Shape = (o, chance) => `Return-Path: <>
Received: by ${o.senderHost} (Postfix) id ${o.queueId}; Wed, 27 May 2026 14:30:00 +0000 (UTC)
From: MAILER-DAEMON@${o.senderHost} (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${sender(o)}
Content-Type: multipart/report; report-type=delivery-status;
	boundary="${o.queueId}.1779892200/${o.senderHost}"
Message-Id: <20260527143000.${o.queueId}@${o.senderHost}>

--${o.queueId}.1779892200/${o.senderHost}
Content-Type: text/plain

This is the mail system at host ${o.senderHost}.

<${recipient(o)}>: host ${o.recipientHost}[${o.recipientIp}] said: ${refusal(o, chance)} (in reply to RCPT TO command)

--${o.queueId}.1779892200/${o.senderHost}
Content-Type: message/delivery-status

Reporting-MTA: dns; ${o.senderHost}
X-Postfix-Queue-ID: ${o.queueId}
X-Postfix-Sender: rfc822; ${sender(o)}

Final-Recipient: rfc822; ${recipient(o)}
Original-Recipient: rfc822;${recipient(o)}
Action: failed
Status: 5.1.1
Remote-MTA: dns; ${o.recipientHost}
Diagnostic-Code: smtp; ${refusal(o, chance)}

--${o.queueId}.1779892200/${o.senderHost}
Content-Type: text/rfc822-headers

${returnedHeaders(o, chance)}
--${o.queueId}.1779892200/${o.senderHost}--
`;

const eximMail: Shape = (o, chance) => `From: Mail Delivery System <Mailer-Daemon@${o.senderHost}>
To: ${sender(o)}
X-Failed-Recipients: ${recipient(o)}
Subject: Mail delivery failed: returning message to sender
Message-Id: <E${o.eximId}@${o.senderHost}>

A message that you sent could not be delivered to one or more of its recipients.

  ${recipient(o)}
    host ${o.recipientHost} [${o.recipientIp}]
    SMTP error from remote mail server after RCPT TO:<${recipient(o)}>:
    ${refusal(o, chance)}

------ This is a copy of the message, including all the headers. ------

${returnedHeaders(o, chance)}`;

const exchangeMail: Shape = (o, chance) => `From: <postmaster@${o.recipientDomain}>
To: <${sender(o)}>
Subject: Undeliverable: ${o.subject}
Message-ID: <${o.uuid}@AM0P190MB0026.EURP190.PROD.OUTLOOK.COM>
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<html><p><a href=3D"mailto:${recipient(o)}">${named(o.other)} (${recipient(o)})</a></p>
Hello ${named(o.person)}, the message to ${hiddenAddress(chance, o.other.local, o.recipientDomain)} failed.
Generating server: ${o.recipientHost}
Remote Server returned '${refusal(o, chance)}'
</html>

${returnedHeaders(o, chance)}`;

const gmailMail: Shape = (o, chance) => `Delivered-To: ${sender(o)}
Received: from ${o.recipientHost} (${o.recipientHost} [${o.recipientIp}])
	by ${o.senderHost} (Postfix) with ESMTPS id ${o.queueId}
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: ${sender(o)}
X-Failed-Recipients: ${recipient(o)}
Subject: Delivery Status Notification (Failure)
Message-ID: <6847f00c.170a0220.3b1f2.91c1.GMR@mx.google.com>

** Address not found **

Your message wasn't delivered to ${recipient(o)} because the address couldn't be found.
Learn more here: https://support.google.com/mail/?p=NoSuchUser

The response was:

${refusal(o, chance)}

----- Original message -----

${returnedHeaders(o, chance)}`;

const qmailMail: Shape = (o, chance) => `From: MAILER-DAEMON@${o.senderHost}
To: ${sender(o)}
Subject: failure notice

Hi. This is the qmail-send program at ${o.senderHost}.

<${recipient(o)}>:
${o.recipientIp} does not like recipient.
Remote host said: ${refusal(o, chance)}
Giving up on ${o.recipientIp}.

--- Below this line is a copy of the message.

${returnedHeaders(o, chance)}`;

const postfixLog: Shape = (
  o,
  chance,
) => `2026-06-08T06:14:01.040211+02:00 ${o.senderHost} postfix/smtpd[2101]: ${o.queueId}: client=${o.laptop}[${o.senderIp}], sasl_method=PLAIN, sasl_username=${o.person.local}
2026-06-08T06:14:01.140211+02:00 ${o.senderHost} postfix/cleanup[2102]: ${o.queueId}: message-id=<${o.messageId}>
2026-06-08T06:14:01.240211+02:00 ${o.senderHost} postfix/qmgr[2103]: ${o.queueId}: from=<${sender(o)}>, size=2012, nrcpt=1 (queue active)
2026-06-08T06:14:02.040211+02:00 ${o.senderHost} postfix/smtp[2104]: ${o.queueId}: to=<${recipient(o)}>, relay=${o.recipientHost}[${o.recipientIp}]:25, delay=1.1, delays=0.05/0.01/0.42/0.62, dsn=5.1.1, status=bounced (host ${o.recipientHost}[${o.recipientIp}] said: ${refusal(o, chance)} (in reply to RCPT TO command))
2026-06-08T06:14:03.040211+02:00 ${o.senderHost} postfix/smtpd[2105]: NOQUEUE: reject: RCPT from unknown[${o.senderIp}]: 454 4.7.1 <${recipient(o)}>: Relay access denied; from=<${sender(o)}> to=<${recipient(o)}> proto=ESMTP helo=<${o.laptop}>
2026-06-08T06:14:04.040211+02:00 ${o.senderHost} postfix/local[2106]: ${o.queueId}: to=<${o.other.local}>, relay=local, status=bounced (unknown user: "${o.other.local}")
`;

const eximLog: Shape = (
  o,
  chance,
) => `2026-06-08 06:14:01 ${o.eximId} <= ${sender(o)} H=(${o.laptop}) [${o.senderIp}] P=esmtpsa A=login:${o.person.local} S=812 id=${o.messageId} T="${o.subject}"
2026-06-08 06:14:02 ${o.eximId} ** ${recipient(o)} R=dnslookup T=remote_smtp H=${o.recipientHost} [${o.recipientIp}]: SMTP error from remote mail server after RCPT TO:<${recipient(o)}>: ${refusal(o, chance)}
2026-06-08 06:14:03 H=${o.senderHost} [${o.ipv6}] F=<${sender(o)}> rejected RCPT <${recipient(o)}>: relay not permitted
`;

const sendmailLog: Shape = (
  o,
  chance,
) => `Jun  8 06:14:01 ${o.senderHost} sm-mta[2101]: ${o.sendmailId}: from=<${sender(o)}>, size=812, class=0, nrcpts=1, msgid=<${o.messageId}>, proto=ESMTP, relay=${o.laptop} [${o.senderIp}]
Jun  8 06:14:02 ${o.senderHost} sm-mta[2102]: ${o.sendmailId}: to=<${recipient(o)}>, ctladdr=<${sender(o)}> (1001/1001), delay=00:00:01, mailer=esmtp, relay=${o.recipientHost}. [${o.recipientIp}], dsn=5.1.1, stat=User unknown: ${refusal(o, chance)}
`;

const webhook: Shape = (o, chance) =>
  JSON.stringify(
    chance.of([
      [
        {
          email: recipient(o),
          timestamp: 1781690400,
          'smtp-id': `<${o.messageId}>`,
          event: 'bounce',
          status: '5.1.1',
          reason: refusal(o, chance),
          ip: o.senderIp,
          sg_event_id: o.uuid,
          category: [o.subject.replaceAll(' ', '-')],
        },
      ],
      {
        notificationType: 'Bounce',
        bounce: {
          bouncedRecipients: [{ emailAddress: recipient(o), diagnosticCode: `smtp; ${refusal(o, chance)}` }],
          reportingMTA: `dns; ${o.senderHost}`,
          remoteMtaIp: o.recipientIp,
          feedbackId: o.uuid,
        },
        mail: {
          source: sender(o),
          messageId: o.uuid,
          destination: [recipient(o)],
          commonHeaders: {
            from: [`${named(o.person)} <${sender(o)}>`],
            to: [`${named(o.other)} <${recipient(o)}>`],
            subject: o.subject,
            messageId: `<${o.messageId}>`,
          },
        },
      },
      {
        Type: 'Notification',
        Message: JSON.stringify({
          content: returnedHeaders(o, chance),
          mail: { commonHeaders: { subject: o.subject, from: [`${named(o.person)} <${sender(o)}>`] } },
        }),
      },
      {
        'event-data': {
          event: 'failed',
          recipient: recipient(o),
          'delivery-status': { message: refusal(o, chance), 'mx-host': o.recipientHost },
          message: { headers: { from: sender(o), to: recipient(o), subject: o.subject, 'message-id': o.messageId } },
          'sending-ip': o.senderIp,
          user: o.person.local,
        },
      },
    ]),
    null,
    chance.of([0, 2]),
  );

const letter: Shape = (o, chance) => `Hello,

since yesterday mails to ${hiddenAddress(chance, o.other.local, o.recipientDomain)} come back. The server ${o.recipientHost}
(${hiddenIp(chance, o.recipientIp)}) says:

    ${refusal(o, chance)}

We send from ${hiddenIp(chance, o.senderIp)} and ${o.ipv6}, HELO ${o.laptop}, as ${hiddenAddress(chance, o.person.local, o.senderDomain)}.
"${named(o.other)}" <${recipient(o)}> and ${named(o.person)} <${sender(o)}> know about it.
The file is /home/${o.person.local.split('+')[0]}/bounce.eml or C:\\Users\\${o.person.local.split('+')[0]}\\bounce.eml, ref ${o.uuid}.

> From: ${display(chance, o.other)} <${recipient(o)}>
> Subject: ${o.subject}
> Message-ID: <${o.messageId}>

Best regards
${named(o.person)}
`;

const reply: Shape = (o, chance) =>
  `${refusal(o, chance)} ${hiddenAddress(chance, o.other.local, o.recipientDomain)} from ${hiddenIp(chance, o.senderIp)} <${sender(o)}>`;

/** All shapes, by name. */
export const shapes: Readonly<Record<string, Shape>> = {
  postfixMail,
  eximMail,
  exchangeMail,
  gmailMail,
  qmailMail,
  postfixLog,
  eximLog,
  sendmailLog,
  webhook,
  letter,
  reply,
};
