import { expect, test } from 'vitest';
import { exim } from './exim.ts';
import { letterOf } from './fixture.ts';
import { postfix } from './postfix.ts';

const prose = letterOf(`
From: MAILER-DAEMON@relay.quince.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: orders@quince.example

This is the mail system at host relay.quince.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<hedwig@plum.example> (expanded from <birds@quince.example>): host
    mx.plum.example[198.51.100.7] said: 550-5.7.1 Your network is not
    550-5.7.1 welcome here. 550 5.7.1 See https://plum.example/why (in reply to
    RCPT TO command)

<"odd..name"@plum.example>: connect to mx2.plum.example[198.51.100.8]:25:
    Connection timed out
`);

test('joins the folded reply of each recipient and drops the codes that its lines repeat', () => {
  expect(postfix.recognises(prose)).toBe(true);
  expect(postfix.read(prose)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic:
        'host mx.plum.example[198.51.100.7] said: 550-5.7.1 Your network is not welcome here. See https://plum.example/why (in reply to RCPT TO command)',
    },
    {
      recipient: '"odd..name"@plum.example',
      diagnostic: 'connect to mx2.plum.example[198.51.100.8]:25: Connection timed out',
    },
  ]);
});

test('knows the queue id in the status part where the postmaster wrote other words', () => {
  const letter = letterOf(`
From: Postmeister <postmeister@quince.example>
Subject: Unzustellbar
Content-Type: multipart/report; report-type=delivery-status; boundary="q"

--q
Content-Type: text/plain

Leider nicht zustellbar.

<hedwig@plum.example>: unknown user: "hedwig"

--q
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.quince.example
X-Postfix-Queue-ID: 4Zk1XQ0

Final-Recipient: rfc822; hedwig@plum.example
Action: failed
Status: 5.1.1

--q--
`);
  expect(postfix.recognises(letter)).toBe(true);
  expect(postfix.read(letter)).toEqual([{ recipient: 'hedwig@plum.example', diagnostic: 'unknown user: "hedwig"' }]);
});

test('reads a warning as deferral, though it says that the message could not be delivered', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@relay.quince.example (Mail Delivery System)
Subject: Delayed Mail (still being retried)

This is the mail system at host relay.quince.example.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 3 hour(s).
It will be retried until it is 6 day(s) old.

<hedwig@plum.example>: host mx.plum.example[198.51.100.7] said: 451 4.3.2 Try
    later (in reply to end of DATA command)
`);
  expect(postfix.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: 'host mx.plum.example[198.51.100.7] said: 451 4.3.2 Try later (in reply to end of DATA command)',
      kind: 'deferral',
    },
  ]);
});

test('reads the session that it tells the postmaster of', () => {
  const letter = letterOf(`
From: MAILER-DAEMON@relay.quince.example (Mail Delivery System)
Subject: Postfix SMTP server: errors from unknown[203.0.113.5]

Transcript of session follows.

 Out: 220 relay.quince.example ESMTP
 In:  MAIL
     FROM:<orders@quince.example>
 Out: 250 2.1.0 Ok
 In:  RCPT TO:<hedwig@quince.example>
 Out: 250 2.1.5 Ok
 In:  RCPT TO:<nobody@quince.example>
 Out: 550 5.1.1 <nobody@quince.example>: Recipient address rejected
 In:  DATA
 Out: 354 End data with <CR><LF>.<CR><LF>
 Out: 452 4.3.1 Insufficient system storage
 In:  QUIT
 Out: 221 2.0.0 Bye
`);
  expect(postfix.recognises(letter)).toBe(true);
  expect(postfix.read(letter)).toEqual([
    {
      recipient: 'nobody@quince.example',
      diagnostic: '550 5.1.1 <nobody@quince.example>: Recipient address rejected',
      stage: 'rcpt',
    },
    {
      recipient: 'hedwig@quince.example',
      diagnostic: '452 4.3.1 Insufficient system storage',
      stage: 'end-of-data',
    },
  ]);
});

test('leaves alone what others built on it, and other reports', () => {
  const gateway = letterOf(`
From: MAILER-DAEMON@gate.plum.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="q"

--q
Content-Description: Notification
Content-Type: text/plain

This is the Email Security Gateway at host gate.plum.example.

--q
Content-Type: message/delivery-status

Reporting-MTA: dns; gate.plum.example
X-Email-Security-Gateway-Queue-ID: 4Zk1XQ0

Final-Recipient: rfc822; hedwig@plum.example
Action: failed
Status: 5.0.0

--q--
`);
  expect(postfix.recognises(gateway)).toBe(false);
  expect(exim.recognises(prose)).toBe(false);
});
