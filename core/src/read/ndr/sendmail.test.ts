import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { sendmail } from './sendmail.ts';
import { v5sendmail } from './v5sendmail.ts';

const eight = letterOf(`
From: Mail Delivery Subsystem <MAILER-DAEMON@hub.quince.example>
Subject: Returned mail: see transcript for details

The original message was received at Tue, 3 Mar 2026 09:12:44 +0100
from app.quince.example [192.0.2.61]

   ----- The following addresses had permanent fatal errors -----
<hedwig@plum.example>
    (reason: 552-5.7.0 This message was blocked because its content)
    (expanded from: birds@quince.example)
<kepler@pear.example>

   ----- Transcript of session follows -----
... while talking to mx1.plum.example.:
<<< 450 busy
... while talking to mx2.plum.example.:
>>> DATA
<<< 552-5.7.0 This message was blocked because its content
<<< 552 5.7.0 is not allowed here.
554 5.0.0 Service unavailable
550 5.1.2 <kepler@pear.example>... Host unknown (Name server: pear.example: host not found)
`);

test('gives each recipient the reply in full that its reason begins', () => {
  expect(sendmail.recognises(eight)).toBe(true);
  expect(sendmail.read(eight)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      originalRecipient: 'birds@quince.example',
      diagnostic: '552-5.7.0 This message was blocked because its content is not allowed here.',
      remoteHost: 'mx2.plum.example',
      remoteIp: null,
      stage: 'data',
      kind: 'bounce',
    },
    {
      recipient: 'kepler@pear.example',
      originalRecipient: null,
      diagnostic: '550 5.1.2 <kepler@pear.example>... Host unknown (Name server: pear.example: host not found)',
      kind: 'bounce',
    },
  ]);
});

test('reads a warning without a list from its transcript, as deferral', () => {
  const warning = letterOf(`
From: Mail Delivery Subsystem <MAILER-DAEMON@hub.quince.example>
Subject: Warning: could not send message for past 6 hours

    **      THIS IS A WARNING MESSAGE ONLY      **

The original message was received at Tue, 3 Mar 2026 09:12:44 +0100
from app.quince.example [192.0.2.61]

   ----- Transcript of session follows -----
<hedwig@plum.example>... Deferred: Connection refused by mx1.plum.example.
Warning: message still undelivered after 6 hours
Will keep trying until message is 4 days old
`);
  expect(sendmail.read(warning)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '<hedwig@plum.example>... Deferred: Connection refused by mx1.plum.example.',
      kind: 'deferral',
    },
  ]);
});

const five = letterOf(`
From: Mail Delivery Subsystem <MAILER-DAEMON@old.quince.example>
Subject: Returned mail: User unknown

   ----- Transcript of session follows -----
While talking to mx.plum.example:
>>> RCPT To:<hedwig@plum.example>
<<< 550 hedwig is not here
550 <hedwig@plum.example>... User unknown
550 pear.example (smtp)... 550 Host unknown
554 <kepler@pear.example>... 550 Host unknown (Authoritative answer from name server)
554 <newton@fig.example>... Remote protocol error

   ----- Unsent message follows -----
From: orders@quince.example
To: hedwig@plum.example
`);

test('reads the numbered lines of the versions before 8', () => {
  expect(v5sendmail.recognises(five)).toBe(true);
  expect(v5sendmail.read(five)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '550 hedwig is not here',
      remoteHost: 'mx.plum.example',
      remoteIp: null,
      stage: 'rcpt',
    },
    { recipient: 'kepler@pear.example', diagnostic: '550 Host unknown (Authoritative answer from name server)' },
    { recipient: 'newton@fig.example', diagnostic: '554 Remote protocol error' },
  ]);
});

test('takes the recipient of the message where no line names one', () => {
  const letter = letterOf(`
From: Mail Delivery Subsystem <MAILER-DAEMON@old.quince.example>
Subject: Returned mail: Cannot send message for 3 days

   ----- Transcript of session follows -----
421 plum.example (smtp)... Deferred: Connection timed out during user open with plum.example

   ----- Unsent message follows -----
From: orders@quince.example
To: hedwig@plum.example
`);
  expect(v5sendmail.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '421 plum.example (smtp)... Deferred: Connection timed out during user open with plum.example',
    },
  ]);
});

test('tells the two apart', () => {
  expect(sendmail.recognises(five)).toBe(false);
  expect(v5sendmail.recognises(eight)).toBe(false);
});
