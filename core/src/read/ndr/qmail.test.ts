import { expect, test } from 'vitest';
import { apacheJames } from './apache-james.ts';
import { letterOf } from './fixture.ts';
import { qmail } from './qmail.ts';
import { yahoo } from './yahoo.ts';

const letter = letterOf(`
From: MAILER-DAEMON@q.quince.example
Subject: failure notice

Hi. This is the qmail-send program at q.quince.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<hedwig@plum.example>:
198.51.100.7 does not like recipient.
Remote host said: 550-5.1.1 No such
550 5.1.1 mailbox
Giving up on 198.51.100.7.

<kepler@pear.example>:
Connected to 198.51.100.9 but my name was rejected.
Remote host said: 501 Bad HELO
I'm not going to try again; this message has been in the queue too long.

<newton@fig.example>:
Sorry, no SMTP connection got far enough; most progress was RCPT TO response; remote host 198.51.100.11 said: 550 Nobody
. (#5.5.0)
(Other MXes tried: 198.51.100.12 said 550 for RCPT TO response.)

<noether@quince.example>:
Sorry, no mailbox here by that name. vpopmail (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <orders@quince.example>
To: hedwig@plum.example
`);

test('takes the words of the remote server, its address and the step out of each paragraph', () => {
  expect(qmail.recognises(letter)).toBe(true);
  expect(qmail.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550-5.1.1 No such mailbox',
      remoteHost: null,
      remoteIp: '198.51.100.7',
      stage: 'rcpt',
    },
    {
      recipient: 'kepler@pear.example',
      diagnostic: '501 Bad HELO',
      remoteHost: null,
      remoteIp: '198.51.100.9',
      stage: 'ehlo',
    },
    {
      recipient: 'newton@fig.example',
      diagnostic: '550 Nobody',
      remoteHost: null,
      remoteIp: '198.51.100.11',
      stage: 'rcpt',
      enhancedStatus: '5.5.0',
    },
    { recipient: 'noether@quince.example', diagnostic: 'Sorry, no mailbox here by that name. vpopmail (#5.1.1)' },
  ]);
});

const james = letterOf(`
From: postmaster@james.quince.example
Subject: Re: Invoice

Hi. This is the James mail server at james.quince.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out. Below
I include the list of recipients and the reason why I was unable to deliver
your message.

Failed recipient(s):
hedwig@plum.example
kepler@plum.example

Error message:
550 - Requested action not taken: no such user here
`);

test('knows the mail server of Apache, which borrowed those words', () => {
  expect(apacheJames.recognises(james)).toBe(true);
  expect(qmail.recognises(james)).toBe(false);
  expect(apacheJames.read(james)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '550 Requested action not taken: no such user here' },
    { recipient: 'kepler@plum.example', diagnostic: '550 Requested action not taken: no such user here' },
  ]);
});

test('reads the notice of an Apache James mailet', () => {
  const notice = letterOf(`
From: postmaster@james.quince.example
Subject: Message not sent
Message-ID: <1234567890.12.1400000000000.JavaMail.root@james.quince.example>

Message details:
  Subject: Invoice
  Sent date: Tue Mar 03 09:12:44 CET 2026
  MAIL FROM: orders@quince.example
  RCPT TO: hedwig@plum.example
  From: orders@quince.example
  To: hedwig@plum.example
  Size (in bytes): 2048

Error message below:
550 5.2.1 mailbox disabled
`);
  expect(apacheJames.recognises(notice)).toBe(true);
  expect(apacheJames.read(notice)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '550 5.2.1 mailbox disabled' },
  ]);
});

test('reads the notices of Yahoo', () => {
  const notice = letterOf(`
From: MAILER-DAEMON@yahoo.com
Subject: Failure Notice

Sorry, we were unable to deliver your message to the following address.

<hedwig@plum.example>:
550: Remote host said: nothing
[RCPT_TO]

<kepler@pear.example>:
No mx record found for domain=pear.example
`);
  expect(yahoo.recognises(notice)).toBe(true);
  expect(yahoo.read(notice)).toEqual([
    { recipient: 'hedwig@plum.example', diagnostic: '550 Remote host said: nothing', stage: 'rcpt' },
    { recipient: 'kepler@pear.example', diagnostic: 'No mx record found for domain=pear.example', stage: null },
  ]);
  expect(yahoo.recognises(letter)).toBe(false);
});
