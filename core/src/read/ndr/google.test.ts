import { expect, test } from 'vitest';
import { letterOf } from './fixture.ts';
import { gmail } from './gmail.ts';
import { googleGroups } from './google-groups.ts';
import { googleWorkspace } from './google-workspace.ts';
import { dialectOf } from './index.ts';

const report = (text: string, headers = 'Subject: Delivery Status Notification (Failure)') =>
  letterOf(`
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Content-Type: text/plain; charset=utf-8
${headers}

${text}`);

test('reads the reply, host and step of the older reports', () => {
  const letter = report(
    `Delivery to the following recipients failed permanently:

     hedwig@plum.example
     kepler@plum.example

Technical details of permanent failure: 
Google tried to deliver your message, but it was rejected by the server for the recipient domain plum.example by mx.plum.example. [198.51.100.7].

The error that the other server returned was:
550 550 5.7.1 Not
welcome (state 18).

----- Original message -----

From: orders@quince.example
To: hedwig@plum.example
`,
    'Subject: Delivery Status Notification (Failure)\nX-Failed-Recipients: hedwig@plum.example, kepler@plum.example',
  );
  const shared = {
    diagnostic: '550 5.7.1 Not welcome',
    remoteHost: 'mx.plum.example',
    remoteIp: '198.51.100.7',
    stage: 'end-of-data',
  };
  expect(dialectOf(letter)).toBe(gmail);
  expect(gmail.read(letter)).toEqual([
    { recipient: 'hedwig@plum.example', ...shared },
    { recipient: 'kepler@plum.example', ...shared },
  ]);
});

test('reads a report without a reply, as deferral where it says so', () => {
  const letter = report(
    `This is an automatically generated Delivery Status Notification

THIS IS A WARNING MESSAGE ONLY.

Delivery to the following recipient has been delayed:

     hedwig@plum.example

Message will be retried for 1 more day(s)

Technical details of temporary failure: 
The recipient server did not accept our requests to connect.
[(0) mx.plum.example. [198.51.100.7]:25: Connection timed out]
`,
    'Subject: Delivery Status Notification (Delay)',
  );
  expect(gmail.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic:
        'The recipient server did not accept our requests to connect. [(0) mx.plum.example. [198.51.100.7]:25: Connection timed out]',
      remoteHost: 'mx.plum.example',
      remoteIp: '198.51.100.7',
      stage: null,
      kind: 'deferral',
    },
  ]);
});

test('finds the response of the newer reports in a language that it does not know', () => {
  const letter = report(`
** Nachricht blockiert **

Deine Nachricht an hedwig@plum.example wurde blockiert. Weitere Informationen findest du unten.

Antwort des Remote-Servers:

554 5.7.1 Service unavailable
`);
  expect(gmail.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: '554 5.7.1 Service unavailable',
      remoteHost: null,
      remoteIp: null,
    },
  ]);
});

test('knows what only an organisation has', () => {
  const letter = report(`
** Message not delivered **

Your message couldn't be delivered to hedwig@plum.example because your organisation does not allow it.

Learn more here: https://support.google.com/a/answer/0000

The response was:

Message rejected. See your administrator.
`);
  expect(dialectOf(letter)).toBe(googleWorkspace);
  expect(googleWorkspace.read(letter)).toEqual([
    {
      recipient: 'hedwig@plum.example',
      diagnostic: 'Message rejected. See your administrator.',
      remoteHost: null,
      remoteIp: null,
    },
  ]);
});

test('reads a group that is not there or not open, in any language', () => {
  const letter = report(
    `Hej orders@quince.example!

Gruppen som du försökte kontakta (astronomers) kanske inte finns, eller så har du inte behörighet.

 * Gruppens namn kan vara felstavat.

Besök https://groups.google.com/support/.

Google Groups
`,
    'Subject: Delivery Status Notification (Failure)\nX-Failed-Recipients: astronomers@googlegroups.com',
  );
  expect(dialectOf(letter)).toBe(googleGroups);
  expect(googleGroups.read(letter)).toEqual([
    {
      recipient: 'astronomers@googlegroups.com',
      diagnostic: 'Gruppen som du försökte kontakta (astronomers) kanske inte finns, eller så har du inte behörighet.',
    },
  ]);
});

test('does not claim a mail that only passed through Google', () => {
  const letter = letterOf(`
From: Hedwig <hedwig@gmail.com>
Subject: Re: Invoice
Message-ID: <CAK7abc@mail.gmail.com>

Thank you! ** best **
`);
  expect(dialectOf(letter)).toBe(null);
});

test('finds the response in HTML, where the title has no stars', () => {
  const letter = letterOf(`
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Subject: Delivery Status Notification (Failure)
Content-Type: text/html; charset=utf-8

<h2>No se ha encontrado la dirección</h2><p>No se ha podido entregar a <b>hedwig@plum.example</b>.</p>
<p>La respuesta fue:</p><p style="font-family:monospace">550 5.1.1 Nobody here</p>
`);
  expect(gmail.read(letter)).toMatchObject([{ recipient: 'hedwig@plum.example', diagnostic: '550 5.1.1 Nobody here' }]);
});

test('knows the letter about a group of an organisation, which has the product in the singular', () => {
  const letter = report(`Hello orders@quince.example,

We're writing to let you know that the group you tried to contact (owls) may not exist.

If you have questions related to this or any other Google Group, ask us at https://support.google.com/a/plum.example.
`);
  expect(dialectOf(letter)).toBe(googleGroups);
});
