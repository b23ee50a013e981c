import type { Letter } from '../letter.ts';
import { letterOf } from './fixture.ts';

/** For tests: reports and letters that no dialect but its own may claim. */
export function foreignLetters(): Letter[] {
  return [
    letterOf(`
From: MAILER-DAEMON@relay.lemon.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Content-Type: text/plain

This is the mail system at host relay.lemon.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

<olga@plum.example>: host mx.plum.example[192.0.2.14] said: 550 5.1.1 No such
    user (in reply to RCPT TO command)
`),
    letterOf(`
From: Olga <olga@plum.example>
Subject: Undeliverable mail: how do I read it?
Content-Type: text/plain

Your message to the list was rejected, and I do not know why. The
following recipients were in it: <ivan@plum.example>

Reason: unknown
`),
    letterOf(`
From: Mailer-Daemon@fig.example (Mail Delivery System)
Subject: Mail delivery failed: returning message to sender
Message-Id: <E1abcde-0001Xy-9Z@fig.example>
X-Failed-Recipients: ivan@plum.example
Content-Type: text/plain

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ivan@plum.example
    SMTP error from remote mail server after RCPT TO:<ivan@plum.example>:
    host mx.plum.example [192.0.2.14]: 550 unknown user
`),
  ];
}
